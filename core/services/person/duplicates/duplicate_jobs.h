// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/person/duplicates/find_duplicates.h"
#include "core/services/session/job.h"
#include "core/store/likely_pairs.h"

#include <map>

namespace reeve::services {

// What DuplicateService reads, each inside one transaction.

[[nodiscard]] matching::MatchOutcome outcomeOf(double probability);
// Who is shown for each of the two, the older record first.
[[nodiscard]] Result<std::pair<domain::PersonId, domain::PersonId>> shownPair(const Job &job, domain::PersonId a,
                                                                              domain::PersonId b);

// Two people, whichever comes first.
using PairKey = std::pair<QByteArray, QByteArray>;
[[nodiscard]] PairKey pairKey(domain::PersonId a, domain::PersonId b);

// What was said of people as they are shown now, while it still holds.
using DecidedPairs = std::map<PairKey, domain::PairVerdict>;
[[nodiscard]] Result<DecidedPairs> decidedPairs(const Job &job);

inline constexpr double leastProbability = 0.5; // less likely pairs are not worth a person's time
inline constexpr qint64 leastToCount = 5'000;   // people

struct FoundPair
{
    DuplicatePair pair;
    bool isPutOff = false;
    store::LikelyPlace place = {}; // of one that waits
};
// As rows of the list. Pairs of which one is gone meanwhile are left out. Where the desk knows too few `people` to
// train on, each pair is weighed as a person who is typed is (likely_matches.h), and those below leastProbability are
// left out, unless somebody wants to look at them later.
[[nodiscard]] Result<std::vector<DuplicateCandidate>> candidatesOf(const Job &job, const std::vector<FoundPair> &pairs,
                                                                   qint64 people);

// What waits for a person, whoever found it, as it stands now: pairs that are one person meanwhile, or not the same,
// are left out. DuplicateService::limit at most, behind a place in the list.
[[nodiscard]] Result<DuplicateList> waitingPairs(const Job &job, const std::optional<DuplicatePlace> &after);
// What a search among everybody finds as it begins: the last pair that waits, and how often a search was asked for.
struct SearchStart
{
    qint64 lastPair = 0;
    qint64 timesAsked = 0;
};
[[nodiscard]] Result<SearchStart> searchStart(const Job &job);
// What waited when it began gives way to its pairs; whoever asked before needs no other search.
[[nodiscard]] Result<> keepPairs(const Job &job, const SearchStart &start, const std::vector<store::LikelyPair> &pairs);
inline constexpr int mostWaiting = 2'000; // pairs

// pair_lists.cpp, as are those that wait
[[nodiscard]] Result<DuplicateList> decidedList(const Job &job, const std::optional<DuplicatePlace> &after);

// duplicate_jobs.cpp
[[nodiscard]] Result<> takePairBack(const Job &job, domain::PersonId a, domain::PersonId b, const QString &reason);

[[nodiscard]] Result<PairReview> reviewPair(const Job &job, domain::PersonId survivor, domain::PersonId absorbed,
                                            const std::map<QString, domain::MergeSide> &sides);

} // namespace reeve::services
