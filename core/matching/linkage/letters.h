// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace reeve::matching {

// Which letters a text is made of, and how many: enough to see at a glance that two texts are not alike. One letter
// more, less or another changes at most two bits, a swap none.
struct Letters
{
    std::uint32_t set = 0;
    std::uint32_t count = 0;
};

inline constexpr std::uint32_t spaceOrOther = std::uint32_t{1} << 31;

// Of a name, a street, a postcode: a to z, digits in pairs, everything else.
[[nodiscard]] constexpr std::uint32_t letterSet(std::u16string_view text)
{
    std::uint32_t set = 0;
    for (const char16_t c : text) {
        if (c >= u'a' && c <= u'z')
            set |= std::uint32_t{1} << (c - u'a');
        else if (c >= u'0' && c <= u'9')
            set |= std::uint32_t{1} << (26 + (c - u'0') / 2);
        else
            set |= spaceOrOther;
    }
    return set;
}

// Of a telephone number, which has nearly all digits: how often each, up to three times.
[[nodiscard]] constexpr std::uint32_t digitSet(std::u16string_view text)
{
    std::uint32_t set = 0;
    for (const char16_t c : text) {
        const std::uint32_t first = std::uint32_t{1} << (c >= u'0' && c <= u'9' ? (c - u'0') * 3 : 30);
        set |= (set & first) == 0 ? first : (set & first << 1) == 0 ? first << 1 : first << 2;
    }
    return set;
}

// std::popcount() is a call where the compiler may not use the instruction.
[[nodiscard]] constexpr int bitCount(std::uint32_t bits)
{
    bits -= bits >> 1 & 0x5555'5555U;
    bits = (bits & 0x3333'3333U) + (bits >> 2 & 0x3333'3333U);
    return static_cast<int>(((bits + (bits >> 4)) & 0x0f0f'0f0fU) * 0x0101'0101U >> 24);
}

// False when more than `edits` insertions, deletions, substitutions and swaps lie between them.
[[nodiscard]] constexpr bool mayBeWithin(std::uint32_t edits, const Letters &a, const Letters &b)
{
    return std::max(a.count, b.count) - std::min(a.count, b.count) <= edits &&
           static_cast<std::uint32_t>(bitCount(a.set ^ b.set)) <= 2 * edits;
}

// False when Jaro's similarity is less than `least`: letters that the other has not at all cannot be in common.
[[nodiscard]] constexpr bool mayBeJaro(double least, const Letters &a, const Letters &b)
{
    const int common = std::min(static_cast<int>(a.count) - bitCount(a.set & ~b.set),
                                static_cast<int>(b.count) - bitCount(b.set & ~a.set));
    if (common <= 0)
        return false;
    constexpr double rounding = 1e-9;
    return common / static_cast<double>(a.count) + common / static_cast<double>(b.count) + 1 >= 3 * least - rounding;
}

} // namespace reeve::matching
