// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/record_set.h"

#include <cstdint>
#include <vector>

namespace reeve::matching {

// Records that say the very same of everything, so often that they fill the blocks they are in: somebody imported three
// hundred times. The first of them is compared with others; each of the rest is that person again.
struct Repeats
{
    struct Pair
    {
        std::uint32_t first;
        std::uint32_t again;
    };
    std::vector<Pair> pairs;
    std::vector<bool> isAgain; // of each record; empty where nobody is
};

// In one file. Who is there a few times only is compared as all others are; a name alone is nobody.
[[nodiscard]] Repeats findRepeats(const RecordSet &set);

} // namespace reeve::matching
