// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/letters.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace reeve::matching {

// Texts, each kept once and known by a number: a million people share some tens of thousands of names. Number 0 is the
// empty text, which stands for "not known". Filled by one thread; read by any number once it is full.
class TextPool final
{
public:
    using Number = std::uint32_t;

    // `letterSetOf` tells what a text is made of.
    explicit TextPool(std::uint32_t (*letterSetOf)(std::u16string_view) = letterSet);

    // The number of `text`, which is kept when it is new.
    Number add(std::u16string_view text);
    // Of which only the first `head` letters (at most 255) are looked at for likeness: an e-mail address up to its @.
    Number add(std::u16string_view text, std::size_t head);

    [[nodiscard]] Number find(std::u16string_view text) const; // 0 when there is none
    [[nodiscard]] std::u16string_view text(Number number) const
    {
        const Entry &entry = m_entries[number];
        return {m_letters.data() + entry.at, entry.size};
    }
    [[nodiscard]] Letters letters(Number number) const
    {
        const Entry &entry = m_entries[number];
        return {entry.letters, static_cast<std::uint32_t>(entry.head)};
    }
    [[nodiscard]] std::u16string_view head(Number number) const
    {
        const Entry &entry = m_entries[number];
        return {m_letters.data() + entry.at, entry.head};
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

private:
    struct Entry
    {
        std::uint64_t at : 40;
        std::uint64_t head : 8;
        std::uint64_t size : 16;
        std::uint32_t hash;
        std::uint32_t letters;
    };
    [[nodiscard]] static std::uint32_t hashOf(std::u16string_view text);
    [[nodiscard]] std::size_t slotOf(std::u16string_view text, std::uint32_t hash) const;
    void grow();

    std::uint32_t (*m_letterSet)(std::u16string_view);
    std::vector<char16_t> m_letters;
    std::vector<Entry> m_entries;
    std::vector<Number> m_slots; // open addressing; 0: free
};

// How often each text of a pool stands in one field, and what agreement on it is worth.
class Frequencies final
{
public:
    void count(TextPool::Number number);

    // After the last count(): `people` is how many records there are.
    void settle(std::int64_t people);

    [[nodiscard]] std::uint32_t of(TextPool::Number number) const
    {
        return number < m_counts.size() ? m_counts[number] : 0;
    }
    // -log2 of the share of records with this text.
    [[nodiscard]] float rarity(TextPool::Number number) const
    {
        if (number < m_rarity.size())
            return m_rarity[number];
        // A record does not make its own value more common: one is taken off.
        const std::uint32_t others = std::max(of(number), 1U) - 1;
        return m_rarest - (others < logarithms ? m_log2[others] : std::log2(static_cast<float>(others)));
    }
    // How common a text is, in powers of two: 0 for one record alone, 1 for two, 2 for three or four, … 7 for many.
    static constexpr std::size_t classes = 8;
    [[nodiscard]] std::uint8_t commonness(TextPool::Number number) const
    {
        const std::uint32_t count = of(number);
        return count == 0 ? 0 : static_cast<std::uint8_t>(std::min<int>(std::bit_width(count - 1), classes - 1));
    }
    // In place of counting: what a text is worth of which nothing else is known.
    void setUsual(float bits) noexcept { m_rarest = bits; }
    void setRarity(TextPool::Number number, float bits);

    [[nodiscard]] std::int64_t known() const noexcept { return m_known; }

private:
    static constexpr std::size_t logarithms = 256;

    std::vector<std::uint32_t> m_counts;
    std::vector<float> m_rarity; // of those that were set, not counted
    std::array<float, logarithms> m_log2 = {};
    float m_rarest = 20;
    std::int64_t m_known = 0;
};

} // namespace reeve::matching
