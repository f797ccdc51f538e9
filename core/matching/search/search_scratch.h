// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_cost.h"
#include "core/matching/search/shortlist.h"

#include <vector>

namespace reeve::matching {

// What a search writes on, kept between searches so that none has to clear megabytes.
struct SearchScratch
{
    Shortlist listed;
    // All zero between searches:
    std::vector<Cost> costs;     // by word, plus one; 0 is none
    std::vector<quint32> costly; // words with a cost
    std::vector<quint16> gains;  // by word
};

} // namespace reeve::matching
