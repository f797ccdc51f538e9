// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/matching/linkage/linkage_model.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

namespace reeve::matching {

// Finds who is in one set of records twice, or in both of two: Fellegi and Sunter's record linkage, trained on the
// records themselves. blocking.h says what is compared, evidence.h how, linkage_model.h what it is worth, training.h
// how that is learned, clusters.h how pairs become people.

struct LinkedPair
{
    std::uint32_t left = 0; // numbers of records; left < right
    std::uint32_t right = 0;
    double weight = 0;      // bits of evidence, prior included
    double probability = 0; // of being one person, after cautions, and with what others of the same person add
    MatchCaution caution = MatchCaution::None;
    bool isLeftToDecide = false; // see linkage_model.h
};

struct LinkageOptions
{
    unsigned threads = 0;           // that work at it; 0: as many as the machine has
    double leastProbability = 0.01; // below it a pair is noise
    std::function<void(int percent)> progress;
    const std::atomic<bool> *isCancelled = nullptr;
};

// `set` must be settled. Likeliest first. Cancelled when that was asked for.
[[nodiscard]] Result<std::vector<LinkedPair>> findLinks(const RecordSet &set, const LinkageOptions &options);

} // namespace reeve::matching
