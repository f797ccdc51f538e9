// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/job.h"
#include "core/services/sync/sync_service.h"

namespace reeve::services {

// What a person must look at: newest first, conflicts before entries. Runs inside the caller's transaction.
[[nodiscard]] Result<std::vector<AttentionItem>> readAttention(store::Connection &connection);

// What was decided here since then, newest first.
[[nodiscard]] Result<std::vector<DecidedConflict>> readDecided(store::Connection &connection, Instant since);

// Decides a conflict: an edit that names it goes to the centre, with the value kept as its own.
[[nodiscard]] Result<> decideConflict(const Job &job, domain::ConflictId id, SyncService::Decision decision);

// A conflict of this person was decided: with the last one, the entries that raised them need nobody any more.
[[nodiscard]] Result<> clearDecided(store::Connection &connection, domain::PersonId person, Instant at);

} // namespace reeve::services
