// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QStringView>

struct sqlite3;

namespace reeve::store {

// What a result code of SQLite means. `systemError` is the errno behind it, or 0.
[[nodiscard]] ErrorCode errorCodeOf(int sqliteCode, int systemError);

// The last failure on `database`, for the log. `what` names the query or step. SQLite's own message is quoted only
// where it can hold nothing but names of our schema: other messages repeat bound values (a full-text query, say).
[[nodiscard]] Error lastError(sqlite3 *database, int sqliteCode, QStringView what);

} // namespace reeve::store
