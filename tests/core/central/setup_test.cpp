// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include "core/central/schema.h"

#include <QElapsedTimer>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("setting up the centre creates the database, and repeating it changes nothing", "[central]")
{
    const QString uri = postgres().uri(u"fresh_centre"_s);
    auto first = central::initCentral(uri, {});
    REQUIRE(first);
    CHECK(first->createdDatabase);
    CHECK(first->schemaVersion == central::schemaVersion);
    CHECK(first->councilPublicKey.size() == 32);
    CHECK(first->councilSecretKey.size() == 32);

    auto again = central::initCentral(uri, {});
    REQUIRE(again);
    CHECK_FALSE(again->createdDatabase);
    CHECK(again->councilSecretKey.isEmpty());
    CHECK(again->councilPublicKey == first->councilPublicKey);
    CHECK(postgres().sql(u"fresh_centre"_s, u"SELECT count(*) FROM reeve.schema_version"_s) ==
          QString::number(central::schemaVersion));
}

TEST_CASE("a centre of a newer version is refused by administration and not touched, and goes on serving desks",
          "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"INSERT INTO reeve.schema_version VALUES (99, 'later', '9.9')"_s);

    const auto setup = central::initCentral(centre.uri(), {});
    REQUIRE_FALSE(setup);
    CHECK(setup.error().code == ErrorCode::CentralTooNew);
    CHECK(desk.hello());
    CHECK(desk.push({desk.logged(desk.interaction())}));
}

TEST_CASE("a database without our schema is too old, not an error of the entries", "[central]")
{
    const QString uri = postgres().createDatabase();
    const auto gateway = central::makeGateway(uri);
    const auto reply = gateway->signIn(PostgresServer::superuser(), {}, domain::DeviceId(QUuid::createUuid()));
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == ErrorCode::CentralTooOld);
}

TEST_CASE("two centres in one server have pooled roles of their own", "[central]")
{
    const Centre one(postgres());
    const Centre other(postgres());
    TestDesk here(one);
    TestDesk there(other);
    CHECK(here.enrolment.poolUser != there.enrolment.poolUser);
    CHECK(here.hello());
    CHECK(there.hello());
}

TEST_CASE("an agent's name is checked, and somebody else's role is left alone", "[central]")
{
    const Centre centre;
    const auto add = [&](const QString &name) {
        return central::addAgent(centre.uri(), {}, name, name, {domain::Role::Handler}, crypto::Secret("longenough"));
    };
    for (const QString &name : {u""_s, u"Asha"_s, u"a b"_s, u"a\"; DROP SCHEMA reeve; --"_s, u"postgres"_s,
                                u"reeve_owner"_s, u"pg_monitor"_s, QString(60, u'a')}) {
        const auto added = add(name);
        REQUIRE_FALSE(added);
        CHECK(added.error().code == ErrorCode::InvalidInput);
    }
    (void)centre.sql(u"CREATE ROLE stranger_%1 LOGIN"_s.arg(centre.database()));
    CHECK_FALSE(add(u"stranger_"_s + centre.database()));
    CHECK(add(u"o.neil-jones_2"_s));
    CHECK(central::addAgent(centre.uri(), {}, u"o.neil-jones_2"_s, u"Una"_s, {domain::Role::Supervisor}, {}));
    CHECK(centre.sql(u"SELECT display_name, roles FROM reeve.agent WHERE name = 'o.neil-jones_2'"_s) ==
          u"Una|{supervisor}"_s);
}

TEST_CASE("a name that breaks the line it is shown in is given to no desk and to nobody", "[central]")
{
    const Centre centre;
    const auto gateway = central::makeGateway(centre.uri());
    const auto enrol = [&](const QString &name) {
        return gateway->enrol({u"asha"_s, Centre::passwordOf(u"asha"_s), name});
    };
    const auto show = [&](const QString &name) {
        return central::addAgent(centre.uri(), {}, u"una"_s, name, {domain::Role::Handler}, {});
    };
    for (const QString &name : {u" "_s, u"Desk\n14"_s, u"Desk\t14"_s, u"\u001b[2J"_s, u"Desk\u007f"_s, u"Desk\u0085"_s,
                                u"Desk\u2028"_s, u"\u202e41 ksed"_s, u"\u2066Desk"_s, QString(201, u'a')}) {
        INFO(name.toUtf8().toPercentEncoding().toStdString());
        const auto enrolled = enrol(name);
        REQUIRE_FALSE(enrolled);
        CHECK(enrolled.error().code == ErrorCode::InvalidInput);
        const auto added = show(name);
        REQUIRE_FALSE(added);
        CHECK(added.error().code == ErrorCode::InvalidInput);
        CHECK(added.error().detail.startsWith(u"the display name "_s));
    }
    CHECK_FALSE(enrol({}));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.device"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.agent WHERE name = 'una'"_s) == u"0"_s);
    for (const QString &name : {u"Siân ap Dafydd"_s, u"שלום"_s, u"Desk 14 😀"_s, QString(200, u'a')}) {
        CHECK(enrol(name));
        CHECK(show(name));
    }
    CHECK(show({})); // as they sign in
}

TEST_CASE("people are imported in bulk, and a second import changes only what differs", "[central]")
{
    const Centre centre;
    TestClock clock;
    IdSource ids(clock, 7);
    std::vector<store::PulledPerson> people;
    for (int i = 0; i < 20'000; ++i) {
        const QJsonObject fields{
            {u"external_id"_s, u"C-%1"_s.arg(i)},
            {u"given_name"_s, u"Joan"_s},
            {u"family_name"_s, u"Hayward %1"_s.arg(i)},
            {u"date_of_birth"_s, u"1944-03-21"_s},
            {u"address/import"_s,
             QJsonObject{{u"text"_s, u"1 Mill Lane"_s}, {u"postcode"_s, u"ZZ99 3VZ"_s}, {u"use"_s, u"home"_s}}}};
        people.push_back(
            {ids.next<domain::PersonTag>(), 0, QJsonDocument(fields).toJson(QJsonDocument::Compact), false});
    }
    QElapsedTimer timer;
    timer.start();
    const auto counts = central::importPeople(centre.uri(), {}, people);
    REQUIRE(counts);
    WARN("imported per second: " << people.size() * 1000 / static_cast<std::size_t>(timer.elapsed() + 1));
    CHECK(counts->added == 20'000);

    TestDesk desk(centre);
    const auto page = desk.pull(30'000);
    REQUIRE(page);
    CHECK(page->people.size() == 20'000);

    // Another id, the same reference; one field more, one changed.
    const QJsonObject later{{u"external_id"_s, u"C-5"_s}, {u"given_name"_s, u"Joanna"_s}, {u"title"_s, u"Mrs"_s}};
    std::vector<store::PulledPerson> second(people.begin() + 100, people.begin() + 110);
    second.push_back({ids.next<domain::PersonTag>(), 0, QJsonDocument(later).toJson(QJsonDocument::Compact), false});
    const auto again = central::importPeople(centre.uri(), {}, second);
    REQUIRE(again);
    CHECK(again->added == 0);
    CHECK(again->changed == 1);
    CHECK(again->unchanged == 10);
    const auto shown = central::showPerson(centre.uri(), {}, people[5].id);
    REQUIRE(shown);
    CHECK(shown->value(u"revision"_s).toInt() == 2);
    const QJsonObject fields = shown->value(u"fields"_s).toObject();
    CHECK(fields.value(u"given_name"_s).toString() == u"Joanna"_s);
    CHECK(fields.value(u"family_name"_s).toString() == u"Hayward 5"_s);
    const auto pulled = desk.pull();
    REQUIRE(pulled);
    CHECK(pulled->people.size() == 1);

    const auto denied = central::importPeople(centre.uriAs(u"asha"_s), Centre::passwordOf(u"asha"_s), second);
    REQUIRE_FALSE(denied);
    CHECK(denied.error().code == ErrorCode::Denied);
    // What was stored is written down batch by batch, and what changed nothing is not.
    CHECK(central::importPeople(centre.uri(), {}, second)->changed == 0);
    CHECK(centre.sql(u"SELECT count(*), sum((detail ->> 'added')::int), sum((detail ->> 'changed')::int),"
                     " count(DISTINCT agent) FROM reeve.audit WHERE action = 'people_stored'"_s) == u"11|20000|1|1"_s);
    CHECK(central::centralStatus(centre.uri(), {})->value(u"people"_s).toInt() == 20'000);
}
