// SPDX-License-Identifier: MIT
#include "core/matching/linkage/person_match.h"
#include "core/matching/normalise.h"

#include <QSet>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

// The ways in which two records look like one person and are two, or look like two and are one.

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

domain::Person person(const QString &given, const QString &family, const QString &born,
                      const QString &address = u"14 Orchard Way"_s, const QString &postcode = u"AA1 1AA"_s,
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
        home.postcode = postcode;
        made.addresses = {home};
    }
    if (!phone.isEmpty()) {
        domain::ContactPoint point;
        point.value = phone;
        made.contactPoints = {point};
    }
    return made;
}

const NameVariants &variants()
{
    static const NameVariants builtIn = NameVariants::builtIn();
    return builtIn;
}

PersonMatch matched(const domain::Person &a, const domain::Person &b)
{
    return score(a, b, {.people = 250'000, .variants = &variants(), .share = {}});
}

Agreement agreementOn(MatchField field, const PersonMatch &match)
{
    const auto reason = std::find_if(match.reasons.cbegin(), match.reasons.cend(),
                                     [field](const MatchReason &each) { return each.field == field; });
    return reason == match.reasons.cend() ? Agreement::Unknown : reason->agreement;
}

const QString mobile = u"07700 900123"_s;

} // namespace

TEST_CASE("twins are two people, whatever they share", "[matching][pitfalls]")
{
    const auto ella = person(u"Ella"_s, u"Hayward"_s, u"2012-06-21"_s, u"14 Orchard Way"_s, u"AA1 1AA"_s, mobile);
    auto mia = ella;
    mia.name.given = u"Mia"_s;
    const PersonMatch match = matched(ella, mia);
    CHECK(match.caution == MatchCaution::PossibleTwin);
    CHECK(match.probability < matchProbability);
    CHECK(match.outcome != MatchOutcome::Match);
}

TEST_CASE("children who have no name yet may be twins, whatever they share", "[matching][pitfalls]")
{
    for (const QString &given : {u"Baby"_s, u"Baby Girl"_s, u"Infant"_s}) {
        const auto child = person(given, u"Hayward"_s, u"2026-11-01"_s, u"14 Orchard Way"_s, u"AA1 1AA"_s, mobile);
        CHECK(matched(child, child).caution == MatchCaution::PossibleTwin);
        CHECK(matched(child, child).outcome == MatchOutcome::Potential);
        auto known = child;
        known.nhsNumber = u"9990000018"_s;
        CHECK(matched(known, known).outcome == MatchOutcome::Match);
    }
}

TEST_CASE("twins whose names are one letter apart are two people, and a slip of the pen is not a twin",
          "[matching][pitfalls]")
{
    // Counted among a hundred thousand, where a rare name looks like a slip.
    const MatchSurroundings counted{
        .people = 100'000, .variants = &variants(), .share = [](MatchField, const QString &name) {
            return name == u"ella" || name == u"laura" ? 0.005 : 0.00001;
        }};
    const auto outcome = [&](const QString &one, const QString &other) {
        const auto born = u"2016-05-15"_s;
        return score(person(one, u"Hayward"_s, born), person(other, u"Hayward"_s, born), counted);
    };
    CHECK(outcome(u"Ella"_s, u"Elea"_s).caution == MatchCaution::PossibleTwin);
    CHECK(outcome(u"Fredrick"_s, u"Frederick"_s).caution == MatchCaution::PossibleTwin);
    CHECK(outcome(u"Laura"_s, u"Luara"_s).caution == MatchCaution::None);
    CHECK(outcome(u"Laura"_s, u"Luara"_s).outcome == MatchOutcome::Match);
}

TEST_CASE("one home, name and date of birth, and still another when their middle names differ", "[matching][pitfalls]")
{
    auto one = person(u"Amy"_s, u"Hayward"_s, u"1990-06-14"_s);
    auto other = one;
    CHECK(matched(one, other).outcome == MatchOutcome::Match);
    one.name.middle = u"Naomi"_s;
    other.name.middle = u"Rose"_s;
    CHECK(matched(one, other).caution == MatchCaution::PossibleTwin);
    CHECK(matched(one, other).outcome != MatchOutcome::Match);
}

TEST_CASE("a nickname that others are called may be a twin's name, one that nobody else has is none",
          "[matching][pitfalls]")
{
    const MatchSurroundings counted{
        .people = 1'000'000, .variants = &variants(), .share = [](MatchField, const QString &name) {
            return name == u"dob" ? 0.00001 : 0.002;
        }};
    const auto born = u"1979-06-21"_s;
    const auto robert = person(u"Robert"_s, u"Hayward"_s, born);
    CHECK(score(robert, person(u"Bobby"_s, u"Hayward"_s, born), counted).caution == MatchCaution::PossibleTwin);
    CHECK(score(robert, person(u"Dob"_s, u"Hayward"_s, born), counted).outcome == MatchOutcome::Match);
}

TEST_CASE("a son with his father's name is not his father", "[matching][pitfalls]")
{
    const auto senior = person(u"George"_s, u"Hayward"_s, u"1950-03-02"_s, u"14 Orchard Way"_s, u"AA1 1AA"_s, mobile);
    auto junior = senior;
    junior.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    CHECK(matched(senior, junior).caution == MatchCaution::PossibleJunior);
    CHECK(matched(senior, junior).outcome != MatchOutcome::Match);

    SECTION("and without a date of birth a person decides")
    {
        auto unknown = senior;
        unknown.dateOfBirth.reset();
        unknown.contactPoints.clear();
        CHECK(matched(unknown, junior).caution == MatchCaution::UnknownBirth);
        CHECK(matched(unknown, junior).outcome != MatchOutcome::Match);
    }
    SECTION("and one record that fits both is too close to call")
    {
        auto middle = senior;
        middle.dateOfBirth.reset();
        const std::vector<domain::Person> both{senior, junior};
        CHECK(findMatch(middle, both, {.people = 250'000, .variants = &variants(), .share = {}}).outcome ==
              MatchOutcome::Many);
    }
}

TEST_CASE("a shared telephone does not make one person of a couple", "[matching][pitfalls]")
{
    const auto joan = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s, u"14 Orchard Way"_s, u"AA1 1AA"_s, mobile);
    auto peter = joan;
    peter.name.given = u"Peter"_s;
    peter.dateOfBirth = *domain::PartialDate::parseIso(u"1975-02-03");
    CHECK(matched(joan, peter).probability < 0.01);
}

TEST_CASE("the telephone of a care home says nothing about who someone is", "[matching][pitfalls]")
{
    const QString office = u"07700 900999"_s;
    std::vector<domain::Person> residents;
    for (const QString &given : {u"Ada"_s, u"Bert"_s, u"Clara"_s, u"David"_s, u"Edith"_s, u"Frank"_s, u"Grace"_s})
        residents.push_back(
            person(given, u"Resident"_s + given, u"1940-01-02"_s, u"1 Home Lane"_s, u"AA1 1AA"_s, office));
    const auto newcomer = person(u"Hilda"_s, u"Moss"_s, u"1938-07-09"_s, u"1 Home Lane"_s, u"AA1 1AA"_s, office);
    const MatchAnswer answer =
        findMatch(newcomer, residents, {.people = 250'000, .variants = &variants(), .share = {}});
    CHECK(answer.outcome == MatchOutcome::None);
}

TEST_CASE("1 January means that only the year is known", "[matching][pitfalls]")
{
    const auto known = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
    const auto yearOnly = person(u"Joan"_s, u"Hayward"_s, u"1979-01-01"_s);
    CHECK(agreementOn(MatchField::DateOfBirth, matched(known, yearOnly)) == Agreement::YearOnly);
    CHECK(matched(known, yearOnly).outcome == MatchOutcome::Match);
    CHECK(matched(known, yearOnly).weight < matched(known, known).weight);
}

TEST_CASE("day and month changed round are a slip", "[matching][pitfalls]")
{
    const auto one = person(u"Joan"_s, u"Hayward"_s, u"1979-06-11"_s);
    const auto other = person(u"Joan"_s, u"Hayward"_s, u"1979-11-06"_s);
    CHECK(agreementOn(MatchField::DateOfBirth, matched(one, other)) == Agreement::Swapped);
    CHECK(matched(one, other).outcome == MatchOutcome::Match);
}

TEST_CASE("who married and moved is found by the former name", "[matching][pitfalls]")
{
    const auto before = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
    auto after = person(u"Joan"_s, u"Mernitz"_s, u"1979-06-21"_s, u"3 Mill Lane"_s, u"AA9 9ZZ"_s);
    after.formerNames = {{u"k"_s, {{}, {}, {}, u"Hayward"_s}}};
    CHECK(agreementOn(MatchField::FamilyName, matched(before, after)) == Agreement::Former);
    CHECK(matched(before, after).outcome == MatchOutcome::Match);
}

TEST_CASE("a former name is known with a slip in it", "[matching][pitfalls]")
{
    const auto before = person(u"Joan"_s, u"Fallagher"_s, u"1979-06-21"_s);
    auto after = person(u"Joan"_s, u"Collings"_s, u"1979-06-21"_s, u"3 Mill Lane"_s, u"AA9 9ZZ"_s);
    after.formerNames = {{u"k"_s, {{}, {}, {}, u"Fallager"_s}}};
    CHECK(agreementOn(MatchField::FamilyName, matched(before, after)) == Agreement::Former);
}

TEST_CASE("who moved house is the same person", "[matching][pitfalls]")
{
    const auto before = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
    const auto after = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s, u"3 Mill Lane"_s, u"AA9 9ZZ"_s);
    CHECK(matched(before, after).outcome == MatchOutcome::Match);
}

TEST_CASE("who moved has another landline, which says no more against them", "[matching][pitfalls]")
{
    const auto born = u"1979-06-21"_s;
    const auto before = person(u"Joan"_s, u"Hayward"_s, born, u"14 Orchard Way"_s, u"AA1 1AA"_s, u"01632 960123"_s);
    const auto moved = person(u"Joan"_s, u"Hayward"_s, born, u"3 Mill Lane"_s, u"AA9 9ZZ"_s, u"01632 960456"_s);
    const auto stayed = person(u"Joan"_s, u"Hayward"_s, born, u"14 Orchard Way"_s, u"AA1 1AA"_s, u"01632 960456"_s);
    const auto against = [&before](const domain::Person &other) {
        const PersonMatch match = matched(before, other);
        const auto reason = std::find_if(match.reasons.cbegin(), match.reasons.cend(),
                                         [](const MatchReason &each) { return each.field == MatchField::Landline; });
        return reason == match.reasons.cend() ? 0 : reason->bits;
    };
    CHECK(against(moved) < 0);
    CHECK(against(moved) > -0.5);
    CHECK(against(stayed) < -1);
}

TEST_CASE("a name of another script is known by each of its spellings", "[matching][pitfalls]")
{
    const auto one = person(u"Mohammed"_s, u"Chowdhury"_s, u"1979-06-21"_s);
    const auto other = person(u"Muhammad"_s, u"Choudhury"_s, u"1979-06-21"_s);
    CHECK(agreementOn(MatchField::GivenName, matched(one, other)) == Agreement::Variant);
    CHECK(agreementOn(MatchField::FamilyName, matched(one, other)) == Agreement::Variant);
    CHECK(matched(one, other).outcome == MatchOutcome::Match);
}

TEST_CASE("a nickname is the name", "[matching][pitfalls]")
{
    CHECK(agreementOn(MatchField::GivenName, matched(person(u"William"_s, u"Hayward"_s, u"1979-06-21"_s),
                                                     person(u"Bill"_s, u"Hayward"_s, u"1979-06-21"_s))) ==
          Agreement::Variant);
}

TEST_CASE("first and family name may stand in each other's place", "[matching][pitfalls]")
{
    const auto right = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
    const auto wrong = person(u"Hayward"_s, u"Joan"_s, u"1979-06-21"_s);
    CHECK(agreementOn(MatchField::GivenName, matched(right, wrong)) == Agreement::Swapped);
    CHECK(matched(right, wrong).outcome == MatchOutcome::Match);

    const auto slipped = person(u"Haywadr"_s, u"Jaon"_s, u"1979-06-21"_s);
    CHECK(agreementOn(MatchField::GivenName, matched(right, slipped)) == Agreement::Swapped);
}

TEST_CASE("hyphen, space and apostrophe make no other name", "[matching][pitfalls]")
{
    const auto born = u"1979-06-21"_s;
    CHECK(agreementOn(MatchField::FamilyName, matched(person(u"Joan"_s, u"Smith-Jones"_s, born),
                                                      person(u"Joan"_s, u"Smith Jones"_s, born))) == Agreement::Same);
    CHECK(agreementOn(MatchField::FamilyName, matched(person(u"Joan"_s, u"Smith-Jones"_s, born),
                                                      person(u"Joan"_s, u"Smithjones"_s, born))) == Agreement::Variant);
    CHECK(agreementOn(MatchField::FamilyName, matched(person(u"Joan"_s, u"Smith-Jones"_s, born),
                                                      person(u"Joan"_s, u"Jones"_s, born))) == Agreement::Part);
    CHECK(agreementOn(MatchField::FamilyName, matched(person(u"Sean"_s, u"O'Brien"_s, born),
                                                      person(u"Sean"_s, u"OBrien"_s, born))) == Agreement::Same);
}

TEST_CASE("what stands for \"not known\" is not compared", "[matching][pitfalls]")
{
    const auto one = person(u"Joan"_s, u"Hayward"_s, u"1900-01-01"_s, {}, {}, u"07000000000"_s);
    const PersonMatch match = matched(one, one);
    CHECK(agreementOn(MatchField::DateOfBirth, match) == Agreement::Unknown);
    CHECK(agreementOn(MatchField::Phone, match) == Agreement::Unknown);
    CHECK(match.outcome != MatchOutcome::Match); // a name alone
}

TEST_CASE("no fixed abode is no home that two people share, nor is the council's own address", "[matching][pitfalls]")
{
    const auto homeless = person(u"Joan"_s, u"Hayward"_s, {}, u"no fixed abode"_s, u"ZZ99 3VZ"_s);
    const PersonMatch match = matched(homeless, homeless);
    CHECK(agreementOn(MatchField::Postcode, match) == Agreement::Unknown);
    CHECK(match.outcome != MatchOutcome::Match);

    // Whose letters go to the council: one house among many in that borough, and everybody's.
    std::vector<domain::Person> known;
    for (const QString &given : {u"Ada"_s, u"Bert"_s, u"Clara"_s, u"David"_s, u"Edith"_s, u"Frank"_s, u"Grace"_s,
                                 u"Harry"_s, u"Joan"_s, u"Kate"_s, u"Leo"_s, u"Mabel"_s})
        known.push_back(person(given, u"Resident"_s + given, {}, u"1 Town Hall Square"_s, u"AA1 1AA"_s));
    const auto newcomer = person(u"Joan"_s, u"Moss"_s, {}, u"1 Town Hall Square"_s, u"AA1 1AA"_s);
    CHECK(findMatch(newcomer, known, {.people = 250'000, .variants = &variants(), .share = {}}).outcome !=
          MatchOutcome::Match);
}

TEST_CASE("a slip of the pen weighs alike in names of every origin", "[matching][pitfalls]")
{
    const std::vector<std::array<QString, 4>> registeredTwice{
        // given, family, and both again
        {u"Margaret"_s, u"Thompson"_s, u"Margeret"_s, u"Thomson"_s},
        {u"Rhiannon"_s, u"Llewellyn"_s, u"Rhianon"_s, u"Llewelyn"_s},
        {u"Mohammed"_s, u"Hussain"_s, u"Muhammad"_s, u"Hussein"_s},
        {u"Agnieszka"_s, u"Wiśniewska"_s, u"Agnieska"_s, u"Wisniewska"_s},
        {u"Oluwaseun"_s, u"Adebayo"_s, u"Oluwaseyun"_s, u"Adebayo"_s},
        {u"Thanh"_s, u"Nguyen"_s, u"Nguyen"_s, u"Thanh"_s},
        {u"Siobhán"_s, u"O'Sullivan"_s, u"Siobhan"_s, u"OSullivan"_s},
        {u"Parminder"_s, u"Singh"_s, u"Parmindar"_s, u"Singh"_s},
        {u"Xiaoyan"_s, u"Zhang"_s, u"Xiao Yan"_s, u"Zhang"_s},
    };
    // Counted among a hundred thousand: what people are called some have, a slip hardly anybody.
    QSet<QString> names;
    for (const auto &each : registeredTwice)
        names |= {fold(each[0]), fold(each[1])};
    const MatchSurroundings counted{
        .people = 100'000, .variants = &variants(), .share = [&names](MatchField, const QString &name) {
            return names.contains(name) ? 0.002 : 0.00001;
        }};
    for (const auto &[given, family, givenAgain, familyAgain] : registeredTwice) {
        INFO((given + u' ' + family).toStdString());
        const PersonMatch match =
            score(person(given, family, u"1988-03-14"_s), person(givenAgain, familyAgain, u"1988-03-14"_s), counted);
        CHECK(match.outcome == MatchOutcome::Match);
        CHECK(match.caution == MatchCaution::None);
    }
}

TEST_CASE("a caller who matches someone deceased is an alarm, and two days of death are two people",
          "[matching][pitfalls]")
{
    const auto caller = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
    auto dead = caller;
    dead.dateOfDeath = *domain::PartialDate::parseIso(u"2024-02-03");
    CHECK(matched(caller, dead).caution == MatchCaution::Deceased);
    CHECK(matched(caller, dead).outcome == MatchOutcome::Potential);

    auto other = caller;
    other.dateOfDeath = *domain::PartialDate::parseIso(u"2020-11-12");
    CHECK(matched(dead, other).caution == MatchCaution::DifferentDeaths);
    CHECK(matched(dead, other).outcome == MatchOutcome::None);
}

TEST_CASE("a rare name says more than a common one", "[matching][pitfalls]")
{
    const auto smith = person(u"Joan"_s, u"Smith"_s, {}, {});
    const auto mernitz = person(u"Joan"_s, u"Mernitz"_s, {}, {});
    const MatchSurroundings counted{
        .people = 250'000, .variants = &variants(), .share = [](MatchField, const QString &name) {
            return name == u"smith" ? 0.01 : 0.00001;
        }};
    CHECK(score(mernitz, mernitz, counted).weight > score(smith, smith, counted).weight + 5);
}

TEST_CASE("what neither record says weighs nothing", "[matching][pitfalls]")
{
    const domain::Person nobody;
    CHECK(matched(nobody, nobody).reasons.empty());
    CHECK(matched(nobody, nobody).outcome == MatchOutcome::None);
}

TEST_CASE("a short form of the name and two slips in the family name do not hide who shares all the rest",
          "[matching][pitfalls]")
{
    const auto landline = u"01632 960111"_s;
    const auto whole =
        person(u"Jonathan"_s, u"Brimbellweather"_s, u"1931-03-04"_s, u"3 Odd Lane"_s, u"AA1 1AA"_s, landline);
    auto other = whole;
    other.name.given = u"Jon"_s;
    other.name.family = u"Brimbelwether"_s;
    CHECK(matched(whole, other).probability >= potentialProbability);
}
