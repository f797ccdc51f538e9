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

matching::SearchCard called(const QString &given, const QString &family, QStringView born, const QString &knownAs = {},
                            const QString &postcode = {})
{
    domain::Person person;
    person.name = {{}, given, {}, family};
    person.knownAs = knownAs;
    person.dateOfBirth = *domain::PartialDate::parseIso(born);
    if (!postcode.isEmpty()) {
        domain::Address home;
        home.postcode = postcode;
        person.addresses.push_back(home);
    }
    return matching::searchCard(person);
}

// Whether the second is found where the first was here before, and where both come in one import; the same answer.
bool isFound(const matching::SearchCard &first, const matching::SearchCard &second)
{
    const services::SameKeys before(matching::SearchIndex().with({{1, first}}));
    services::SameKeys together(nullptr);
    CHECK(together.add(1, first).empty());
    const bool isFound = before.known(second) == std::vector<quint32>{1};
    CHECK((together.add(2, second) == std::vector<quint32>{1}) == isFound);
    return isFound;
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

TEST_CASE("who gives the name they are known by is found by family name and date of birth", "[import]")
{
    CHECK(isFound(called(u"Percival"_s, u"Hayward"_s, u"1945-04-07", u"Zac"_s),
                  called(u"Zac"_s, u"Hayward"_s, u"1945-04-07")));
    CHECK_FALSE(isFound(called(u"Percival"_s, u"Hayward"_s, u"1945-04-07", u"Zac"_s),
                        called(u"Zac"_s, u"Hayward"_s, u"1945-04-08")));
}

TEST_CASE("in one postcode the day and the month of birth may have changed places", "[import]")
{
    const auto postcode = u"AA1 1AA"_s;
    CHECK(isFound(called(u"Mary"_s, u"O'Rourke"_s, u"1955-12-01", {}, postcode),
                  called(u"Maureen"_s, u"ORourke"_s, u"1955-01-12", {}, postcode)));
    CHECK_FALSE(isFound(called(u"Mary"_s, u"O'Rourke"_s, u"1955-12-13", {}, postcode),
                        called(u"Maureen"_s, u"Rourke"_s, u"1955-11-13", {}, postcode)));
}
