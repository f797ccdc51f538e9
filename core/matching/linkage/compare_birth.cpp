// SPDX-License-Identifier: MIT
#include "core/matching/linkage/evidence.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace reeve::matching {

namespace {

struct Date
{
    int year;
    int month;
    int day;

    explicit Date(std::int32_t date) : year(date / 10'000), month(date / 100 % 100), day(date % 100) {}

    // The guidance of the NHS tells staff to enter 1 January when only the year is known.
    [[nodiscard]] bool isYearOnly() const { return month == 0 || day == 0 || (month == 1 && day == 1); }
};

std::array<char, 8> digitsOf(std::int32_t date)
{
    std::array<char, 8> digits{};
    for (std::size_t i = digits.size(); i-- > 0; date /= 10)
        digits[i] = static_cast<char>('0' + date % 10);
    return digits;
}

// Digits that differ; a swap of neighbours counts as one.
int slips(std::int32_t a, std::int32_t b)
{
    const auto left = digitsOf(a);
    const auto right = digitsOf(b);
    int count = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] == right[i])
            continue;
        ++count;
        if (i + 1 < left.size() && left[i] == right[i + 1] && left[i + 1] == right[i])
            ++i;
    }
    return count;
}

Agreement agreementOf(std::int32_t a, std::int32_t b)
{
    const Date left(a);
    const Date right(b);
    if (a == b)
        return left.month == 0 ? Agreement::YearOnly : Agreement::Same;
    if (left.isYearOnly() || right.isYearOnly()) {
        if (left.year == right.year)
            return Agreement::YearOnly;
        if (left.month == 0 || right.month == 0)
            return std::abs(left.year - right.year) <= 1 ? Agreement::Near : Agreement::Differs;
    }
    if (left.year == right.year && left.month == right.day && left.day == right.month)
        return Agreement::Swapped;
    const int differing = slips(a, b);
    if (differing == 1)
        return Agreement::OneEdit;
    const int equal = (left.year == right.year) + (left.month == right.month) + (left.day == right.day);
    if (equal == 2)
        return Agreement::Part; // one of day, month and year is another
    if (differing == 2)
        return Agreement::SoundsAlike; // two slips
    const int days = std::abs((left.year - right.year) * 366 + (left.month - right.month) * 31 + left.day - right.day);
    return days <= 31 ? Agreement::Near : Agreement::Differs;
}

} // namespace

void compareBirth(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    if (a.born == 0 || b.born == 0)
        return;
    const Agreement how = agreementOf(a.born, b.born);
    // A date that many have (1 January, a default) says less: its own frequency counts.
    const Frequencies &days = set.frequencies(static_cast<std::size_t>(MatchField::DateOfBirth));
    if (how == Agreement::Same)
        evidence.setSame(MatchField::DateOfBirth, days, RecordSet::dayNumber(a.born));
    else
        evidence.set(MatchField::DateOfBirth, how);
}

} // namespace reeve::matching
