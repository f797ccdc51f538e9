// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_work.h"

#include "core/services/person/known_already.h"
#include "core/services/sync/attention.h"
#include "core/store/draft_repository.h"
#include "core/store/interaction_repository.h"
#include "core/store/likely_pairs.h"
#include "core/store/merge_repository.h"
#include "core/store/note_index.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using store::Connection;
using store::DeskRepository;
using store::DeskState;
using store::EntryKind;
using store::EntryState;

constexpr int attentionLimit = 1000;
constexpr auto keepDiscarded = std::chrono::days(30);

void setPosition(DeskState &state, const sync::Position &position)
{
    state.isFirstLoadDone = position.isFirstLoadDone;
    state.firstLoadCursor = position.loadStart;
    state.firstLoadAfter = position.loadedTo;
    state.cursorTransaction = position.cursor.transaction;
    state.cursorNumber = position.cursor.number;
}

// Changes the desk's one row.
template <typename Change>
Result<> changeState(Connection &connection, Change change)
{
    const DeskRepository desk(connection);
    auto state = desk.state();
    if (!state)
        return fail(state);
    change(*state);
    return desk.setState(*state);
}

// Of a reply too: what is sent again may have been decided meanwhile.
Result<> storeConflicts(Connection &connection, const std::vector<store::FieldConflict> &conflicts)
{
    for (const store::FieldConflict &conflict : conflicts) {
        if (const auto put = store::ConflictRepository(connection).put(conflict); !put)
            return put;
        if (!conflict.decidedAt)
            continue;
        if (const auto cleared = clearDecided(connection, conflict.person, *conflict.decidedAt); !cleared)
            return cleared;
    }
    return {};
}

} // namespace

sync::Standing standingOf(const DeskState &state)
{
    sync::Standing standing;
    standing.device = state.device;
    standing.deviceStatus = state.deviceStatus;
    standing.incarnation = state.incarnation;
    standing.epoch = state.epoch;
    standing.position = {state.isFirstLoadDone, state.firstLoadCursor, state.firstLoadAfter,
                         sync::Cursor{state.cursorTransaction, state.cursorNumber}};
    standing.highestTransaction = state.highestTransaction;
    standing.settledHorizon = state.settledHorizon;
    standing.skew = state.skew;
    standing.herdSpreadMs = state.herdSpreadMs;
    standing.lastSyncAt = state.lastSyncAt;
    return standing;
}

Result<Work> countWork(Connection &connection)
{
    Work work;
    const store::Outbox outbox(connection);
    const auto counts = outbox.counts();
    if (!counts)
        return fail(counts);
    work.counts = *counts;
    const auto conflicts = store::ConflictRepository(connection).open();
    if (!conflicts)
        return fail(conflicts);
    work.needsAttention = qint64(conflicts->size());
    if (counts->needsAttention == 0)
        return work;
    // A conflict stands for its entry: one thing to decide, however many edits led to it.
    const auto entries = outbox.needingAttention(attentionLimit);
    if (!entries)
        return fail(entries);
    work.needsAttention +=
        std::ranges::count_if(*entries, [](const auto &entry) { return entry.state != EntryState::Conflict; });
    return work;
}

Result<> storeGreeting(Connection &connection, const sync::effect::StoreGreeting &greeting, const QString &sessionAgent)
{
    const sync::Standing &standing = greeting.standing;
    const bool readsAgain = standing.position == sync::Position{};
    const auto changed = changeState(connection, [&](DeskState &state) {
        state.device = standing.device;
        state.deviceStatus = standing.deviceStatus;
        state.incarnation = standing.incarnation;
        state.epoch = standing.epoch;
        state.highestTransaction = standing.highestTransaction;
        state.settledHorizon = standing.settledHorizon;
        state.skew = standing.skew;
        state.herdSpreadMs = standing.herdSpreadMs;
        state.lastSyncAt = standing.lastSyncAt;
        setPosition(state, standing.position);
    });
    if (!changed)
        return changed;
    if (!sessionAgent.isEmpty()) {
        if (const auto told = DeskRepository(connection).setRoles(sessionAgent, greeting.roles); !told)
            return told;
    }

    const store::Outbox outbox(connection);
    const auto moved = greeting.sendAllAgain ? outbox.sendAgain() : outbox.settle(standing.settledHorizon);
    if (!moved)
        return fail(moved);
    if (greeting.centralHasTo) {
        if (const auto taken = outbox.takeBackSafe(*greeting.centralHasTo); !taken)
            return fail(taken);
    }
    if (!greeting.sendAllAgain || !readsAgain)
        return {};
    if (const auto unconfirmed = store::MergeRepository(connection).forgetConfirmations(); !unconfirmed)
        return unconfirmed;
    return store::PersonRepository(connection).forgetRevisions();
}

Result<> storeOutcomes(Connection &connection, const std::vector<store::OutboxEntry> &entries,
                       const sync::PushReply &reply)
{
    if (const auto recorded = store::Outbox(connection).record(reply.outcomes, reply.transaction); !recorded)
        return recorded;

    std::vector<domain::InteractionId> sent;
    std::set<QUuid> edited;
    const std::size_t answered = std::min(entries.size(), reply.outcomes.size());
    for (std::size_t n = 0; n < answered; ++n) {
        if (entries[n].kind == EntryKind::InteractionLogged && reply.outcomes[n].state == EntryState::Sent)
            sent.emplace_back(entries[n].aggregate);
        if (entries[n].kind == EntryKind::PersonEdited && reply.outcomes[n].state != EntryState::Waiting)
            edited.insert(entries[n].aggregate);
    }
    if (!sent.empty()) {
        if (const auto marked = store::InteractionRepository(connection).markSent(sent); !marked)
            return marked;
    }
    std::vector<store::FieldConflict> ofPeopleHere;
    for (const store::FieldConflict &conflict : reply.conflicts) {
        const auto person = store::PersonRepository(connection).findOwn(conflict.person);
        if (!person)
            return fail(person);
        if (*person) // else erased while the answer was on its way: there is nothing to decide
            ofPeopleHere.push_back(conflict);
    }
    if (const auto put = storeConflicts(connection, ofPeopleHere); !put)
        return put;
    for (const QUuid &person : edited) {
        if (const auto settled = store::PersonRepository(connection).settleEdits(domain::PersonId(person)); !settled)
            return settled;
    }
    // Work of any kind may have been what an erasure waited for.
    if (const auto erased = store::PersonRepository(connection).finishErasures(); !erased)
        return erased;
    return changeState(connection, [&reply](DeskState &state) {
        state.highestTransaction = std::max(state.highestTransaction, reply.transaction);
    });
}

Result<> refuseEntry(Connection &connection, qint64 sequence)
{
    const auto recorded = store::Outbox(connection).record({{sequence, EntryState::Quarantined, u"refused"_s, 0}}, 0);
    return recorded ? store::PersonRepository(connection).finishErasures() : recorded;
}

Result<> storeInteractions(Connection &connection, const std::vector<sync::PulledInteraction> &interactions)
{
    const store::InteractionRepository repository(connection);
    for (const sync::PulledInteraction &pulled : interactions) {
        const auto stored = repository.insert(pulled.interaction, pulled.agent, true);
        // One that cannot be taken must not hold back the rest of the page for ever.
        if (!stored && stored.error().code != ErrorCode::Conflict && stored.error().code != ErrorCode::InvalidInput)
            return stored;
    }
    return {};
}

PreparedPage prepare(HeldPage held)
{
    return {store::prepare(std::move(held.people)), std::move(held.interactions), std::move(held.conflicts),
            std::move(held.mergeEvents)};
}

Result<StoredPage> storePage(Connection &connection, const sync::effect::StorePage &page, const PreparedPage &prepared)
{
    const auto state = DeskRepository(connection).state();
    if (!state)
        return fail(state);
    StoredPage stored;
    stored.position = standingOf(*state).position;
    if (stored.position != page.from)
        return stored;
    // Where the reading begins, and not before: what an answer to this desk's own edits brought while it was not let
    // read may have been decided by then. What is open comes with the people, or in the log from here on.
    if (page.from == sync::Position{}) {
        if (const auto forgotten = store::ConflictRepository(connection).forget(); !forgotten)
            return fail(forgotten);
    }

    const auto applied = store::PersonRepository(connection).applyPulled(prepared.people);
    if (!applied)
        return fail(applied);
    stored.removed = applied->removed;
    stored.changed =
        applied->applied + applied->removed + qint64(prepared.interactions.size()) + qint64(prepared.conflicts.size());
    if (const auto interactions = storeInteractions(connection, prepared.interactions); !interactions)
        return fail(interactions);
    if (const auto put = storeConflicts(connection, prepared.conflicts); !put)
        return fail(put);
    for (const domain::MergeEvent &event : prepared.mergeEvents) {
        const auto added = store::MergeRepository(connection).add(event);
        if (!added)
            return fail(added);
        stored.changed += *added ? 1 : 0;
        if (*added)
            continue;
        if (const auto confirmed = store::MergeRepository(connection).confirm(event.id); !confirmed)
            return fail(confirmed);
    }
    // Merges of this page count. In a first load everybody is new: a search among all of them is due after it.
    if (page.from.isFirstLoadDone) {
        if (const auto noted = noteKnownAlready(connection, applied->newFrom, applied->newTo); !noted)
            return fail(noted);
    } else if (page.to.isFirstLoadDone) {
        if (const auto due = store::LikelyPairs(connection).askForSearch(); !due)
            return fail(due);
    }
    const auto moved = changeState(connection, [&page](DeskState &desk) {
        setPosition(desk, page.to);
        desk.highestTransaction = std::max(desk.highestTransaction, page.to.cursor.transaction);
    });
    if (!moved)
        return fail(moved);
    stored.position = page.to;
    return stored;
}

Result<> storeEpoch(Connection &connection, QUuid epoch)
{
    return changeState(connection, [epoch](DeskState &state) { state.epoch = epoch; });
}

Result<RemovedUnknown> removeUnknown(Connection &connection, bool isAllowed)
{
    const auto unknown = store::PersonRepository(connection).removeUnknown(isAllowed);
    if (!unknown)
        return fail(unknown);
    if (!unknown->areRemoved)
        return RemovedUnknown{0, unknown->found, unknown->kept};
    if (const auto removed = store::MergeRepository(connection).removeUnknown(); !removed)
        return fail(removed);
    if (unknown->kept > 0)
        return RemovedUnknown{unknown->found, 0, unknown->kept};
    const auto noted = changeState(connection, [](DeskState &state) { state.firstLoadAfter = QUuid(); });
    if (!noted)
        return fail(noted);
    return RemovedUnknown{unknown->found, 0, 0};
}

Result<> storeLastSync(Connection &connection, Instant at)
{
    return changeState(connection, [at](DeskState &state) { state.lastSyncAt = at; });
}

Result<> storeSession(Connection &connection, const QString &agent, const sync::SignInReply &reply)
{
    const DeskRepository desk(connection);
    if (const auto set = desk.setSession({agent, reply.token, reply.expiresAt}); !set)
        return set;
    if (const auto told = desk.setRoles(agent, reply.roles); !told)
        return told;
    return desk.setDisplayName(agent, reply.displayName);
}

Result<> purgeOld(Connection &connection, const Policy &policy, Instant now)
{
    const auto entries = store::Outbox(connection).purgeSafe(now - std::chrono::days(policy.keepSafeDays));
    if (!entries)
        return fail(entries);
    const auto drafts = store::DraftRepository(connection).purgeDiscarded(now - keepDiscarded);
    if (!drafts)
        return fail(drafts);
    const auto interactions =
        store::InteractionRepository(connection).purge(now - std::chrono::days(policy.recordDays));
    if (!interactions)
        return fail(interactions);
    return *interactions > 0 ? store::NoteIndex(connection).compact() : Result<>();
}

} // namespace reeve::services
