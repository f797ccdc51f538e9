// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QFuture>

namespace reeve::services {

// How much is saved here and not yet sent, as the store has it now: SyncStatus::waiting may be a second old.
[[nodiscard]] QFuture<Result<qint64>> countWaiting(Desk &desk);

} // namespace reeve::services
