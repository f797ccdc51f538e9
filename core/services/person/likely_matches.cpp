// SPDX-License-Identifier: MIT
#include "core/services/person/likely_matches.h"

#include "core/matching/pair_score.h"
#include "core/services/person/person_hit.h"
#include "core/store/person_repository.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int candidatesPerSearch = 50;
constexpr double strangers = -18.0;  // log2 odds of two records of one council being one person
constexpr double leastWeight = -9.0; // worth a second look

QStringList queriesFor(const domain::Person &typed)
{
    const QString name = QStringList{typed.name.given, typed.name.family}.join(u' ').simplified();
    const QString given = typed.name.given.isEmpty() ? typed.knownAs : typed.name.given;
    const QString born = typed.dateOfBirth ? typed.dateOfBirth->toIso() : QString();
    const domain::Address *home = typed.homeAddress();
    const QString postcode = home ? home->postcode : QString();

    QStringList queries;
    if (name.size() >= 3)
        queries << name;
    if (!born.isEmpty() && !typed.name.family.isEmpty())
        queries << typed.name.family + u' ' + born;
    if (!born.isEmpty() && !given.isEmpty())
        queries << given + u' ' + born;
    if (!postcode.isEmpty() && !typed.name.family.isEmpty())
        queries << typed.name.family + u' ' + postcode;
    if (!postcode.isEmpty() && !given.isEmpty())
        queries << given + u' ' + postcode;
    for (const auto &point : typed.contactPoints)
        queries << point.value;
    return queries;
}

} // namespace

Result<std::vector<PersonHit>> findLikelyMatches(const Job &job, const domain::Person &typed, int limit)
{
    QHash<domain::PersonId, QStringList> why;
    for (const QString &query : queriesFor(typed)) {
        const auto matches = store::PersonSearch(job.connection()).search(query, candidatesPerSearch, job.today());
        if (!matches)
            return fail(matches);
        for (const store::PersonMatch &match : *matches)
            why[match.id] += match.why;
    }
    why.remove(typed.id);

    const matching::PairScore scorer{strangers};
    const matching::Comparable wanted = matching::comparable(typed);
    std::vector<PersonHit> hits;
    for (auto found = why.begin(); found != why.end(); ++found) {
        const auto person = store::PersonRepository(job.connection()).find(found.key());
        if (!person)
            return fail(person);
        if (!*person)
            continue;
        const double weight = scorer.weight(wanted, matching::comparable(**person));
        if (weight < leastWeight)
            continue;
        found->removeDuplicates();
        hits.push_back(hitOf(**person, weight, *found));
    }
    std::sort(hits.begin(), hits.end(), [](const PersonHit &a, const PersonHit &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    if (hits.size() > static_cast<std::size_t>(std::max(limit, 0)))
        hits.resize(static_cast<std::size_t>(std::max(limit, 0)));
    return hits;
}

} // namespace reeve::services
