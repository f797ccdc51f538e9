// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"
#include "core/services/sync/sync_work.h"

namespace reeve::services {

// What the strip shows of the core's state.
[[nodiscard]] SyncStatus statusOf(const sync::SyncState &state, const Work &work, qint64 people);

} // namespace reeve::services
