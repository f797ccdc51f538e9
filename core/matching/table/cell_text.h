// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <algorithm>
#include <string_view>

namespace reeve::matching {

// What spreadsheets do to the text of a cell, which has no space around it: UTF-8 or UTF-16.

[[nodiscard]] inline std::u16string_view unitsOf(const QString &cell)
{
    return {QStringView(cell).utf16(), static_cast<std::size_t>(cell.size())};
}

// ="00123", which keeps a spreadsheet from taking the zeros for none: 00123.
template <typename Char>
[[nodiscard]] std::basic_string_view<Char> withoutFormula(std::basic_string_view<Char> cell)
{
    const bool isText = cell.size() >= 3 && cell[0] == Char('=') && cell[1] == Char('"') && cell.back() == Char('"');
    return isText ? cell.substr(2, cell.size() - 3) : cell;
}

// "7.7E+09", "4,47701e11": what a spreadsheet leaves of a long number. Its last digits are lost.
template <typename Char>
[[nodiscard]] bool isRounded(std::basic_string_view<Char> cell)
{
    const auto isDigit = [](Char c) { return c >= Char('0') && c <= Char('9'); };
    const auto areDigits = [&isDigit](std::basic_string_view<Char> text) {
        return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
    };
    const std::size_t exponent = std::min(cell.find(Char('E')), cell.find(Char('e')));
    if (exponent == cell.npos || exponent == 0 || !isDigit(cell[0]))
        return false;
    std::basic_string_view<Char> power = cell.substr(exponent + 1);
    if (!power.empty() && power.front() == Char('+'))
        power.remove_prefix(1);
    const bool isOneDigit = exponent == 1;
    const bool isFraction =
        exponent > 2 && (cell[1] == Char('.') || cell[1] == Char(',')) && areDigits(cell.substr(2, exponent - 2));
    return (isOneDigit || isFraction) && areDigits(power);
}

// The same of a reference, which may be called 2E10: spreadsheets always write the plus.
template <typename Char>
[[nodiscard]] bool isRoundedReference(std::basic_string_view<Char> cell)
{
    return cell.find(Char('+')) != cell.npos && isRounded(cell);
}

} // namespace reeve::matching
