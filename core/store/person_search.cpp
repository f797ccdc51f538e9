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

Result<qint64> lastContact(Connection &connection, domain::PersonId person)
{
    auto statement = connection.prepare(u"person_last_contact");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    if (const Result<bool> hasRow = statement->step(); !hasRow)
        return fail(hasRow);
    return statement->integer(0);
}

// Among equals the living come first, then those this desk spoke with last.
Result<> breakTies(Connection &connection, std::vector<PersonMatch> &matches)
{
    struct Rank
    {
        bool isDeceased;
        qint64 last;
        std::size_t place;
    };
    for (std::size_t from = 0; from < matches.size();) {
        std::size_t to = from + 1;
        while (to < matches.size() && matches[to].score == matches[from].score)
            ++to;
        std::vector<Rank> ranks;
        for (std::size_t i = from; to - from > 1 && i < to; ++i) {
            const Result<qint64> last = lastContact(connection, matches[i].id);
            if (!last)
                return fail(last);
            ranks.push_back({matches[i].person.dateOfDeath.has_value(), *last, i});
        }
        std::stable_sort(ranks.begin(), ranks.end(), [](const Rank &a, const Rank &b) {
            return a.isDeceased != b.isDeceased ? b.isDeceased : a.last > b.last;
        });
        std::vector<PersonMatch> sorted;
        for (const Rank &rank : ranks)
            sorted.push_back(std::move(matches[rank.place]));
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

Result<std::vector<PersonMatch>> PersonSearch::search(const QString &query, int limit, QDate today) const
{
    const matching::SearchQuery read = matching::readQuery(query, today);
    auto matches = find(read, limit, leastShareOfSearch);
    if (!matches)
        return matches;
    explain(read, *matches);
    if (const Result<> broken = breakTies(m_connection, *matches); !broken)
        return fail(broken);
    return matches;
}

Result<std::vector<PersonMatch>> PersonSearch::candidates(const domain::Person &person, int limit) const
{
    auto found = find(matching::queryFor(person), limit + 1, 0);
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

Result<std::vector<PersonMatch>> PersonSearch::find(const matching::SearchQuery &query, int limit,
                                                    double leastShare) const
{
    std::vector<PersonMatch> matches;
    if (query.isEmpty() || limit <= 0)
        return matches;
    const std::shared_ptr<PersonIndex> index = m_connection.personIndex();
    const auto snapshot = index->current(m_connection);
    if (!snapshot)
        return fail(snapshot);

    std::vector<matching::SearchHit> hits;
    {
        const PersonIndex::Scratch scratch(*index);
        hits = (*snapshot)->search(query, static_cast<std::size_t>(limit), PersonIndex::variants(), *scratch);
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
