// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/names/name_variants.h"
#include "core/matching/search/search_query.h"
#include "core/matching/search/search_scratch.h"
#include "core/matching/search/segment.h"

#include <vector>

namespace reeve::matching {

// The words of one segment that a typed word may stand for, each once with its least cost.
struct WordCandidate
{
    quint32 word;
    Cost cost;
};
// The commoner the word as it was typed, the less may be wrong with another: `people` are all there are.
[[nodiscard]] std::vector<WordCandidate> wordCandidates(const Segment &segment, const SearchWord &typed, double people,
                                                        const NameVariants &variants, SearchScratch &scratch);

// A word that is in nobody's record although it was said: five bits against somebody who has all others.
inline constexpr double missingWord = 5;

// What it costs that a word stands in this field and not in a first or family name.
[[nodiscard]] constexpr Cost fieldCost(SearchField field) noexcept
{
    switch (field) {
    case SearchField::KnownAs:
        return bits(0.25);
    case SearchField::Former:
        return bits(1);
    case SearchField::Middle:
    case SearchField::Street:
        return bits(2.5);
    default:
        return 0;
    }
}

} // namespace reeve::matching
