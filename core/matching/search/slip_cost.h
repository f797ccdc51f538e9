// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_cost.h"

#include <array>
#include <string_view>

namespace reeve::matching {

inline constexpr std::size_t longestTyped = 24; // letters (bytes) of a typed word that are compared

// The cheapest way from what stands in the record to what was typed, letter by letter of the record: an alignment of
// two texts (edit distance with swapped neighbours, optimal string alignment) whose slips cost by their kind. One row
// of the table per letter of the record, so that records with the same beginning share their rows.
class SlipTable final
{
public:
    // `limit`: dearer alignments do not matter. `typed` is cut after longestTyped.
    SlipTable(std::string_view typed, Cost limit) noexcept;

    // Extends a beginning of `depth` letters, of which `before` is the last, by `letter`. True while anything that
    // begins so can still be within the limit.
    [[nodiscard]] bool extend(std::size_t depth, char before, char letter) noexcept;

    // What it costs when the record ends after `depth` letters.
    [[nodiscard]] Cost whole(std::size_t depth) const noexcept { return m_rows[depth][m_typed.size()]; }

    [[nodiscard]] std::size_t deepest() const noexcept { return longestTyped + 3; }
    [[nodiscard]] std::string_view typed() const noexcept { return m_typed; }

private:
    static constexpr std::size_t band = 2; // letters added or omitted, at most

    std::string_view m_typed;
    Cost m_limit;
    std::array<Cost, longestTyped + 1> m_added{}; // by letter typed, from 1: what it costs when nothing stands for it
    std::array<std::array<Cost, longestTyped + 2>, longestTyped + 4> m_rows;
};

// The same for two words; `impossible` when it is over the limit.
[[nodiscard]] Cost slipCost(std::string_view typed, std::string_view recorded, Cost limit) noexcept;

// How much may be wrong in a typed word of that length.
[[nodiscard]] Cost slipLimit(std::size_t length) noexcept;

// What it costs to have typed only the beginning, with `missing` letters to come.
[[nodiscard]] constexpr Cost beginningCost(std::size_t missing) noexcept
{
    const auto letters = static_cast<unsigned>(missing) * cost::perMissing;
    return static_cast<Cost>(cost::beginning + (letters < cost::mostMissing ? letters : cost::mostMissing));
}

} // namespace reeve::matching
