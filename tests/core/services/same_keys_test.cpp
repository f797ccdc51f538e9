// SPDX-License-Identifier: MIT
#include "core/services/person/same_keys.h"

#include <catch2/catch.hpp>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;

namespace {

// One of many who are called Joan and have one telephone.
matching::SearchCard joan(const QString &family, const QString &postcode, QStringView born)
{
    domain::Person person;
    person.name = {{}, u"Joan"_s, {}, family};
    person.dateOfBirth = *domain::PartialDate::parseIso(born);
    domain::ContactPoint phone;
    phone.kind = domain::ContactKind::Phone;
    phone.value = u"07700 900123"_s;
    person.contactPoints.push_back(phone);
    domain::Address home;
    home.postcode = postcode;
    person.addresses.push_back(home);
    return matching::searchCard(person);
}

} // namespace

TEST_CASE("two of whom only the year or the month of birth is known were not born on the same day", "[import]")
{
    services::SameKeys keys(nullptr);
    CHECK(keys.add(1, joan(u"Hayward"_s, u"AA1 1AA"_s, u"1950")).empty());
    CHECK(keys.add(2, joan(u"Okafor"_s, u"AA7 7AA"_s, u"1962")).empty());
    CHECK(keys.add(3, joan(u"Nowak"_s, u"AA8 8AA"_s, u"1971-04")).empty());
    CHECK(keys.add(4, joan(u"Morris"_s, u"AA9 9AA"_s, u"1950")) == std::vector<quint32>{1}); // the same year
}

TEST_CASE("two who were born on the same day of different years are compared", "[import]")
{
    services::SameKeys keys(nullptr);
    CHECK(keys.add(1, joan(u"Hayward"_s, u"AA1 1AA"_s, u"1950-05-03")).empty());
    CHECK(keys.add(2, joan(u"Okafor"_s, u"AA7 7AA"_s, u"1962-05-03")) == std::vector<quint32>{1}); // one digit wrong
    CHECK(keys.add(3, joan(u"Nowak"_s, u"AA8 8AA"_s, u"1971-04-03")).empty());
}
