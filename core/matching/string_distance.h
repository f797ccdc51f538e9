// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace reeve::matching {

// True when `a` and `b` differ by at most one insertion, deletion, substitution or swap of neighbours (optimal string
// alignment distance 0 or 1). Linear.
[[nodiscard]] bool isWithinOneEdit(QStringView a, QStringView b);

// Optimal string alignment distance, or `limit` + 1 when it is more than `limit` (at most 3). Texts of more than 64
// letters are as far apart as can be unless they are equal.
[[nodiscard]] int editDistance(QStringView a, QStringView b, int limit);

// Jaro-Winkler similarity, 0 to 1: Jaro, raised by up to four equal first letters where it is above 0.7. Looks at the
// first 64 letters.
[[nodiscard]] double jaroWinkler(QStringView a, QStringView b);

} // namespace reeve::matching
