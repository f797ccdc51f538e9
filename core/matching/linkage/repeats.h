// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/record_set.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace reeve::matching {

// Records that say the very same of everything, so often that they fill the blocks they are in: somebody imported three
// hundred times. The first of them in each file is compared with others; each of the rest is that person again.
struct Repeats
{
    struct Pair
    {
        std::uint32_t first;
        std::uint32_t again;

        friend auto operator<=>(const Pair &, const Pair &) = default;
    };
    std::vector<Pair> pairs;   // of one file; sorted
    std::vector<Pair> across;  // the first of each of two files; sorted
    std::vector<bool> isAgain; // of each record; empty where nobody is
};

// Who is there a few times only is compared as all others are; a name alone is nobody.
[[nodiscard]] Repeats findRepeats(const RecordSet &set);

} // namespace reeve::matching
