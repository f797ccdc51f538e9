// SPDX-License-Identifier: MIT
// A floor under how many who register again are known, among 4,000 people of the sample council. The figures at 900,000
// are in tests/bench/README.md.
#include "core/domain/person_fields.h"
#include "core/services/person/likely_matches.h"
#include "core/services/sample/sample_council.h"
#include "core/store/person_repository.h"
#include "core/store/prepared_people.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using domain::Person;

namespace {

constexpr qint64 councilSize = 4'000;
constexpr int asked = 200;

QString mistyped(const QString &word, std::mt19937 &random)
{
    if (word.size() < 4)
        return word;
    const auto at = static_cast<qsizetype>(1 + random() % static_cast<quint32>(word.size() - 2));
    QString slipped = word;
    if (random() % 2 == 0)
        return slipped.remove(at, 1);
    std::swap(slipped[at], slipped[at + 1]);
    return slipped;
}

// What is typed when they come again: a slip in either name, day and month swapped now and then; they have moved, or
// have another number, or nobody asked when they were born. Always two things that were known before.
Person againOf(const Person &known, std::mt19937 &random)
{
    Person typed;
    typed.name = known.name;
    QString &slipped = random() % 2 == 0 ? typed.name.given : typed.name.family;
    slipped = mistyped(slipped, random);
    typed.dateOfBirth = known.dateOfBirth;
    typed.contactPoints = known.contactPoints;
    typed.addresses = known.addresses;
    switch (random() % 4) {
    case 0:
        typed.addresses.clear();
        break;
    case 1:
        typed.contactPoints.clear();
        break;
    case 2:
        typed.dateOfBirth.reset();
        break;
    default:
        if (const domain::PartialDate &born = *known.dateOfBirth; born.day() > 0 && born.day() <= 12)
            typed.dateOfBirth = *domain::PartialDate::fromDate(QDate(born.year(), born.day(), born.month()));
    }
    return typed;
}

} // namespace

TEST_CASE("of those who register again hardly any is taken for somebody new", "[person]")
{
    test::DeskFolder folder;
    const services::SampleCouncil council({.seed = 5, .people = councilSize}, folder.clock().now());
    std::vector<Person> people;
    std::vector<store::PulledPerson> pulled;
    for (qint64 n = 0; n < councilSize; ++n) {
        const Person &person = people.emplace_back(council.person(n));
        pulled.push_back({person.id, 1, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
    }
    const auto ready = store::prepare(std::move(pulled));
    REQUIRE(folder.write(
        [&ready](store::Connection &connection) { return store::PersonRepository(connection).applyPulled(ready); }));
    REQUIRE(folder.desk().store().awaitIndex());

    std::mt19937 random(20261123);
    int firstTen = 0;
    int first = 0;
    for (int i = 0; i < asked; ++i) {
        const Person &known = people[random() % people.size()];
        const Person typed = againOf(known, random);
        const auto likely =
            folder.desk()
                .store()
                .read([&](store::Connection &connection) { return services::findLikelyMatches(connection, typed, 10); })
                .result();
        REQUIRE(likely);
        const auto at = std::find_if(likely->people.begin(), likely->people.end(),
                                     [&](const services::LikelyPerson &each) { return each.hit.id == known.id; });
        firstTen += at != likely->people.end();
        first += !likely->people.empty() && at == likely->people.begin();
    }
    CHECK(firstTen >= asked * 99 / 100);
    CHECK(first >= asked * 96 / 100);
}
