// SPDX-License-Identifier: MIT
#include "core/services/person/likely_matches.h"

#include "core/matching/linkage/person_match.h"
#include "core/services/person/person_hit.h"
#include "core/store/person_index.h"
#include "core/store/person_search.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int mostCandidates = 50;

} // namespace

Result<LikelyPeople> findLikelyMatches(const Job &job, const domain::Person &typed, int limit)
{
    const auto candidates = store::PersonSearch(job.connection()).candidates(typed, mostCandidates);
    if (!candidates)
        return fail(candidates);

    std::vector<domain::Person> people;
    people.reserve(candidates->size());
    for (const store::PersonMatch &candidate : *candidates)
        people.push_back(candidate.person);
    matching::MatchAnswer answer = matching::findMatch(
        typed, people, {.people = usualCouncil, .variants = &store::PersonIndex::variants(), .share = {}});
    LikelyPeople likely;
    likely.outcome = answer.outcome;
    for (matching::RankedMatch &ranked : answer.ranked) {
        const store::PersonMatch &candidate = (*candidates)[ranked.index];
        const double weight = ranked.match.weight;
        likely.people.push_back({hitOf(candidate.person, weight, candidate.why), std::move(ranked.match)});
    }
    std::sort(likely.people.begin(), likely.people.end(), [](const LikelyPerson &a, const LikelyPerson &b) {
        return a.hit.score != b.hit.score ? a.hit.score > b.hit.score : a.hit.id < b.hit.id;
    });
    if (likely.people.size() > static_cast<std::size_t>(std::max(limit, 0)))
        likely.people.resize(static_cast<std::size_t>(std::max(limit, 0)));
    return likely;
}

} // namespace reeve::services
