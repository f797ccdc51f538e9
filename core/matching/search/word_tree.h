// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/segment.h"
#include "core/matching/search/slip_cost.h"

#include <string_view>
#include <vector>

namespace reeve::matching {

// The letters of sorted words as a tree in preorder (see Segment::Node).
[[nodiscard]] std::vector<Segment::Node> wordTree(const std::vector<std::string_view> &sorted);

// What a typed word may stand for, and at what cost: those with slips in them, those that begin so, and those whose
// beginning has a slip in it. Words are told in runs of neighbours; one may be told more than once.
class WordSink
{
public:
    virtual ~WordSink() = default;
    virtual void word(quint32 index, Cost cost) = 0;
    // `cost` is of the beginning alone; what is missing comes on top.
    virtual void begins(quint32 from, quint32 to, std::size_t length, Cost cost) = 0;
};
// Dearer than `limit` does not matter.
void findWords(const Segment &segment, std::string_view typed, bool mayGoOn, Cost limit, WordSink &sink);

} // namespace reeve::matching
