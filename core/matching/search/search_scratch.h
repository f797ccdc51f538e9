// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_cost.h"
#include "core/matching/search/segment.h"

#include <vector>

namespace reeve::matching {

// What a search writes on, kept between searches so that none has to clear megabytes. All zero between them.
struct SearchScratch
{
    struct Slot
    {
        quint16 score = 0;   // of the words so far
        quint16 current = 0; // of this word
        quint8 word = 0;     // the last that touched it, from 1
        quint8 spare = 0;
    };
    std::vector<Slot> marks;    // by place
    std::vector<Place> touched; // marks in use
    std::vector<Place> sorted;
    std::vector<Cost> costs;     // by word, plus one; 0 is none
    std::vector<quint32> costly; // words with a cost
    std::vector<quint16> gains;  // by word
    std::vector<quint32> counts; // of scores
};

} // namespace reeve::matching
