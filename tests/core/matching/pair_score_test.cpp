// SPDX-License-Identifier: MIT
#include "core/matching/candidate_pairs.h"
#include "core/matching/pair_score.h"
#include "core/matching/string_distance.h"
#include "tests/support/result_printing.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

constexpr double prior = -18;

domain::Person person(const QString &given, const QString &family, const QString &born, const QString &address,
                      const QString &phone = {})
{
    domain::Person made;
    made.name.given = given;
    made.name.family = family;
    if (!born.isEmpty())
        made.dateOfBirth = *domain::PartialDate::parseIso(born);
    if (!address.isEmpty()) {
        domain::Address home;
        home.text = address;
        home.postcode = u"AA1 1AA"_s;
        made.addresses = {home};
    }
    if (!phone.isEmpty()) {
        domain::ContactPoint point;
        point.value = phone;
        point.normalised = phone;
        made.contactPoints = {point};
    }
    return made;
}

double weight(const domain::Person &a, const domain::Person &b)
{
    return PairScore(prior).weight(comparable(a), comparable(b));
}

} // namespace

TEST_CASE("one edit apart is one insertion, deletion, substitution or swap of neighbours", "[matching]")
{
    CHECK(isWithinOneEdit(u"smith", u"smith"));
    CHECK(isWithinOneEdit(u"smith", u"smyth"));
    CHECK(isWithinOneEdit(u"smith", u"smit"));
    CHECK(isWithinOneEdit(u"smith", u"smiths"));
    CHECK(isWithinOneEdit(u"john", u"jhon"));
    CHECK(isWithinOneEdit(u"", u"a"));
    CHECK_FALSE(isWithinOneEdit(u"john", u"jhom"));
    CHECK_FALSE(isWithinOneEdit(u"smith", u"sm"));
    CHECK_FALSE(isWithinOneEdit(u"ab", u"cd"));
}

TEST_CASE("Jaro-Winkler gives the published values", "[matching]")
{
    CHECK(jaroWinkler(u"martha", u"marhta") == Approx(0.9611).margin(0.0001));
    CHECK(jaroWinkler(u"dwayne", u"duane") == Approx(0.84).margin(0.0001));
    CHECK(jaroWinkler(u"dixon", u"dicksonx") == Approx(0.8133).margin(0.0001));
    CHECK(jaroWinkler(u"abc", u"xyz") == 0);
}

TEST_CASE("Soundex gives the published codes", "[matching]")
{
    CHECK(soundex(u"robert") == u"R163"_s);
    CHECK(soundex(u"rupert") == u"R163"_s);
    CHECK(soundex(u"ashcraft") == u"A261"_s);
    CHECK(soundex(u"tymczak") == u"T522"_s);
    CHECK(soundex(u"pfister") == u"P236"_s);
    CHECK(soundex(u"lee") == u"L000"_s);
    CHECK(soundex(u"明").isEmpty());
}

TEST_CASE("the same person, written down twice, weighs far more than a couple or twins", "[matching]")
{
    const auto joan = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s, u"14 Orchard Way"_s, u"+447700900123"_s);
    auto typo = joan;
    typo.name.given = u"Jaon"_s;
    auto husband = joan;
    husband.name.given = u"Peter"_s;
    husband.dateOfBirth = *domain::PartialDate::parseIso(u"1975-02-03");
    auto twin = joan;
    twin.name.given = u"Margaret"_s;
    auto moved = person(u"Joan"_s, u"Smith"_s, u"1979-06-21"_s, u"3 Mill Lane"_s);
    moved.formerNames = {{u"k"_s, {{}, {}, {}, u"Hayward"_s}}};
    moved.addresses.front().postcode = u"AA9 9ZZ"_s;
    const auto namesake = person(u"Joan"_s, u"Hayward"_s, u"1941-11-02"_s, u"88 High Street"_s);

    CHECK(PairScore::probability(weight(joan, joan)) > 0.999);
    CHECK(PairScore::probability(weight(joan, typo)) > 0.999);
    CHECK(PairScore::probability(weight(joan, moved)) > 0.9);
    CHECK(PairScore::probability(weight(joan, husband)) < 0.01);
    CHECK(PairScore::probability(weight(joan, twin)) < 0.95); // for a person to look at, never "the same"
    CHECK(PairScore::probability(weight(joan, namesake)) < 0.5);
    CHECK(weight(joan, moved) == Approx(weight(moved, joan)));
}

TEST_CASE("what is not known says nothing", "[matching]")
{
    const domain::Person nobody;
    CHECK(weight(nobody, nobody) == Approx(prior));
    CHECK(weight(nobody, person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s, {})) == Approx(prior));
}

TEST_CASE("sharing a rare name says more than sharing a common one", "[matching]")
{
    NameFrequencies frequencies;
    const auto smith = person({}, u"Smith"_s, {}, {});
    const auto mernitz = person({}, u"Mernitz"_s, {}, {});
    for (int i = 0; i < 999; ++i)
        frequencies.add(comparable(smith));
    frequencies.add(comparable(mernitz));
    const PairScore scorer(prior, &frequencies);
    CHECK(scorer.weight(comparable(mernitz), comparable(mernitz)) >
          scorer.weight(comparable(smith), comparable(smith)) + 5);
}

TEST_CASE("a pair of records is handed out once, whatever they share", "[matching]")
{
    const auto joan = comparable(person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s, u"14 Orchard Way"_s));
    const auto other = comparable(person(u"Zbigniew"_s, u"Nowak"_s, u"1950-01-30"_s, u"2 Elm Close"_s));
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const PairSink sink = [&pairs](std::size_t l, std::size_t r) { pairs.emplace_back(l, r); };

    candidatePairs({joan, other, joan}, sink);
    CHECK(pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}});
    pairs.clear();
    candidatePairs({joan}, {other, joan}, sink);
    CHECK(pairs == std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}});
}
