// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace reeve::matching {

// The pieces of what was typed, separated by spaces, commas and semicolons; bounded.
[[nodiscard]] QStringList queryTokens(QStringView typed);

[[nodiscard]] bool isDigits(QStringView text) noexcept;
[[nodiscard]] bool hasDigit(QStringView text) noexcept;

// A piece of a telephone number: digits and what is written between them.
[[nodiscard]] bool isDialled(QStringView text) noexcept;

// "ex1", "sw1a": the first part of a postcode, lower case.
[[nodiscard]] bool isOutward(QStringView text) noexcept;
// "1", "1a", "1aa": the second part or its beginning.
[[nodiscard]] bool isInward(QStringView text) noexcept;

// 1 to 12 for the name of a month in English or Welsh, or its first three letters and more; 0 for anything else.
[[nodiscard]] int monthOf(QStringView folded) noexcept;

} // namespace reeve::matching
