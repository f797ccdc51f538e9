// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::store {

class SealedStore;

// Whether the WAL still holds all that its mark counts, each frame authentic and in a form that SQLite will accept.
// Runs before SQLite opens anything, and changes nothing. Corrupt when something is missing or was altered.
[[nodiscard]] Result<> checkWal(const QString &walFile, const SealedStore &store);

} // namespace reeve::store
