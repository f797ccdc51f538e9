// SPDX-License-Identifier: MIT
// A desk that was in use since 0001, with people and an edit on its way to the centre: nothing is lost.
#include "tests/core/store/support/sealed_file_fixture.h"

#include "core/domain/person_fields.h"
#include "core/store/merge_repository.h"
#include "core/store/migrator.h"
#include "core/store/outbox.h"
#include "core/store/person_repository.h"
#include "core/store/shown_people.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::PersonId;
using store::Connection;

namespace {

const PersonId joan = *PersonId::parse(u"01999999-0000-7000-8000-000000000001");
const PersonId peter = *PersonId::parse(u"01999999-0000-7000-8000-000000000002");

// As 0001's programs wrote them: with all that a person had then, and what only a later version knows.
const QByteArray joansFields =
    R"({"address/a1":{"from":"1999","postcode":"AA1 1AA","text":"14 Orchard Way","uprn":999000000001,"use":"home"},)"
    R"("contact/c1":{"confirmed_at":"2020-03-01T10:00:00.000Z","kind":"phone","normalised":"+447700900123",)"
    R"("value":"07700 900123"},"date_of_birth":"1979-06-21","family_name":"Hayward","given_name":"Joan",)"
    R"("relationship/r1":{"authority":"deputy","evidence":"seen","kind":"child","name_as_told":"Ann"},)"
    R"("relationship/r2":{"kind":"sibling","other":"01999999-0000-7000-8000-000000000002"},)"
    R"("roles":["resident"],"shoe_size":6})";
const QByteArray joansAtTheCentre = R"({"family_name":"Haywood","given_name":"Joan","roles":["resident"]})";
const QByteArray petersFields =
    R"({"date_of_death":"2019","family_name":"Hayward","given_name":"Peter","roles":["resident"]})";

QString hex(const QByteArray &bytes)
{
    return u"x'"_s + QString::fromLatin1(bytes.toHex()) + u'\'';
}

void run(Connection &connection, const QString &sql)
{
    INFO(sql.toStdString());
    REQUIRE(connection.execute(sql));
}

void givenPeople(Connection &connection)
{
    run(connection, u"INSERT INTO person (number, id, revision, external_id, fields, centre_fields) VALUES "
                    "(1, %1, 3, 'EX1', %2, %3), (2, %4, 1, NULL, %5, NULL)"_s.arg(
                        hex(joan.uuid().toRfc4122()), hex(joansFields), hex(joansAtTheCentre),
                        hex(peter.uuid().toRfc4122()), hex(petersFields)));
    run(connection, u"INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time, "
                    "monotonic, skew, has_restricted, content_hash, payload) VALUES (1, randomblob(16), "
                    "'person_edited', %1, %1, 3, 'asha', 5, 0, 0, 0, x'', %2)"_s.arg(
                        hex(joan.uuid().toRfc4122()),
                        hex(R"({"id":"01999999-0000-7000-8000-000000000001","set":{"family_name":"Hayward"},)"
                            R"("was":{"family_name":"Haywood"}})")));
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

TEST_CASE("the people of a desk that is as old as 0001 come through every migration whole", "[migration][person]")
{
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    const SealedFileFixture file;
    {
        const auto old = file.connect();
        REQUIRE(migrate(*old, {migrations->begin(), migrations->begin() + 1}));
        givenPeople(*old);
    }
    // One version after the other, opened anew each time, as a desk that never missed one.
    for (std::size_t version = 2; version <= migrations->size(); ++version) {
        const auto connection = file.connect();
        REQUIRE(
            migrate(*connection, {migrations->begin(), migrations->begin() + static_cast<std::ptrdiff_t>(version)}));
    }

    const auto connection = file.connect();
    CHECK(connection->integerOf(u"PRAGMA user_version"_s) == static_cast<qint64>(migrations->size()));
    const store::PersonRepository people(*connection);
    CHECK(people.count() == 2);
    const auto found = people.find(joan);
    REQUIRE(found);
    REQUIRE(*found);
    CHECK((*found)->revision == 3);
    CHECK(domain::toFields(**found) == objectOf(joansFields));
    CHECK(people.findByExternalId(u"EX1"_s).value() == joan);
    CHECK(store::MergeRepository(*connection).survivorOf(joan).value() == joan);
    CHECK((*people.find(peter))->dateOfDeath->toIso() == u"2019");

    const auto relating = store::peopleRelatingTo(*connection, peter, 10);
    REQUIRE(relating);
    REQUIRE(relating->size() == 1);
    CHECK(relating->front().id == joan);

    // What waits is still laid over what the centre had, and comes off again.
    const auto waiting = store::Outbox(*connection).pendingFor(joan.uuid());
    REQUIRE(waiting);
    CHECK(waiting->size() == 1);
    REQUIRE(connection->begin(Connection::Access::ReadWrite));
    run(*connection, u"UPDATE outbox SET state = 1"_s);
    REQUIRE(people.settleEdits(joan));
    REQUIRE(connection->commit());
    CHECK((*people.find(joan))->name.family == u"Haywood");
    CHECK(store::peopleRelatingTo(*connection, peter, 10)->empty()); // the centre does not say so
}
