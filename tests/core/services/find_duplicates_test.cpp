// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/find_duplicates.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

domain::Person person(const QString &given, const QString &family, const QString &born)
{
    domain::Person made;
    made.id = domain::PersonId(QUuid::createUuid());
    made.name.given = given;
    made.name.family = family;
    made.dateOfBirth = *domain::PartialDate::parseIso(born);
    domain::Address home;
    home.text = u"14 Orchard Way"_s;
    home.postcode = u"AA1 1AA"_s;
    made.addresses = {home};
    return made;
}

} // namespace

TEST_CASE("what somebody has decided is not on the list of duplicates again", "[services][duplicates]")
{
    const std::vector<domain::Person> people{person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s),
                                             person(u"Zbigniew"_s, u"Nowak"_s, u"1950-01-30"_s),
                                             person(u"Jaon"_s, u"Hayward"_s, u"1979-06-21"_s)};
    std::size_t next = 0;
    const services::PeopleSource source = [&]() -> Result<std::optional<domain::Person>> {
        return next < people.size() ? std::optional(people[next++]) : std::nullopt;
    };

    SECTION("a pair nobody has looked at is")
    {
        const auto pairs = services::findDuplicates(source, {}, {});
        REQUIRE(pairs);
        REQUIRE_FALSE(pairs->empty());
        CHECK(pairs->front().left == people[0].id);
        CHECK(pairs->front().right == people[2].id);
    }
    SECTION("a decided one is not")
    {
        const auto pairs = services::findDuplicates(
            source, [&](domain::PersonId left, domain::PersonId) { return left == people[0].id; }, {});
        REQUIRE(pairs);
        CHECK(pairs->empty());
    }
}
