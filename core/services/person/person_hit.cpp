// SPDX-License-Identifier: MIT
#include "core/services/person/person_hit.h"

#include "core/domain/person_fields.h"
#include "core/store/person_search.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

QString oneLine(const domain::Address &address)
{
    if (address.text.isEmpty() || address.postcode.isEmpty())
        return address.text + address.postcode;
    return address.text + u", "_s + address.postcode;
}

bool reachesThem(const domain::Person &person, const domain::ContactPoint &point)
{
    if (person.marks.empty())
        return true;
    const QString field = u"contact/"_s + point.key;
    const QJsonValue value = domain::toFields(person).value(field);
    return !domain::standingOf(person.marks, field, value).unreachable;
}

// The preferred number, or else the first.
QString phoneOf(const domain::Person &person)
{
    QString phone;
    for (const auto &point : person.contactPoints) {
        if (point.kind != domain::ContactKind::Phone || !reachesThem(person, point))
            continue;
        if (point.preferred)
            return point.value;
        if (phone.isEmpty())
            phone = point.value;
    }
    return phone;
}

} // namespace

PersonHit hitOf(const domain::Person &person, double score, const QStringList &why)
{
    PersonHit hit;
    hit.id = person.id;
    hit.externalId = person.externalId;
    hit.name = person.displayName();
    hit.knownAs = person.knownAs;
    hit.dateOfBirth = person.dateOfBirth ? person.dateOfBirth->toIso() : QString();
    hit.isDeceased = person.dateOfDeath.has_value();
    if (const domain::Address *home = person.homeAddress())
        hit.address = oneLine(*home);
    hit.phone = phoneOf(person);
    hit.score = score;
    hit.why = why;
    return hit;
}

Result<std::vector<PersonHit>> findPeople(const Job &job, const QString &query, int limit,
                                          std::optional<domain::PersonId> beside)
{
    const store::TieBreak tieBreak{beside, job.desk().policy().catalogue.openDispositions()};
    const auto matches = store::PersonSearch(job.connection()).search(query, limit, job.today(), tieBreak);
    if (!matches)
        return fail(matches);

    std::vector<PersonHit> hits;
    hits.reserve(matches->size());
    for (const store::PersonMatch &match : *matches) {
        if (match.person.isDemo)
            job.desk().markDemo();
        hits.push_back(hitOf(match.person, match.score, match.why));
    }
    return hits;
}

} // namespace reeve::services
