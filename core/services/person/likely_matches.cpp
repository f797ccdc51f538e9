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
constexpr qint64 usualCouncil = 250'000; // people, among whom namesakes are looked for

} // namespace

Result<std::vector<PersonHit>> findLikelyMatches(const Job &job, const domain::Person &typed, int limit)
{
    const auto candidates = store::PersonSearch(job.connection()).candidates(typed, mostCandidates);
    if (!candidates)
        return fail(candidates);

    std::vector<domain::Person> people;
    people.reserve(candidates->size());
    for (const store::PersonMatch &candidate : *candidates)
        people.push_back(candidate.person);
    const matching::MatchAnswer answer = matching::findMatch(
        typed, people, {.people = usualCouncil, .variants = &store::PersonIndex::variants(), .share = {}});
    std::vector<PersonHit> hits;
    for (const matching::RankedMatch &ranked : answer.ranked) {
        const store::PersonMatch &candidate = (*candidates)[ranked.index];
        hits.push_back(hitOf(candidate.person, ranked.match.weight, candidate.why));
    }
    std::sort(hits.begin(), hits.end(), [](const PersonHit &a, const PersonHit &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    if (hits.size() > static_cast<std::size_t>(std::max(limit, 0)))
        hits.resize(static_cast<std::size_t>(std::max(limit, 0)));
    return hits;
}

} // namespace reeve::services
