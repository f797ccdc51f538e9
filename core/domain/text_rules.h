// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

enum class LineBreaks { Refused, Allowed };

inline constexpr qsizetype longestName = 1000;
inline constexpr qsizetype longestField = 10'000;
inline constexpr qsizetype longestNote = 100'000;

// Whether a text may be stored: InvalidInput when it is longer than `limit`, holds a control character (tabs count as
// line breaks) or half a surrogate pair; CardNumber when it holds card data. The detail names `field` only.
[[nodiscard]] Result<> checkText(QStringView text, QStringView field, qsizetype limit, LineBreaks lineBreaks);

} // namespace reeve::domain
