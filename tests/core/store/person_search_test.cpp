// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"
#include "core/store/index_rows.h"
#include "core/store/person_index.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "core/store/prepared_people.h"
#include "tests/core/store/test_desk.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using domain::Person;
using store::Connection;
using store::PersonMatch;
using store::PersonRepository;
using test::TestDesk;

namespace {

void add(TestDesk &desk, const std::vector<Person> &people)
{
    REQUIRE(desk.write([&](Connection &connection) -> Result<> {
        for (const Person &person : people) {
            if (const Result<> inserted = PersonRepository(connection).insert(person); !inserted)
                return inserted;
        }
        return {};
    }));
}

std::vector<PersonMatch> search(TestDesk &desk, const QString &query, int limit = 20)
{
    const auto matches = store::PersonSearch(desk.connection()).search(query, limit, QDate(2026, 11, 22));
    REQUIRE(matches);
    return *matches;
}

} // namespace

TEST_CASE("somebody is found by whatever a caller says", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    Person owen = test::personNamed(desk.ids(), u"Owen"_s, u"Pritchard"_s);
    owen.dateOfBirth = *domain::PartialDate::parseIso(u"1951");
    add(desk, {owen, joan});

    const std::vector<std::pair<QString, QString>> queries = {
        {u"Joan"_s, u"given_name"_s},
        {u"JOAN"_s, u"given_name"_s},
        {u"o'brien"_s, u"family_name"_s},
        {u"OBrien Hayward"_s, u"family_name"_s},
        {u"O’Brien-Hayward"_s, u"family_name"_s},
        {u"o brien"_s, u"family_name"_s},
        {u"hayw"_s, u"family_name"_s},
        {u"elise"_s, u"middle_name"_s},
        {u"jojo"_s, u"known_as"_s},
        {u"castleton"_s, u"former_name"_s},
        {u"21/6/1979"_s, u"date_of_birth"_s},
        {u"21 6 79"_s, u"date_of_birth"_s},
        {u"21 June 1979"_s, u"date_of_birth"_s},
        {u"21061979"_s, u"date_of_birth"_s},
        {u"1979-06-21"_s, u"date_of_birth"_s},
        {u"June 1979"_s, u"date_of_birth"_s},
        {u"1979"_s, u"date_of_birth"_s},
        {u"EX1 1AA"_s, u"postcode"_s},
        {u"ex11aa"_s, u"postcode"_s},
        {u"ex1"_s, u"postcode"_s},
        {u"ex1 1"_s, u"postcode"_s},
        {u"lodz street"_s, u"address"_s},
        {u"12 łódź"_s, u"address"_s},
        {u"07700 900123"_s, u"phone"_s},
        {u"+44 7700 900 123"_s, u"phone"_s},
        {u"00447700900123"_s, u"phone"_s},
        {u"(07700) 900-123"_s, u"phone"_s},
        {u"900123"_s, u"phone:last_digits"_s},
        {u"07700 9"_s, u"phone"_s},
        {u"joan.hayward@example.org"_s, u"email"_s},
        {u"JOAN.HAYWARD@EXAMPLE.ORG"_s, u"email"_s},
        {u"P0001234"_s, u"reference"_s},
        {u"p00012"_s, u"reference"_s},
        {u"HB-77812"_s, u"reference"_s},
        {u"80012345"_s, u"reference"_s},
        {u"100012345678"_s, u"uprn"_s},
        {u"999 000 0018"_s, u"nhs_number"_s},
        {u"QQ 12 34 56 C"_s, u"ni_number"_s},
    };
    for (const auto &[query, why] : queries) {
        INFO(query.toStdString());
        const auto matches = search(desk, query);
        REQUIRE(matches.size() == 1);
        CHECK(matches[0].id == joan.id);
        CHECK(matches[0].externalId == u"P0001234"_s);
        CHECK(matches[0].why.contains(why));
        CHECK(matches[0].score > 0);
    }
}

TEST_CASE("who has all words comes before who has some, in any order", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    const Person smith = test::personNamed(desk.ids(), u"Joan"_s, u"Smith"_s);
    add(desk, {joan, smith});
    CHECK(search(desk, u"joan"_s).size() == 2);
    CHECK(search(desk, u"joan hayward"_s).at(0).id == joan.id);
    CHECK(search(desk, u"1979 hayward ex1 joan"_s).at(0).id == joan.id);
    CHECK(search(desk, u"smith joan"_s).at(0).id == smith.id);
    CHECK(search(desk, u"joan hayward 1979"_s).at(0).why ==
          QStringList{u"given_name"_s, u"family_name"_s, u"date_of_birth"_s});
}

TEST_CASE("a search says how each word was found", "[store]")
{
    TestDesk desk;
    Person person = test::personNamed(desk.ids(), u"William"_s, u"Whitehead"_s);
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1951-03-04"_s);
    add(desk, {person});
    const std::vector<std::pair<QString, QStringList>> queries = {
        {u"bill whitehead"_s, {u"given_name:nickname"_s, u"family_name"_s}},
        {u"william wihtehead"_s, {u"given_name"_s, u"family_name:mistyped"_s}},
        {u"william wihteh"_s, {u"given_name"_s, u"family_name:mistyped"_s}},
        {u"whitehead 3/4/1951"_s, {u"family_name"_s, u"date_of_birth:day_month_swapped"_s}},
        {u"whitehead 5/3/1951"_s, {u"family_name"_s, u"date_of_birth:near_date"_s}}};
    for (const auto &[query, why] : queries) {
        INFO(query.toStdString());
        const auto matches = search(desk, query);
        REQUIRE(matches.size() == 1);
        CHECK(matches[0].why == why);
    }
}

TEST_CASE("one or two letters begin a name or a postcode", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    add(desk, {joan, test::personNamed(desk.ids(), u"Bob"_s, u"Smith"_s)});
    for (const QString &query : {u"j"_s, u"jo"_s, u"HA"_s, u"ex"_s, u"joan h"_s, u"hayward 12 l"_s}) {
        INFO(query.toStdString());
        CHECK(search(desk, query).at(0).id == joan.id);
    }
    CHECK(search(desk, u"z"_s).empty());
}

TEST_CASE("the best answer is first, and equals stand in a fixed order", "[store]")
{
    TestDesk desk;
    const Person lee = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
    const Person leeson = test::personNamed(desk.ids(), u"Ann"_s, u"Leeson"_s);
    const Person twin = test::personNamed(desk.ids(), u"Bob"_s, u"Lee"_s);
    add(desk, {leeson, twin, lee});

    const auto matches = search(desk, u"lee"_s);
    REQUIRE(matches.size() == 3);
    CHECK(matches[0].id == twin.id); // who came first
    CHECK(matches[1].id == lee.id);
    CHECK(matches[0].score == matches[1].score);
    CHECK(matches[1].score > matches[2].score);
    CHECK(search(desk, u"lee"_s, 1).size() == 1);
    CHECK(search(desk, u"lee"_s, 0).empty());
}

TEST_CASE("among equals the living come first", "[store]")
{
    TestDesk desk;
    Person dead = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
    dead.dateOfDeath = *domain::PartialDate::parseIso(u"2020-01-05"_s);
    const Person living = test::personNamed(desk.ids(), u"Ann"_s, u"Lee"_s);
    add(desk, {dead, living});
    const auto matches = search(desk, u"ann lee"_s);
    REQUIRE(matches.size() == 2);
    CHECK(matches[0].id == living.id);
    CHECK(matches[1].id == dead.id);
}

TEST_CASE("an exact name is found among many that begin so", "[store]")
{
    TestDesk desk;
    std::vector<Person> people;
    for (int i = 0; i < 500; ++i)
        people.push_back(test::personNamed(desk.ids(), u"Ann"_s, u"Ngo%1"_s.arg(i)));
    people.push_back(test::personNamed(desk.ids(), u"Ann"_s, u"Ng"_s));
    add(desk, people);
    CHECK(search(desk, u"ng"_s).at(0).id == people.back().id);
    CHECK(search(desk, u"n"_s).size() == 20);
}

TEST_CASE("what is changed in a transaction is found once it is committed, and not when it is undone", "[store]")
{
    TestDesk desk;
    Person joan = test::joanHayward(desk.ids());
    joan.contactPoints.clear(); // she is found by the name in her e-mail address, too
    add(desk, {joan});
    REQUIRE(search(desk, u"hayward"_s).size() == 1);
    joan.name.family = u"Postlethwaite"_s;
    const auto undone = desk.write([&](Connection &connection) -> Result<> {
        if (const auto updated = PersonRepository(connection).update(joan); !updated)
            return updated;
        CHECK(store::PersonSearch(connection).search(u"postlethwaite"_s, 5, QDate(2026, 11, 22))->empty());
        return fail(ErrorCode::Conflict, u"undone"_s);
    });
    REQUIRE_FALSE(undone);
    CHECK(search(desk, u"postlethwaite"_s).empty());
    REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).update(joan); }));
    CHECK(search(desk, u"postlethwaite"_s).size() == 1);
    CHECK(search(desk, u"hayward"_s).empty());
}

TEST_CASE("people of a page are found by what was in hand when they were stored, unless that is no longer so",
          "[store]")
{
    TestDesk desk;
    add(desk, {test::personNamed(desk.ids(), u"Bob"_s, u"Smith"_s)});
    REQUIRE(search(desk, u"smith"_s).size() == 1);
    Person joan = test::joanHayward(desk.ids());
    joan.contactPoints.clear();
    std::vector<store::PreparedPerson> page =
        store::prepare({{joan.id, 1, QJsonDocument(domain::toFields(joan)).toJson(QJsonDocument::Compact), false}});
    // So that it can be told apart from what is read again: another address.
    Person elsewhere = joan;
    elsewhere.addresses.front().text = u"7 Nowhere Lane"_s;
    page.front().card = std::make_shared<const matching::SearchCard>(matching::searchCard(elsewhere));
    const auto apply = [&page](Connection &connection) { return PersonRepository(connection).applyPulled(page); };
    const std::shared_ptr<store::PersonIndex> index = desk.connection().personIndex();

    SECTION("committed, and told")
    {
        REQUIRE(desk.write(apply));
        index->settle(true);
        CHECK(search(desk, u"hayward nowhere"_s).front().id == joan.id);
        const auto snapshot = index->current(desk.connection());
        CHECK((*snapshot)->countOf("nowhere", matching::SearchField::Street) == 1);
    }
    SECTION("committed, and changed before anybody looked")
    {
        REQUIRE(desk.write(apply));
        index->settle(true);
        joan.name.family = u"Postlethwaite"_s;
        REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).update(joan); }));
        CHECK(search(desk, u"postlethwaite"_s).size() == 1);
        CHECK(search(desk, u"hayward"_s).empty());
    }
    SECTION("committed, and changed; the change was looked at first")
    {
        REQUIRE(desk.write(apply));
        joan.name.family = u"Postlethwaite"_s;
        REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).update(joan); }));
        REQUIRE(index->current(desk.connection()));
        index->settle(true); // late
        CHECK(search(desk, u"postlethwaite"_s).size() == 1);
        CHECK(search(desk, u"hayward"_s).empty());
    }
    SECTION("rolled back, and the number given to somebody else")
    {
        REQUIRE_FALSE(desk.write([&](Connection &connection) -> Result<> {
            if (const auto applied = apply(connection); !applied)
                return fail(applied);
            return fail(ErrorCode::Conflict, u"undone"_s);
        }));
        index->settle(false);
        add(desk, {test::personNamed(desk.ids(), u"Ada"_s, u"Okonkwo"_s)});
        index->settle(true);
        CHECK(search(desk, u"hayward"_s).empty());
        CHECK(search(desk, u"okonkwo"_s).size() == 1);
    }
    SECTION("never told")
    {
        REQUIRE(desk.write(apply));
        CHECK(search(desk, u"hayward"_s).size() == 1);
        const auto snapshot = index->current(desk.connection());
        CHECK((*snapshot)->countOf("nowhere", matching::SearchField::Street) == 0);
    }
}

TEST_CASE("a stored index is used again, and one that cannot be read is built anew", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    add(desk, {joan, test::personNamed(desk.ids(), u"Bob"_s, u"Smith"_s)});
    matching::SegmentBuilder builder;
    builder.add(1, matching::searchCard(joan)); // and, so that it can be told apart, not Bob
    const auto segment = builder.build();
    REQUIRE(desk.write([&](Connection &connection) -> Result<> {
        if (const auto chunk = store::storeChunk(connection, 1, 0, segment->image()); !chunk)
            return chunk;
        return store::finishStoring(connection, 1, static_cast<qint64>(segment->image().size()), 2, 0);
    }));
    add(desk, {test::personNamed(desk.ids(), u"Ada"_s, u"Okonkwo"_s)});

    const auto startAgain = [&desk] { desk.connection().setPersonIndex(std::make_shared<store::PersonIndex>()); };
    startAgain();
    CHECK(search(desk, u"hayward"_s).size() == 1);
    CHECK(search(desk, u"smith"_s).empty());
    CHECK(search(desk, u"okonkwo"_s).size() == 1);

    REQUIRE(desk.connection().execute(u"UPDATE search_chunk SET bytes = x'00'"_s));
    startAgain();
    CHECK(search(desk, u"hayward"_s).size() == 1);
    CHECK(search(desk, u"smith"_s).size() == 1);
    CHECK(search(desk, u"okonkwo"_s).size() == 1);
}

TEST_CASE("an index that had to be built is stored at once, and while many come in it is not", "[store]")
{
    TestDesk desk;
    // More than a start may read again.
    const QString many = u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20002) "
                         "INSERT INTO person (id, revision, fields) SELECT randomblob(16), 1, "
                         "CAST('{\"family_name\":\"Hayward' || i || '\"}' AS BLOB) FROM n"_s;
    store::PersonIndex index;
    SECTION("they were here before it")
    {
        REQUIRE(desk.connection().execute(many));
        REQUIRE(index.catchUp(desk.connection()));
        CHECK(index.due(false).segment);
    }
    SECTION("they came in")
    {
        REQUIRE(index.catchUp(desk.connection()));
        REQUIRE(desk.connection().execute(many));
        REQUIRE(index.catchUp(desk.connection()));
        CHECK_FALSE(index.due(false).segment);
        CHECK(index.due(false).segment); // nobody came since
    }
}

TEST_CASE("the people likeliest to be one who is typed in come first", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    add(desk, {test::personNamed(desk.ids(), u"Joan"_s, u"Smith"_s), joan});
    Person typed = test::personNamed(desk.ids(), u"Jaon"_s, u"Hayward"_s);
    typed.dateOfBirth = joan.dateOfBirth;
    const auto found = store::PersonSearch(desk.connection()).candidates(typed, 10);
    REQUIRE(found);
    REQUIRE_FALSE(found->empty());
    CHECK(found->front().id == joan.id);
    CHECK(store::PersonSearch(desk.connection()).candidates(joan, 10)->size() == 1); // not oneself
}

TEST_CASE("no query is syntax, and none does harm", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    add(desk, {joan});
    const QStringList hostile = {u"\""_s,
                                 u"\"\"\""_s,
                                 u"*"_s,
                                 u"joan\" OR \"x"_s,
                                 u"terms : joan"_s,
                                 u"NEAR(joan hayward, 2)"_s,
                                 u"{terms} : joan"_s,
                                 u"-joan"_s,
                                 u"^joan"_s,
                                 u"'; DROP TABLE person; --"_s,
                                 u"%"_s,
                                 u"joan\\"_s,
                                 u"joan AND NOT hayward"_s,
                                 u"😀😀😀"_s,
                                 u"\u202emרים\u202c"_s,
                                 QString(u"jo"_s + QChar(0) + u"an"_s),
                                 QString(3, QChar(0xd800)),
                                 QString(1 << 20, u'a'),
                                 u"a "_s.repeated(1 << 19),
                                 u"\""_s.repeated(1 << 20)};
    for (const QString &query : hostile) {
        INFO(query.left(40).toStdString());
        CHECK(store::PersonSearch(desk.connection()).search(query, 10, QDate(2026, 11, 22)));
    }
    CHECK(search(desk, u"*"_s).empty());
    CHECK(search(desk, u"-joan"_s).size() == 1);
    CHECK(search(desk, u"joan"_s).size() == 1);
}
