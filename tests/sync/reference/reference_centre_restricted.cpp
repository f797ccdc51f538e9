// SPDX-License-Identifier: MIT
// Timelines of people who were asked for, and what is restricted in them: the twin of open_person in
// core/central/api/50_pull.sql and reveal in 60_records.sql.
#include "tests/sync/reference/reference_centre.h"

#include "core/domain/role.h"

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

namespace {

domain::SpecialCategoryItem markOf(const domain::SpecialCategoryItem &item)
{
    domain::SpecialCategoryItem mark;
    mark.id = item.id;
    mark.interaction = item.interaction;
    mark.person = item.person;
    mark.notedAt = item.notedAt;
    return mark;
}

} // namespace

// What it says goes under its own permission; the mark stays.
bool ReferenceCentre::keepRestricted(domain::Interaction &interaction)
{
    const auto isTaken = [this](const auto &item) { return m.restricted.contains(item.id.uuid()); };
    if (std::ranges::any_of(interaction.specialCategory, isTaken))
        return false;
    for (domain::SpecialCategoryItem &item : interaction.specialCategory) {
        m.restricted[item.id.uuid()] = {item, interaction.id};
        item = markOf(item);
    }
    return true;
}

void ReferenceCentre::applyRestrictedItem(Record &record, const QJsonObject &payload)
{
    const QUuid about = QUuid::fromString(payload.value(u"interaction"_s).toString());
    if (m.interactions.contains(about))
        return; // of a test that looks at other things
    if (!m.logged.contains(about)) {
        record.state = store::EntryState::Parked;
        record.code = u"unknown_interaction"_s;
        record.waitsFor = about;
        return;
    }
    domain::SpecialCategoryItem item;
    item.id = domain::RestrictedItemId(QUuid::fromString(payload.value(u"id"_s).toString()));
    item.interaction = domain::InteractionId(about);
    item.detail = payload.value(u"detail"_s).toString();
    Talk &talk = m.talks[about];
    if (talk.interaction.id.isNull()) { // about nobody, so far
        talk.interaction.id = item.interaction;
        talk.agent = record.entry.agent;
    }
    item.person = talk.interaction.person;
    if (m.restricted.contains(item.id.uuid())) {
        record.state = store::EntryState::Quarantined;
        record.code = u"id_reuse"_s;
        return;
    }
    m.restricted[item.id.uuid()] = {item, item.interaction};
    talk.interaction.specialCategory.push_back(markOf(item));
    noteTalk(talk);
}

// A line that nobody would be handed is left out: whoever asks for that person later gets the talk with the answer.
void ReferenceCentre::noteTalk(const Talk &talk)
{
    const auto about = talk.interaction.person;
    if (about && m.followedBy.contains(about->uuid()))
        noteChange(*about, {}, {}, talk.interaction.id.uuid());
}

sync::PulledInteraction ReferenceCentre::handOut(const Talk &talk, const QString &token) const
{
    sync::PulledInteraction pulled{talk.interaction, talk.agent};
    if (!domain::mayKnowOfRestrictedItems(rolesOf(token)) && mutant != Mutant::MarksForAll)
        pulled.interaction.specialCategory.clear();
    return pulled;
}

Result<std::vector<sync::PulledInteraction>> ReferenceCentre::openPerson(const QString &token, domain::DeviceId device,
                                                                         domain::PersonId person)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(token, device, true); !isKnown)
        return fail(isKnown);
    const std::vector<QUuid> records = recordsOf(person.uuid());
    for (const QUuid &record : records)
        m.followedBy[record].insert(device.uuid());
    std::vector<sync::PulledInteraction> answer;
    for (const auto &[id, held] : m.interactions) {
        if (held.first.person == person)
            answer.push_back({held.first, held.second});
    }
    for (const auto &[id, talk] : m.talks) {
        if (talk.interaction.person && std::ranges::find(records, talk.interaction.person->uuid()) != records.end())
            answer.push_back(handOut(talk, token));
    }
    return answer;
}

// Whoever may not is not told whether there is such an item.
Result<sync::RestrictedContent> ReferenceCentre::reveal(const QString &token, domain::DeviceId device,
                                                        domain::RestrictedItemId item, const QString &reason)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(token, device, true); !isKnown)
        return fail(isKnown);
    if (reason.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput);
    const QString agent = m.sessions.at(token);
    if (!domain::mayRevealSpecialCategory(rolesOf(token))) {
        m.looks.push_back({item.uuid(), agent, false});
        return fail(ErrorCode::Denied);
    }
    const auto held = m.restricted.find(item.uuid());
    if (held == m.restricted.end())
        return fail(ErrorCode::NotFound);
    m.looks.push_back({item.uuid(), agent, true});
    return sync::RestrictedContent{held->second.item, {}};
}

} // namespace reeve::test
