// SPDX-License-Identifier: MIT
#include "core/services/person/likely_matches.h"

#include "core/matching/linkage/person_match.h"
#include "core/services/person/person_hit.h"
#include "core/store/person_repository.h"

#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int candidatesPerSearch = 50;
constexpr qint64 usualCouncil = 250'000; // people, among whom namesakes are looked for

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

    std::vector<domain::Person> people;
    for (auto found = why.cbegin(); found != why.cend(); ++found) {
        auto person = store::PersonRepository(job.connection()).find(found.key());
        if (!person)
            return fail(person);
        if (*person)
            people.push_back(std::move(**person));
    }
    const matching::NameVariants variants = matching::NameVariants::builtIn();
    const matching::MatchAnswer answer =
        matching::findMatch(typed, people, {.people = usualCouncil, .variants = &variants, .share = {}});
    std::vector<PersonHit> hits;
    for (const matching::RankedMatch &ranked : answer.ranked) {
        const domain::Person &person = people[ranked.index];
        QStringList &reasons = why[person.id];
        reasons.removeDuplicates();
        hits.push_back(hitOf(person, ranked.match.weight, reasons));
    }
    std::sort(hits.begin(), hits.end(), [](const PersonHit &a, const PersonHit &b) {
        return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    if (hits.size() > static_cast<std::size_t>(std::max(limit, 0)))
        hits.resize(static_cast<std::size_t>(std::max(limit, 0)));
    return hits;
}

} // namespace reeve::services
