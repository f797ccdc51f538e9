// SPDX-License-Identifier: MIT
#include "core/store/familiar_people.h"

#include "core/store/interaction_repository.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "tests/core/store/test_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using domain::Person;
using domain::PersonId;
using store::Connection;
using test::TestDesk;

namespace {

constexpr int limit = 10;
const QStringList openDispositions = {u"callback"_s};

domain::Address homeAt(const QString &text)
{
    domain::Address home;
    home.key = u"h"_s;
    home.text = text;
    return home;
}

// More than any list shows.
std::vector<Person> namesakes(TestDesk &desk)
{
    std::vector<Person> people;
    for (int i = 0; i < 300; ++i) {
        Person person = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
        person.addresses.push_back(homeAt(u"%1 Long Lane, Exampleton"_s.arg(i + 1)));
        people.push_back(std::move(person));
    }
    return people;
}

void add(TestDesk &desk, const std::vector<Person> &people)
{
    REQUIRE(desk.write([&](Connection &connection) -> Result<> {
        for (const Person &person : people) {
            if (const Result<> inserted = store::PersonRepository(connection).insert(person); !inserted)
                return inserted;
        }
        return {};
    }));
}

void speakWith(TestDesk &desk, PersonId person, const QString &disposition = u"resolved"_s)
{
    desk.clock().advance(1min);
    domain::Interaction call;
    call.id = desk.ids().next<domain::InteractionTag>();
    call.person = person;
    call.startedAt = desk.now();
    call.disposition = disposition;
    REQUIRE(desk.write([&](Connection &connection) {
        return store::InteractionRepository(connection).insert(call, u"handler"_s, false);
    }));
}

std::vector<PersonId> search(TestDesk &desk, const QString &query, std::optional<PersonId> beside = {})
{
    const auto matches =
        store::PersonSearch(desk.connection()).search(query, limit, QDate(2026, 11, 22), {beside, openDispositions});
    REQUIRE(matches);
    std::vector<PersonId> ids;
    for (const store::PersonMatch &match : *matches)
        ids.push_back(match.id);
    return ids;
}

} // namespace

TEST_CASE("of hundreds of namesakes those this desk spoke with last come first", "[store]")
{
    TestDesk desk;
    const std::vector<Person> people = namesakes(desk);
    add(desk, people);
    speakWith(desk, people[250].id);
    speakWith(desk, people[270].id);
    for (const QString &query : {u"ann lee"_s, u"lee a"_s, u"ann l"_s, u"anne lee"_s, u"le"_s, u"a"_s}) {
        INFO(query.toStdString());
        const std::vector<PersonId> found = search(desk, query);
        REQUIRE(found.size() == limit);
        CHECK(found[0] == people[270].id);
        CHECK(found[1] == people[250].id);
        CHECK(found[2] == people[0].id); // then who came first
    }
}

TEST_CASE("of equals the household of whoever is on the line comes before those this desk spoke with", "[store]")
{
    TestDesk desk;
    std::vector<Person> people = namesakes(desk);
    Person mother = test::personNamed(desk.ids(), u"Ruth"_s, u"Okafor"_s);
    mother.addresses.push_back(homeAt(u"281 LONG LANE,Exampleton"_s));
    people.push_back(mother);
    add(desk, people);
    speakWith(desk, people[250].id);
    CHECK(search(desk, u"ann lee"_s).front() == people[250].id);
    const std::vector<PersonId> found = search(desk, u"ann lee"_s, mother.id);
    CHECK(found[0] == people[280].id);
    CHECK(found[1] == people[250].id);
    // Whoever fits better comes first all the same.
    CHECK(search(desk, u"ann lee 17 long lane"_s, mother.id).front() == people[16].id);
}

TEST_CASE("of equals those who still wait for something come before those this desk spoke with later", "[store]")
{
    TestDesk desk;
    const std::vector<Person> people = namesakes(desk);
    add(desk, people);
    speakWith(desk, people[250].id, u"callback"_s);
    speakWith(desk, people[270].id);
    CHECK(search(desk, u"ann lee"_s).front() == people[250].id);
    speakWith(desk, people[250].id); // called back
    speakWith(desk, people[270].id);
    CHECK(search(desk, u"ann lee"_s).front() == people[270].id);
}

TEST_CASE("the dead come after their equals, whoever spoke of them", "[store]")
{
    TestDesk desk;
    Person dead = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
    dead.dateOfDeath = *domain::PartialDate::parseIso(u"2020-01-05"_s);
    const Person living = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
    add(desk, {dead, living});
    speakWith(desk, dead.id);
    CHECK(search(desk, u"ann lee"_s) == std::vector{living.id, dead.id});
}

TEST_CASE("who is on the line and unknown here, or lives nowhere, changes nothing", "[store]")
{
    TestDesk desk;
    const std::vector<Person> people = namesakes(desk);
    const Person homeless = test::personNamed(desk.ids(), u"Ruth"_s, u"Okafor"_s);
    add(desk, people);
    add(desk, {homeless});
    const std::vector<PersonId> usual = search(desk, u"ann lee"_s);
    CHECK(search(desk, u"ann lee"_s, homeless.id) == usual);
    CHECK(search(desk, u"ann lee"_s, desk.ids().next<domain::PersonTag>()) == usual);
}
