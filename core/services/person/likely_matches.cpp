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
constexpr qint64 morePeople = 200;
constexpr double haveItToo = 0.4;

// How common a name is among the people of this desk, and some more who have it as often as is usual: few people say
// little. A name of several words is as rare as the rarest of them. Who is there already does not make their own name
// more common.
double shareOf(const matching::SearchIndex &index, matching::MatchField field, const QString &name)
{
    const auto where =
        field == matching::MatchField::FamilyName ? matching::SearchField::Family : matching::SearchField::Given;
    const double people = static_cast<double>(static_cast<qint64>(index.size()) + morePeople);
    double share = 0;
    const QList<QByteArray> words = name.toUtf8().split(' ');
    for (const QByteArray &word : words) {
        const std::size_t count = index.countOf({word.constData(), static_cast<std::size_t>(word.size())}, where);
        const double ofWord = (std::max(static_cast<double>(count) - 1, 0.0) + haveItToo) / people;
        share = share == 0 ? ofWord : std::min(share, ofWord);
    }
    return share;
}

} // namespace

matching::MatchSurroundings surroundingsIn(std::shared_ptr<const matching::SearchIndex> index)
{
    const auto people = static_cast<qint64>(index->size()) + morePeople; // whom shares are counted among
    return {.people = people,
            .variants = &store::PersonIndex::variants(),
            .share = [index = std::move(index)](matching::MatchField field, const QString &name) {
                return shareOf(*index, field, name);
            }};
}

Result<LikelyPeople> findLikelyMatches(store::Connection &connection, const domain::Person &typed, int limit)
{
    const store::PersonSearch search(connection);
    const auto index = search.index();
    if (!index)
        return fail(index);
    const auto candidates = search.candidates(typed, mostCandidates);
    if (!candidates)
        return fail(candidates);

    std::vector<domain::Person> people;
    people.reserve(candidates->size());
    for (const store::PersonMatch &candidate : *candidates)
        people.push_back(candidate.person);
    matching::MatchAnswer answer = matching::findMatch(typed, people, surroundingsIn(*index));
    // By weight, not by probability: a caution says that a person must look, not that somebody else is likelier.
    std::sort(answer.ranked.begin(), answer.ranked.end(),
              [&candidates](const matching::RankedMatch &a, const matching::RankedMatch &b) {
                  return a.match.weight != b.match.weight ? a.match.weight > b.match.weight
                                                          : (*candidates)[a.index].id < (*candidates)[b.index].id;
              });
    if (answer.ranked.size() > static_cast<std::size_t>(std::max(limit, 0)))
        answer.ranked.resize(static_cast<std::size_t>(std::max(limit, 0)));

    LikelyPeople likely;
    likely.outcome = answer.outcome;
    for (matching::RankedMatch &ranked : answer.ranked) {
        const domain::Person &person = (*candidates)[ranked.index].person;
        const double weight = ranked.match.weight;
        likely.people.push_back(
            {hitOf(person, weight, store::PersonSearch::whyCandidate(typed, person)), std::move(ranked.match)});
    }
    return likely;
}

} // namespace reeve::services
