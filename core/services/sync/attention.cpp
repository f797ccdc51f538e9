// SPDX-License-Identifier: MIT
#include "core/services/sync/attention.h"

#include "core/domain/person_fields.h"
#include "core/store/desk_life.h"
#include "core/store/person_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int limit = 1000;

Result<QString> nameOf(store::Connection &connection, const std::optional<domain::PersonId> &person)
{
    if (!person)
        return QString();
    const auto found = store::PersonRepository(connection).find(*person);
    if (!found)
        return fail(found);
    return *found ? (*found)->displayName() : QString();
}

} // namespace

Result<std::vector<AttentionItem>> readAttention(store::Connection &connection)
{
    std::vector<AttentionItem> items;
    const auto conflicts = store::ConflictRepository(connection).open();
    if (!conflicts)
        return fail(conflicts);
    for (const store::FieldConflict &conflict : *conflicts) {
        AttentionItem item;
        item.kind = AttentionItem::Kind::Conflict;
        item.entryKind = store::EntryKind::PersonEdited;
        item.conflict = conflict;
        item.person = conflict.person;
        item.at = conflict.raisedAt;
        items.push_back(std::move(item));
    }

    const auto entries = store::Outbox(connection).needingAttention(limit);
    if (!entries)
        return fail(entries);
    for (const store::OutboxEntry &entry : *entries) {
        if (entry.state == store::EntryState::Conflict)
            continue; // its conflict stands above
        AttentionItem item;
        item.kind =
            entry.state == store::EntryState::Parked ? AttentionItem::Kind::Parked : AttentionItem::Kind::Quarantined;
        item.sequence = entry.sequence;
        item.entryKind = entry.kind;
        item.code = entry.code;
        if (entry.person)
            item.person = domain::PersonId(*entry.person);
        item.at = entry.deviceTime;
        item.entry = entry.id;
        item.written = writtenDown(entry);
        for (const domain::PersonId &record : item.written.records) {
            const auto name = nameOf(connection, record);
            if (!name)
                return fail(name);
            if (!name->isEmpty())
                item.recordNames << *name;
        }
        const auto decision = store::DeskLife(connection).decisionOn(entry.id);
        if (!decision)
            return fail(decision);
        if (*decision && entry.code == u"rejected"_s) {
            item.words = (*decision)->words;
            item.decidedBy = (*decision)->decidedBy;
        }
        items.push_back(std::move(item));
    }

    for (AttentionItem &item : items) {
        auto name = nameOf(connection, item.person);
        if (!name)
            return fail(name);
        item.personName = *name;
    }
    return items;
}

Result<std::vector<DecidedConflict>> readDecided(store::Connection &connection, Instant since)
{
    constexpr int shownAtMost = 20;
    const auto found = store::DeskLife(connection).decidedConflicts(since, shownAtMost);
    if (!found)
        return fail(found);
    std::vector<DecidedConflict> decided;
    for (const store::ConflictDecision &one : *found) {
        auto name = nameOf(connection, one.conflict.person);
        if (!name)
            return fail(name);
        decided.push_back({one.conflict, one.keptOurs, one.decidedBy, one.decidedAt, std::move(*name)});
    }
    return decided;
}

Result<> decideConflict(const Job &job, domain::ConflictId id, SyncService::Decision decision)
{
    const store::ConflictRepository conflicts(job.connection());
    const auto conflict = conflicts.find(id);
    if (!conflict)
        return fail(conflict);
    if (!*conflict)
        return fail(ErrorCode::NotFound, u"conflict "_s + id.toString());
    if ((*conflict)->decidedAt)
        return {};

    const store::PersonRepository people(job.connection());
    const domain::PersonId person = (*conflict)->person;
    const auto current = people.findOwn(person);
    if (!current)
        return fail(current);
    if (*current) {
        const QJsonValue kept = decision == SyncService::Decision::KeepOurs ? (*conflict)->ours : (*conflict)->theirs;
        const QJsonObject set{{(*conflict)->field, kept}};
        const auto edited = domain::personFromFields(person, (*current)->revision,
                                                     domain::withChanges(domain::toFields(**current), set));
        if (!edited)
            return fail(edited);
        // The entry first: the store keeps the centre's state beside the shown one while an edit waits.
        const auto queued =
            job.queue({.kind = store::EntryKind::PersonEdited,
                       .id = job.desk().ids().next(),
                       .aggregate = person.uuid(),
                       .person = person.uuid(),
                       .baseRevision = (*current)->revision,
                       .payload = compactJson({{u"id"_s, person.toString()},
                                               {u"set"_s, set},
                                               {u"was"_s, QJsonObject{{(*conflict)->field, (*conflict)->theirs}}},
                                               {u"conflict"_s, id.toString()}})});
        if (!queued)
            return fail(queued);
        if (const auto shown = people.update(*edited); !shown)
            return shown;
    }
    if (const auto decided = conflicts.decide(id, job.now()); !decided)
        return decided;
    const bool keptOurs = decision == SyncService::Decision::KeepOurs;
    const store::DeskLife life(job.connection());
    if (const auto kept = life.rememberConflict(id, keptOurs, job.desk().agentName(), job.now()); !kept)
        return kept;
    return clearDecided(job.connection(), person, job.now());
}

Result<> clearDecided(store::Connection &connection, domain::PersonId person, Instant at)
{
    const auto open = store::ConflictRepository(connection).openFor(person);
    if (!open)
        return fail(open);
    if (!open->empty())
        return {};
    const store::Outbox outbox(connection);
    const auto entries = outbox.needingAttention(limit);
    if (!entries)
        return fail(entries);
    for (const store::OutboxEntry &entry : *entries) {
        if (entry.state != store::EntryState::Conflict || entry.aggregate != person.uuid())
            continue;
        if (const auto dismissed = outbox.dismiss(entry.sequence, at); !dismissed)
            return dismissed;
    }
    return {};
}

} // namespace reeve::services
