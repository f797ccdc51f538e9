// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/linkage.h"

namespace reeve::matching {

// Looks at all pairs together. Records become people one sure pair at a time, likeliest first, and two groups are put
// together only when their records agree on the whole, so that no chain of similar records joins strangers. Then
//
// - pairs of one group that are not likely by themselves get the probability of what joins them, or are added,
// - pairs that were refused (one record that fits a father and a son) fall below what would call them one, and so does
//   the pair that was taken when it is hardly likelier.
//
// Between two files nothing is added; a record that fits several of the other file keeps only what stands out.
// `pairs`: by left, then by right; those that are added come behind.
void decideTogether(const RecordSet &set, const LinkageModel &model, double shift, std::vector<LinkedPair> &pairs);

} // namespace reeve::matching
