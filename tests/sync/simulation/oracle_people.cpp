// SPDX-License-Identifier: MIT
// What the oracle knows of merged people, and of what is restricted.
#include "tests/sync/simulation/oracle.h"

#include "core/domain/merge_graph.h"
#include "core/domain/role.h"

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

domain::MergeGraph graphOf(const ById<domain::MergeEvent> &events)
{
    domain::MergeGraph graph;
    for (const auto &[id, event] : events)
        graph.add(event);
    return graph;
}

Ids recordsIn(const ById<domain::MergeEvent> &events)
{
    Ids records;
    for (const auto &[id, event] : events) {
        for (const PersonId record : domain::recordsOf(event))
            records.insert(record.uuid());
    }
    return records;
}

// What is kept of the fields of somebody who was erased: nothing.
bool keepsFieldsOf(const ById<domain::MergeEvent> &events, QUuid record)
{
    return std::ranges::any_of(events, [record](const auto &one) {
        const auto *merge = std::get_if<domain::PersonMerge>(&one.second.what);
        return merge && merge->survivor.uuid() == record && !merge->survivorFields.isEmpty();
    });
}

ById<domain::MergeEvent> withoutFields(ById<domain::MergeEvent> events)
{
    for (auto &[id, event] : events) {
        if (auto *merge = std::get_if<domain::PersonMerge>(&event.what))
            merge->survivorFields = {};
    }
    return events;
}

} // namespace

// I15: that something restricted was said is told to those who may know, and what it was to nobody this way.
void Oracle::handed(int desk, const QString &token, const std::vector<sync::PulledInteraction> &interactions)
{
    if (interactions.empty())
        return;
    const bool mayKnow = domain::mayKnowOfRestrictedItems(m_centre.rolesOf(token));
    for (const sync::PulledInteraction &one : interactions) {
        check(mayKnow || one.interaction.specialCategory.empty(), "I15",
              u"desk %1 is told of something restricted that its agent may not know of"_s.arg(desk));
        check(std::ranges::all_of(one.interaction.specialCategory,
                                  [](const auto &mark) { return mark.detail.isEmpty(); }),
              "I15", u"desk %1 is handed what a restricted item says with a timeline"_s.arg(desk));
    }
}

// I16: whichever record of somebody is asked for, the answer is about all of them.
void Oracle::opened(int desk, QUuid person, const QString &token, const std::vector<sync::PulledInteraction> &timeline)
{
    handed(desk, token, timeline);
    const ReferenceCentre::State &centre = m_centre.state();
    const domain::RecordSet records = graphOf(centre.mergeEvents).recordsWith(PersonId(person));
    Ids expected;
    for (const auto &[id, talk] : centre.talks) {
        if (talk.interaction.person && records.contains(*talk.interaction.person))
            expected.insert(id);
    }
    Ids shown;
    for (const sync::PulledInteraction &one : timeline)
        shown.insert(one.interaction.id.uuid());
    check(shown == expected, "I16",
          u"desk %1 is shown %2 talks with somebody, of %3"_s.arg(desk).arg(shown.size()).arg(expected.size()));
}

// I15: what it says is shown to those who may see it, and each look is written down, refused ones too.
void Oracle::lookedAt(int desk, domain::DeviceId device, domain::RestrictedItemId item, const QString &token,
                      const Result<sync::RestrictedContent> &content)
{
    const bool mayReveal = domain::mayRevealSpecialCategory(m_centre.rolesOf(token));
    check(mayReveal || !content, "I15", u"desk %1 is shown what its agent may not see"_s.arg(desk));
    const ReferenceCentre::State &centre = m_centre.state();
    const auto asked = centre.devices.find(device.uuid());
    const bool mayRead = asked != centre.devices.end() && asked->second.status == u"active"_s;
    if (!mayRead || (!content && content.error().code != ErrorCode::Denied))
        return; // nobody got as far as to the item
    const bool isWritten = !centre.looks.empty() && centre.looks.back().item == item.uuid() &&
                           centre.looks.back().agent == centre.sessions.at(token) &&
                           centre.looks.back().isShown == content.has_value();
    check(isWritten, "I15", u"a look of desk %1 at a restricted item left no trace"_s.arg(desk));
}

// C6 for merges: every desk has the centre's events, and of the records that these are about it has those that the
// centre has. What is shown follows from the two (MergeGraph); that the centre shows it is looked at once.
void Oracle::allAreOne(const std::vector<const ModelStore *> &desks)
{
    const ReferenceCentre::State &centre = m_centre.state();
    const auto isThere = [&centre](PersonId record) {
        const auto row = centre.people.find(record.uuid());
        return row != centre.people.end() && !row->second.removed;
    };
    const domain::MergeGraph graph = graphOf(centre.mergeEvents);
    const Ids records = recordsIn(centre.mergeEvents);
    for (Ids open = records; !open.empty();) {
        const domain::RecordSet group = graph.recordsWith(PersonId(*open.begin()));
        const QUuid survivor = graph.survivorOf(group, isThere).uuid();
        for (const PersonId record : group) {
            const auto shown = centre.samePerson.find(record.uuid());
            check((shown == centre.samePerson.end() ? record.uuid() : shown->second) == survivor, "C6",
                  u"the centre shows another record of somebody than its merges say"_s);
            open.erase(record.uuid());
        }
    }
    const auto isErased = [&](QUuid record) { return centre.people.contains(record) && !isThere(PersonId(record)); };
    const bool isKept = std::ranges::any_of(
        records, [&](QUuid record) { return isErased(record) && keepsFieldsOf(centre.mergeEvents, record); });
    check(!isKept, "C6", u"the centre keeps fields of somebody who was erased"_s);

    const auto events = withoutFields(centre.mergeEvents);
    for (std::size_t n = 0; n < desks.size(); ++n) {
        const ModelStore &desk = *desks[n];
        check(withoutFields(desk.mergeEvents()) == events, "C6",
              u"desk %1 knows %2 merges and un-merges, the centre %3, or they are others"_s.arg(n)
                  .arg(desk.mergeEvents().size())
                  .arg(events.size()));
        const Ids undecided = desk.withWork(); // whoever these are about stays in sight
        qint64 wrong = 0;
        for (const QUuid &record : records) {
            const auto here = desk.people().find(record);
            const bool isHere = here != desk.people().end() && !here->second.isErased;
            const bool isFitting =
                isHere == isThere(PersonId(record)) && !(isErased(record) && keepsFieldsOf(desk.mergeEvents(), record));
            wrong += !isFitting && !undecided.contains(record);
        }
        check(wrong == 0, "C6", u"desk %1 shows %2 merged records wrongly"_s.arg(n).arg(wrong));
    }
}

} // namespace reeve::test
