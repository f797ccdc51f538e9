// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_builder.h"

#include <array>

namespace reeve::matching {

namespace {

struct Group
{
    std::int32_t value = 0;
    int digits = 0;
};

// "january" by its first three letters, 1 to 12; 0 for no month.
std::int32_t monthNamed(std::string_view word)
{
    static constexpr std::array<std::string_view, 12> names = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3)
        return 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        bool isEqual = true;
        for (std::size_t c = 0; c < 3; ++c)
            isEqual = isEqual && (word[c] | 0x20) == names[i][c];
        if (isEqual)
            return static_cast<std::int32_t>(i) + 1;
    }
    return 0;
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isLetter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// Up to three groups of digits, or a month by name between two; a time of day behind them is not looked at.
int readGroups(std::string_view text, std::array<Group, 3> &groups)
{
    std::size_t count = 0;
    std::size_t i = 0;
    while (i < text.size() && count < groups.size()) {
        Group &group = groups[count];
        if (isDigit(text[i])) {
            for (; i < text.size() && isDigit(text[i]) && group.digits < 8; ++i, ++group.digits)
                group.value = group.value * 10 + (text[i] - '0');
            ++count;
        } else if (isLetter(text[i])) {
            const std::size_t begin = i;
            while (i < text.size() && isLetter(text[i]))
                ++i;
            if (const std::int32_t month = monthNamed(text.substr(begin, i - begin)); month != 0 && count == 1) {
                group = {month, 2};
                ++count;
            }
        } else {
            ++i;
        }
    }
    return static_cast<int>(count);
}

// Dates that people enter when they know none.
bool isDefault(std::int32_t date)
{
    return date == 19000101 || date == 19111111 || date == 18000101 || date == 19010101 || date / 10'000 < 1000;
}

std::int32_t fullYear(const Group &group, std::int32_t thisYear)
{
    constexpr std::int32_t century = 100;
    if (group.digits > 2)
        return group.value;
    const std::int32_t ofThis = thisYear / century * century + group.value;
    return ofThis <= thisYear ? ofThis : ofThis - century;
}

} // namespace

std::int32_t readDate(std::string_view text, std::int32_t today)
{
    std::array<Group, 3> groups{};
    const int count = readGroups(text, groups);
    std::int32_t date = 0;
    if (count == 1) {
        if (groups[0].digits == 8)
            date = groups[0].value;
        else if (groups[0].digits == 6)
            date = groups[0].value * 100;
        else if (groups[0].digits == 4)
            date = groups[0].value * 10'000;
    } else if (count == 2) {
        const Group &year = groups[0].digits == 4 ? groups[0] : groups[1];
        const Group &month = groups[0].digits == 4 ? groups[1] : groups[0];
        date = year.digits == 4 ? year.value * 10'000 + month.value % 100 * 100 : 0;
    } else if (count == 3) {
        const bool isIso = groups[0].digits == 4;
        const std::int32_t year = isIso ? groups[0].value : fullYear(groups[2], today / 10'000);
        date = year * 10'000 + groups[1].value % 100 * 100 + (isIso ? groups[2] : groups[0]).value % 100;
    }
    return isDefault(date) || date > today ? 0 : date;
}

} // namespace reeve::matching
