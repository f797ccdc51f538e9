// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QStringView>

namespace reeve::domain {

inline constexpr qsizetype longestDisplayName = 200;

// Whether a character has no place in one line of output: control characters, line and paragraph separators, and what
// turns the direction of all that stands after it (embeddings, overrides and isolates of bidirectional text; words that
// run from right to left need none of them).
[[nodiscard]] bool breaksALine(QChar c) noexcept;

// A name that others read in one line among others: of a desk, of an agent. Of 1 to 200 characters, not all of them
// spaces, none that breaks a line. InvalidInput says what is wrong with `what`, and does not repeat the name. The
// centre holds to the same (reeve.need_display_name).
[[nodiscard]] Result<> checkDisplayName(QStringView name, QStringView what);

} // namespace reeve::domain
