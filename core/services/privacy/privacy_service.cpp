// SPDX-License-Identifier: MIT
#include "core/services/privacy/privacy_service.h"

#include "core/services/interaction/logging_rules.h"
#include "core/services/privacy/reading_reason.h"
#include "core/services/privacy/restricted_audit.h"
#include "core/services/session/audit.h"
#include "core/services/session/leased_job.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

const QString reading = u"restricted_item_read"_s;
const QString denied = u"denied"_s;

std::optional<QUuid> uuidOf(const std::optional<domain::PersonId> &person)
{
    return person ? std::optional<QUuid>(person->uuid()) : std::nullopt;
}

// The item out of a payload of this desk's outbox; empty when it is not in there.
Revealed itemIn(const store::OutboxEntry &entry, const RestrictedMark &mark)
{
    QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    if (entry.kind != store::EntryKind::InteractionLogged) { // the item alone: as the only one of its interaction
        const QString list = mark.isCriminalOffence ? u"criminal_offence"_s : u"special_category"_s;
        const QJsonObject interaction{{u"id"_s, mark.interaction.toString()},
                                      {u"channel"_s, u"phone"_s},
                                      {u"direction"_s, u"inbound"_s},
                                      {u"started_at"_s, toRfc3339(mark.notedAt)}};
        payload.remove(u"interaction"_s);
        payload = {{u"interaction"_s, interaction}, {list, QJsonArray{payload}}};
    }

    Revealed found;
    const auto interaction = domain::interactionFromJson(payload);
    if (!interaction)
        return found;
    const auto isIt = [&mark](const auto &item) { return item.id == mark.id; };
    const auto &special = interaction->specialCategory;
    if (const auto it = std::find_if(special.cbegin(), special.cend(), isIt); it != special.cend())
        found.specialCategory = *it;
    const auto &criminal = interaction->criminalOffence;
    if (const auto it = std::find_if(criminal.cbegin(), criminal.cend(), isIt); it != criminal.cend())
        found.criminalOffence = *it;
    return found;
}

// What still waits on this desk of the item's content; `isAtCentre` when nothing does.
Result<Revealed> contentOf(const Job &job, const RestrictedMark &mark)
{
    const store::Outbox outbox(job.connection());
    for (const QUuid &carrier : {mark.id.uuid(), mark.interaction.uuid()}) {
        const auto entry = outbox.findById(domain::EntryId(carrier));
        if (!entry)
            return fail(entry);
        if (!*entry || (*entry)->state == store::EntryState::Sent || (*entry)->state == store::EntryState::Safe)
            continue;
        Revealed found = itemIn(**entry, mark);
        if (found.specialCategory || found.criminalOffence)
            return found;
    }
    return Revealed{std::nullopt, std::nullopt, true};
}

Result<> auditReading(const Job &job, const RestrictedMark &mark, const Revealed &content, const QString &reason)
{
    AuditNote note;
    note.action = reading;
    note.objectType = u"restricted_item"_s;
    note.object = mark.id.uuid();
    note.person = uuidOf(mark.person);
    note.interaction = mark.interaction.uuid();
    note.reason = reason;
    note.outcome = u"shown"_s;
    note.sensitivity = sensitivityOf(mark.isCriminalOffence);
    note.lawfulBasis = content.criminalOffence ? domain::basisCode(*content.criminalOffence)
                                               : domain::basisCode(*content.specialCategory);
    return writeAudit(job, note);
}

// An error takes its transaction back, so the trace of a refusal is a job of its own, which follows this one.
void auditRefusal(Desk &desk, const AuditNote &note)
{
    static_cast<void>(desk.store().writeFromReserve(
        [&desk, note](store::Connection &connection) { return writeAudit(Job(desk, connection), note); }));
}

// By role, by the lease, or by the centre, which lets this desk show nothing.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Denied || error.code == ErrorCode::DeviceRevoked;
}

Result<Revealed> revealNow(const Job &job, domain::RestrictedItemId id, const QString &reason)
{
    if (const auto lease = job.checkLease(); !lease)
        return fail(lease);
    const auto roles = job.roles();
    if (!roles)
        return fail(roles);
    // Asked before looking, so that the answer does not tell whether the item exists.
    if (!domain::mayRevealSpecialCategory(*roles) && !domain::mayRevealCriminalOffence(*roles))
        return fail(ErrorCode::Denied, u"role"_s);

    const auto mark = store::InteractionRepository(job.connection()).mark(id);
    if (!mark)
        return fail(mark);
    if (!*mark)
        return fail(ErrorCode::NotFound, u"restricted item "_s + id.toString());
    if (!((*mark)->isCriminalOffence ? domain::mayRevealCriminalOffence(*roles)
                                     : domain::mayRevealSpecialCategory(*roles)))
        return fail(ErrorCode::Denied, u"role"_s);

    auto content = contentOf(job, **mark);
    if (!content || content->isAtCentre) // the centre writes down its own readings
        return content;
    if (const auto audited = auditReading(job, **mark, *content, reason); !audited)
        return fail(audited);
    return content;
}

Result<std::vector<RestrictedMark>> marksOfInteraction(const Job &job, domain::InteractionId id)
{
    const store::InteractionRepository interactions(job.connection());
    const auto interaction = interactions.find(id);
    if (!interaction)
        return fail(interaction);
    if (!*interaction)
        return fail(ErrorCode::NotFound, u"interaction "_s + id.toString());
    return interactions.marks(id);
}

Result<std::vector<RestrictedMark>> knownItemsOf(const Job &job, domain::InteractionId id)
{
    const auto roles = job.roles();
    if (!roles)
        return fail(roles);
    if (!domain::mayKnowOfRestrictedItems(*roles))
        return fail(ErrorCode::Denied, u"role"_s);
    return marksOfInteraction(job, id);
}

template <typename Item>
Result<> addItem(const Job &job, Item item)
{
    const store::InteractionRepository interactions(job.connection());
    auto interaction = interactions.find(item.interaction);
    if (!interaction)
        return fail(interaction);
    if (!*interaction)
        return fail(ErrorCode::NotFound, u"interaction "_s + item.interaction.toString());

    constexpr bool isCriminal = std::is_same_v<Item, domain::CriminalOffenceItem>;
    domain::Interaction carrier = **interaction;
    carrier.notes.clear();
    carrier.parties.clear();
    if constexpr (isCriminal)
        carrier.criminalOffence = {item};
    else
        carrier.specialCategory = {item};
    carrier = completed(std::move(carrier), job.desk().ids(), job.now());
    if constexpr (isCriminal)
        item = carrier.criminalOffence.front();
    else
        item = carrier.specialCategory.front();

    if (const auto valid = domain::validate(carrier); !valid)
        return fail(valid);
    if (const auto basis = job.desk().policy().lawfulBasis.check(item, job.today()); !basis)
        return fail(basis);

    const RestrictedMark mark{item.id, item.interaction, item.person, isCriminal, item.notedAt};
    if (const auto marked = interactions.addMark(mark); !marked)
        return fail(marked);

    const QString list = isCriminal ? u"criminal_offence"_s : u"special_category"_s;
    QJsonObject payload = domain::toJson(carrier).value(list).toArray().first().toObject();
    payload.insert(u"interaction"_s, item.interaction.toString());
    const QByteArray written = compactJson(payload);
    const auto queued = job.queue(
        {.kind = isCriminal ? store::EntryKind::CriminalOffenceItemAdded : store::EntryKind::SpecialCategoryItemAdded,
         .id = item.id.uuid(),
         .aggregate = item.interaction.uuid(),
         .person = uuidOf(item.person),
         .payload = written});
    if (!queued)
        return fail(queued);
    return auditWriting(job, mark, domain::basisCode(item), written);
}

} // namespace

QFuture<Result<std::vector<RestrictedMark>>> PrivacyService::itemsOf(domain::PersonId person) const
{
    return leasedRead(m_desk, [person](const Job &job) -> Result<std::vector<RestrictedMark>> {
        const auto roles = job.roles();
        if (!roles)
            return fail(roles);
        if (!domain::mayKnowOfRestrictedItems(*roles))
            return fail(ErrorCode::Denied, u"role"_s);
        return store::InteractionRepository(job.connection()).marks(person);
    });
}

QFuture<Result<std::vector<RestrictedMark>>> PrivacyService::itemsOf(domain::InteractionId interaction) const
{
    return leasedRead(m_desk, [interaction](const Job &job) { return knownItemsOf(job, interaction); });
}

QFuture<Result<std::vector<RestrictedMark>>> PrivacyService::itemsToRead(domain::InteractionId interaction,
                                                                         const QString &reason) const
{
    return m_desk.store().write([&desk = m_desk, interaction, reason = reason.trimmed()](
                                    store::Connection &connection) -> Result<std::vector<RestrictedMark>> {
        if (const auto usable = checkReadingReason(reason); !usable)
            return fail(usable);
        const Job job(desk, connection);
        const auto lease = job.checkLease();
        auto items = lease ? knownItemsOf(job, interaction) : fail(lease);
        if (!items && isRefusal(items.error()))
            auditRefusal(desk, {.action = reading,
                                .objectType = u"interaction"_s,
                                .object = interaction.uuid(),
                                .interaction = interaction.uuid(),
                                .reason = reason,
                                .outcome = denied});
        return items;
    });
}

QFuture<Result<Revealed>> PrivacyService::reveal(domain::RestrictedItemId id, const QString &reason) const
{
    return m_desk.store().writeFromReserve(
        [&desk = m_desk, id, reason = reason.trimmed()](store::Connection &connection) -> Result<Revealed> {
            if (const auto usable = checkReadingReason(reason); !usable)
                return fail(usable);
            auto revealed = revealNow(Job(desk, connection), id, reason);
            if (!revealed && isRefusal(revealed.error()))
                auditRefusal(desk, {.action = reading,
                                    .objectType = u"restricted_item"_s,
                                    .object = id.uuid(),
                                    .reason = reason,
                                    .outcome = denied});
            return revealed;
        });
}

QFuture<Result<>> PrivacyService::add(const domain::SpecialCategoryItem &item) const
{
    return m_desk.store().write([&desk = m_desk, item](store::Connection &connection) -> Result<> {
        return addItem(Job(desk, connection), item);
    });
}

QFuture<Result<>> PrivacyService::add(const domain::CriminalOffenceItem &item) const
{
    return m_desk.store().write([&desk = m_desk, item](store::Connection &connection) -> Result<> {
        return addItem(Job(desk, connection), item);
    });
}

} // namespace reeve::services
