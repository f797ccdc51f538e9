// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/person.h"
#include "core/matching/linkage/linkage.h"

#include <functional>
#include <optional>
#include <vector>

namespace reeve::services {

// Two records that may be one person, for a review list. A person decides; nothing is merged by itself.
struct DuplicatePair
{
    domain::PersonId left;
    domain::PersonId right;
    double probability = 0;
    double weight = 0; // bits of evidence
    matching::MatchCaution caution = matching::MatchCaution::None;
};

// The people to look through, one after the other; none at the end. Called on the calling thread.
using PeopleSource = std::function<Result<std::optional<domain::Person>>()>;

// True for a pair somebody has decided and that is not to be asked again.
using IsDecided = std::function<bool(domain::PersonId left, domain::PersonId right)>;

// Likeliest first. Takes seconds for a million people: not for a thread that has anything else to do. Cancelled when
// `options` ask for it; passes on what the source fails with. For the reasons of one pair see matching::score().
[[nodiscard]] Result<std::vector<DuplicatePair>> findDuplicates(const PeopleSource &people, const IsDecided &isDecided,
                                                                const matching::LinkageOptions &options);

} // namespace reeve::services
