// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"
#include "core/store/desk_repository.h"
#include "core/store/prepared_people.h"
#include "core/sync/sync_core.h"

namespace reeve::services {

// What the sync driver asks of the store. Each runs inside the caller's transaction: all of it or nothing.

[[nodiscard]] sync::Standing standingOf(const store::DeskState &state);

// How much is on its way, and how much a person must look at.
struct Work
{
    store::OutboxCounts counts;
    qint64 needsAttention = 0; // entries refused or parked, and conflicts open
};
[[nodiscard]] Result<Work> countWork(store::Connection &connection);

// The greeting as a whole: who this desk is, up to where everything is safe, and what waits again.
[[nodiscard]] Result<> storeGreeting(store::Connection &connection, const sync::effect::StoreGreeting &greeting,
                                     const QString &sessionAgent);
[[nodiscard]] Result<> storeOutcomes(store::Connection &connection, const std::vector<store::OutboxEntry> &entries,
                                     const sync::PushReply &reply);
// An entry that no call can carry: quarantined on this desk.
[[nodiscard]] Result<> refuseEntry(store::Connection &connection, qint64 sequence);

struct HeldPage
{
    std::vector<store::PulledPerson> people;
    std::vector<sync::PulledInteraction> interactions;
    std::vector<store::FieldConflict> conflicts;
    std::vector<domain::MergeEvent> mergeEvents;

    [[nodiscard]] qint64 rows() const
    {
        return qint64(people.size() + interactions.size() + conflicts.size() + mergeEvents.size());
    }
};

// A page that only the store is missing for. Made on any thread, so that neither the writer nor the line waits for it.
struct PreparedPage
{
    std::vector<store::PreparedPerson> people;
    std::vector<sync::PulledInteraction> interactions;
    std::vector<store::FieldConflict> conflicts;
    std::vector<domain::MergeEvent> mergeEvents;
};
[[nodiscard]] PreparedPage prepare(HeldPage held);

struct StoredPage
{
    sync::Position position; // where the store stands now
    qint64 changed = 0;      // people, interactions, conflicts and merge events that were new here
    qint64 removed = 0;
};
// Nothing is stored unless the store stands at `page.from`.
[[nodiscard]] Result<StoredPage> storePage(store::Connection &connection, const sync::effect::StorePage &page,
                                           const PreparedPage &prepared);
[[nodiscard]] Result<> storeInteractions(store::Connection &connection,
                                         const std::vector<sync::PulledInteraction> &interactions);

[[nodiscard]] Result<> storeEpoch(store::Connection &connection, QUuid epoch);
// People whom a whole reading of the centre did not bring. Too many of them are held, until a person has allowed it.
struct RemovedUnknown
{
    qint64 removed = 0;
    qint64 held = 0;
    qint64 kept = 0; // for what is on its way about them
};
[[nodiscard]] Result<RemovedUnknown> removeUnknown(store::Connection &connection, bool isAllowed);
[[nodiscard]] Result<> storeLastSync(store::Connection &connection, Instant at);
[[nodiscard]] Result<> storeSession(store::Connection &connection, const QString &agent,
                                    const sync::SignInReply &reply);

// What policy says is kept no longer. `now` is the centre's time.
[[nodiscard]] Result<> purgeOld(store::Connection &connection, const Policy &policy, Instant now);

} // namespace reeve::services
