// SPDX-License-Identifier: MIT
#include "core/store/person_search.h"

#include "core/store/person_index.h"
#include "core/store/row_values.h"
#include "core/store/shown_people.h"

#include <algorithm>

namespace reeve::store {

namespace {

// Of the best answer's score: who has less is not who was meant.
constexpr double leastShareOfSearch = 0.45;

// Puts equals in their order.
Result<> breakTies(Connection &connection, const FamiliarPeople &familiar, std::vector<PersonMatch> &matches)
{
    struct Ranked
    {
        FamiliarPeople::Rank rank;
        std::size_t place;
    };
    for (std::size_t from = 0; from < matches.size();) {
        std::size_t to = from + 1;
        while (to < matches.size() && matches[to].score == matches[from].score)
            ++to;
        std::vector<Ranked> ranked;
        for (std::size_t i = from; to - from > 1 && i < to; ++i) {
            const auto rank = familiar.rankOf(connection, matches[i].person);
            if (!rank)
                return fail(rank);
            ranked.push_back({*rank, i});
        }
        std::stable_sort(ranked.begin(), ranked.end(),
                         [](const Ranked &a, const Ranked &b) { return a.rank > b.rank; });
        std::vector<PersonMatch> sorted;
        for (const Ranked &each : ranked)
            sorted.push_back(std::move(matches[each.place]));
        std::move(sorted.begin(), sorted.end(), matches.begin() + static_cast<std::ptrdiff_t>(from));
        from = to;
    }
    return {};
}

QStringList codesOf(const std::vector<matching::SearchReason> &reasons)
{
    QStringList codes;
    for (const matching::SearchReason &reason : reasons) {
        if (const QString code = codeOf(reason); !codes.contains(code))
            codes << code;
    }
    return codes;
}

// Says why, and lets go of those nothing speaks for any more: what was found is no longer what is shown.
void explain(const matching::SearchQuery &query, std::vector<PersonMatch> &matches)
{
    for (PersonMatch &match : matches) {
        match.reasons = matching::searchReasons(query, matching::searchCard(match.person), PersonIndex::variants());
        match.why = codesOf(match.reasons);
    }
    std::erase_if(matches, [](const PersonMatch &match) { return match.reasons.empty(); });
}

} // namespace

Result<std::vector<PersonMatch>> PersonSearch::search(const QString &query, int limit, QDate today,
                                                      const TieBreak &tieBreak) const
{
    const matching::SearchQuery read = matching::readQuery(query, today);
    const auto everybody = index();
    if (!everybody)
        return fail(everybody);
    const auto familiar = FamiliarPeople::of(m_connection, **everybody, tieBreak, today);
    if (!familiar)
        return fail(familiar);
    auto matches = find(**everybody, read, limit, leastShareOfSearch, familiar->numbers());
    if (!matches)
        return matches;
    explain(read, *matches);
    if (const Result<> broken = breakTies(m_connection, *familiar, *matches); !broken)
        return fail(broken);
    return matches;
}

Result<std::vector<PersonMatch>> PersonSearch::candidates(const domain::Person &person, int limit) const
{
    const auto everybody = index();
    if (!everybody)
        return fail(everybody);
    auto found = find(**everybody, matching::queryFor(person), limit + 1, 0);
    if (!found)
        return found;
    std::erase_if(*found, [&](const PersonMatch &match) { return match.id == person.id; });
    if (found->size() > static_cast<std::size_t>(std::max(limit, 0)))
        found->resize(static_cast<std::size_t>(std::max(limit, 0)));
    return found;
}

QStringList PersonSearch::whyCandidate(const domain::Person &person, const domain::Person &candidate)
{
    return codesOf(
        matching::searchReasons(matching::queryFor(person), matching::searchCard(candidate), PersonIndex::variants()));
}

Result<std::shared_ptr<const matching::SearchIndex>> PersonSearch::index() const
{
    return m_connection.personIndex()->current(m_connection);
}

Result<std::vector<PersonMatch>> PersonSearch::find(const matching::SearchIndex &index,
                                                    const matching::SearchQuery &query, int limit, double leastShare,
                                                    std::span<const quint32> familiar) const
{
    std::vector<PersonMatch> matches;
    if (query.isEmpty() || limit <= 0)
        return matches;
    std::vector<matching::SearchHit> hits;
    {
        const PersonIndex::Scratch scratch(*m_connection.personIndex());
        hits = index.search(query, static_cast<std::size_t>(limit), PersonIndex::variants(), *scratch, familiar);
    }
    matches.reserve(hits.size());
    for (const matching::SearchHit &hit : hits) {
        if (hit.score < hits.front().score * leastShare)
            break;
        auto person = shownPerson(m_connection, hit.number);
        if (!person)
            return fail(person);
        if (!*person)
            continue; // gone since, or changed by a transaction that this one does not see yet
        PersonMatch match;
        match.id = (*person)->id;
        match.externalId = (*person)->externalId;
        match.score = hit.score;
        match.person = std::move(**person);
        matches.push_back(std::move(match));
    }
    return matches;
}

} // namespace reeve::store
