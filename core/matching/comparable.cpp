// SPDX-License-Identifier: MIT
#include "core/domain/email_address.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"
#include "core/matching/normalise.h"
#include "core/matching/pair_score.h"

#include <algorithm>

namespace reeve::matching {

namespace {

bool hasDigit(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
}

void addContact(Comparable &result, const domain::ContactPoint &point)
{
    QStringList &values = point.kind == domain::ContactKind::Phone ? result.phones : result.emails;
    QString value = point.normalised;
    if (value.isEmpty() && point.kind == domain::ContactKind::Phone) {
        std::copy_if(point.value.cbegin(), point.value.cend(), std::back_inserter(value),
                     [](QChar c) { return c.isDigit(); });
    } else if (value.isEmpty()) {
        value = point.value.trimmed().toLower();
    }
    if (!value.isEmpty())
        values << value;
}

void addAddress(Comparable &result, const domain::Address &address)
{
    result.addressWords = fold(address.text).split(u' ', Qt::SkipEmptyParts);
    const auto number = std::find_if(result.addressWords.cbegin(), result.addressWords.cend(), hasDigit);
    if (number != result.addressWords.cend())
        result.houseNumber = *number;
    result.addressWords.sort();

    if (const auto postcode = domain::Postcode::parse(address.postcode)) {
        result.postcode = postcode->compact();
        result.district = postcode->outward();
    } else {
        result.postcode = fold(address.postcode).remove(u' ');
        result.district = result.postcode;
    }
}

} // namespace

Comparable comparable(const domain::Person &person)
{
    Comparable result;
    result.given = fold(person.name.given);
    result.knownAs = fold(person.knownAs);
    result.family = fold(person.name.family);
    for (const auto &former : person.formerNames)
        result.formerFamilies << fold(former.name.family);
    result.formerFamilies.removeAll(QString());
    result.born = person.dateOfBirth;
    for (const auto &point : person.contactPoints)
        addContact(result, point);
    if (const domain::Address *home = person.homeAddress())
        addAddress(result, *home);
    result.nhsNumber = person.nhsNumber;
    result.niNumber = person.niNumber;
    return result;
}

void NameFrequencies::add(const Comparable &person)
{
    ++m_people;
    if (!person.given.isEmpty())
        ++m_given[person.given];
    if (!person.family.isEmpty())
        ++m_family[person.family];
}

double NameFrequencies::share(const QHash<QString, int> &counts, const QString &name) const
{
    return m_people > 0 ? static_cast<double>(counts.value(name)) / m_people : 0.0;
}

} // namespace reeve::matching
