// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace reeve::matching {

// The pieces of what was typed, separated by spaces, commas and semicolons; bounded. In small letters, with plain
// digits and hyphens; without what only names the kind of thing that follows ("tel:").
[[nodiscard]] QStringList queryTokens(QStringView typed);

[[nodiscard]] bool isDigits(QStringView text) noexcept;
[[nodiscard]] bool hasDigit(QStringView text) noexcept;

// A piece of a telephone number: digits and what is written between them.
[[nodiscard]] bool isDialled(QStringView text) noexcept;

// "ex1", "sw1a": the first part of a postcode, lower case.
[[nodiscard]] bool isOutward(QStringView text) noexcept;
// "1", "1a", "1aa": the second part or its beginning.
[[nodiscard]] bool isInward(QStringView text) noexcept;

// Eircodes and those of the forces, whose parts are not a British postcode's: "d02af30", "bfpo801".
[[nodiscard]] bool isOtherPostcode(QStringView compact) noexcept;
// "ls30aa" for "ls3oaa": a postcode that was typed with letters for its digits. Empty for anything else.
[[nodiscard]] QString postcodeMeant(QStringView compact);

// What a number is called, with its full stop: "nhs", "no.", "tel".
[[nodiscard]] bool isNumberName(QStringView text) noexcept;

// "199356" for "000199356", as long as `least` characters are left.
[[nodiscard]] QStringView withoutZeros(QStringView text, qsizetype least) noexcept;

[[nodiscard]] bool isYear(QStringView text) noexcept;       // four digits, 18.. to 20..
[[nodiscard]] bool isDayOrMonth(QStringView text) noexcept; // one digit or two
// "21" for "21st", in English or Welsh; anything else as it is.
[[nodiscard]] QStringView withoutOrdinal(QStringView text) noexcept;

// 1 to 12 for the name of a month in English or Welsh, or its first three letters and more; 0 for anything else.
[[nodiscard]] int monthOf(QStringView folded) noexcept;

// "21", "jun", "1979" for "21-Jun-1979", "21jun1979", "21st/June/1979" and their beginnings: a date with the name of
// its month in one piece. Empty for anything else.
[[nodiscard]] QStringList joinedDatePieces(QStringView token);

} // namespace reeve::matching
