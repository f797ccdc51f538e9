// SPDX-License-Identifier: MIT
// Desks that are closed, against a real PostgreSQL: left, lost, stolen and wiped.
#include "core/services/person/person_service.h"

#include "tests/core/services/laptop.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("C9 a leaver's desk hands in its work and shows nobody any more; a revoked one keeps its work sealed",
          "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    const auto person = await(services::PersonService(*laptop.desk).add(joan()));
    REQUIRE(laptop.sync());
    const auto admin = council.administration();
    REQUIRE(admin.setDeskStatus(laptop.device(), u"push_only"_s, u"left"_s));
    REQUIRE(laptop.logs(3));
    REQUIRE(laptop.sync());
    CHECK(interactions(council) == u"3"_s);
    CHECK(await(services::PersonService(*laptop.desk).open(*person)).error().code == ErrorCode::DeviceRevoked);

    REQUIRE(admin.setDeskStatus(laptop.device(), u"revoked"_s, u"missing"_s));
    REQUIRE(laptop.logs(2));
    const auto refused = laptop.sync();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::DeviceRevoked);
    CHECK(refused.error().detail.contains(u"stays saved"_s));
    CHECK(laptop.counts().waiting == 2);
    REQUIRE(admin.setDeskStatus(laptop.device(), u"active"_s, u"found"_s));
    REQUIRE(laptop.sync());
    CHECK(interactions(council) == u"5"_s);
    CHECK(await(services::PersonService(*laptop.desk).open(*person)));
}

TEST_CASE("a colleague delivers what an agent who left wrote, and the leaver's slot on the desk closes",
          "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(2));
    const crypto::Secret sams(QByteArrayView("battery staple"));
    REQUIRE(laptop.desk->store().addAgent(u"sam"_s, sams, {8ULL << 20, 1}));
    laptop.shut();
    REQUIRE(council.administration().setAgentActive(u"asha.patel"_s, false, u"left"_s));

    laptop.open(u"sam"_s, sams);
    REQUIRE(laptop.sync(true));
    CHECK(council.sql(u"SELECT string_agg(DISTINCT agent || ' ' || delivered_by, ',') FROM reeve.sync_entry"_s) ==
          u"asha.patel sam"_s);
    CHECK(services::Desk::agentNames(laptop.path()) == QStringList{u"sam"_s});
    (void)council.sql(u"ALTER ROLE \"asha.patel\" LOGIN"_s); // roles are the server's: other tests have one, too
}

TEST_CASE("C9 a desk that was closed together with its agent shows nobody from its next contact on", "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    const auto person = await(services::PersonService(*laptop.desk).add(joan()));
    REQUIRE(laptop.sync());
    REQUIRE(laptop.logs(2));
    const auto admin = council.administration();
    REQUIRE(admin.setAgentActive(u"asha.patel"_s, false, u"left"_s));
    const QString status = GENERATE(u"revoked"_s, u"push_only"_s);
    REQUIRE(admin.setDeskStatus(laptop.device(), status, u"left"_s));

    const auto refused = laptop.sync(true);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == (status == u"revoked" ? ErrorCode::DeviceRevoked : ErrorCode::SignInNeeded));
    CHECK(await(services::PersonService(*laptop.desk).open(*person)).error().code == ErrorCode::DeviceRevoked);
    CHECK(laptop.counts().waiting == 2);

    REQUIRE(admin.setAgentActive(u"asha.patel"_s, true, u"back"_s));
    REQUIRE(admin.setDeskStatus(laptop.device(), u"active"_s, u"back"_s));
    REQUIRE(laptop.sync(true));
    CHECK(interactions(council) == u"2"_s);
    CHECK(await(services::PersonService(*laptop.desk).open(*person)));
}

TEST_CASE("C9 a desk whose only agent was disabled shows nobody from its next contact on", "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    const auto person = await(services::PersonService(*laptop.desk).add(joan()));
    REQUIRE(laptop.sync());
    const auto shown = [&] { return await(services::PersonService(*laptop.desk).open(*person)); };
    const auto admin = council.administration();

    SECTION("and their work stays theirs, until they are back")
    {
        REQUIRE(laptop.logs(2));
        REQUIRE(admin.setAgentActive(u"asha.patel"_s, false, u"left"_s));
        CHECK(shown()); // nobody has told the desk yet
        CHECK(laptop.sync().error().code == ErrorCode::SignInNeeded);
        CHECK(shown().error().code == ErrorCode::DeviceRevoked);
        CHECK(laptop.counts().waiting == 2);
        laptop.shut();
        laptop.open();
        CHECK(shown().error().code == ErrorCode::DeviceRevoked);
        REQUIRE(laptop.logs(1));

        REQUIRE(admin.setAgentActive(u"asha.patel"_s, true, u"back"_s));
        CHECK(laptop.sync().error().code == ErrorCode::SignInNeeded); // that session has ended for good
        REQUIRE(laptop.sync(true));
        CHECK(interactions(council) == u"3"_s);
        CHECK(shown());
    }
    SECTION("and a colleague who signs in there is shown everybody")
    {
        const crypto::Secret sams(QByteArrayView("battery staple"));
        REQUIRE(laptop.desk->store().addAgent(u"sam"_s, sams, {8ULL << 20, 1}));
        REQUIRE(admin.setAgentActive(u"asha.patel"_s, false, u"left"_s));
        CHECK(laptop.sync().error().code == ErrorCode::SignInNeeded);
        CHECK(shown().error().code == ErrorCode::DeviceRevoked);
        laptop.shut();
        laptop.open(u"sam"_s, sams);
        REQUIRE(laptop.sync(true));
        CHECK(shown());
        CHECK(services::Desk::agentNames(laptop.path()) == QStringList{u"sam"_s});
        (void)council.sql(u"ALTER ROLE \"asha.patel\" LOGIN"_s); // roles are the server's: other tests have one, too
    }
    SECTION("and a session that has merely ended closes nothing")
    {
        (void)council.sql(GENERATE(u"DELETE FROM reeve.session"_s,
                                   u"UPDATE reeve.session SET expires_at = now() - interval '1 day'"_s));
        CHECK(laptop.sync().error().code == ErrorCode::SignInNeeded);
        CHECK(shown());
    }
}

TEST_CASE("C9 a stolen desk hands in what it has, destroys its keys, then its files, and reports it",
          "[life][central][wipe]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.sync());
    REQUIRE(laptop.logs(3));
    const auto device = laptop.device();
    REQUIRE(council.administration().orderWipe(device, council.setup.signingSeed, u"stolen"_s, laptop.clock.now()));

    const bool hasSession = GENERATE(true, false);
    if (!hasSession)
        (void)council.sql(u"DELETE FROM reeve.session"_s);
    const auto erased = laptop.sync();
    REQUIRE_FALSE(erased);
    CHECK(erased.error() == Error{ErrorCode::DeviceRevoked, u"this store was wiped by order of the council"_s});
    laptop.shut();
    CHECK(services::Desk::agentNames(laptop.path()).isEmpty());
    CHECK_FALSE(QFile::exists(laptop.path() + u"/reeve.db"_s));
    const auto policy = services::Policy::builtIn();
    CHECK(services::Desk::openNow(laptop.path(), {}, DeskFolder::passphrase(), laptop.clock, *policy).error().code ==
          ErrorCode::DeviceRevoked);

    CHECK(council.sql(u"SELECT wiped_at IS NOT NULL FROM reeve.wipe_order"_s) == u"t"_s);
    CHECK(interactions(council) == u"0"_s); // in quarantine, for somebody to look at
    CHECK(council.sql(u"SELECT count(*) FROM reeve.quarantine"_s) == (hasSession ? u"3"_s : u"0"_s));
    CHECK(council.sql(u"SELECT unsent FROM reeve.wipe_order"_s) == (hasSession ? u"0"_s : u"3"_s));
}

TEST_CASE("C9 wipe orders that are unsigned, foreign, of another council or taken back have no effect",
          "[life][central][wipe]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(1));
    const auto forge = [&](const crypto::Secret &seed, QUuid device, qint64 serial) {
        const auto order = crypto::signOrder(seed, {device, serial}, laptop.clock.now());
        REQUIRE(order);
        (void)council.sql(
            u"DELETE FROM reeve.wipe_order; UPDATE reeve.device SET status = 'wipe', order_floor = 0;"
            " INSERT INTO reeve.wipe_order (device, serial, statement, signature, ordered_by)"
            " SELECT id, 9, '\\x%1', '\\x%2', 'x' FROM reeve.device"_s.arg(
                QString::fromLatin1(order->statement.toHex()), QString::fromLatin1(order->signature.toHex())));
    };
    const QUuid own = laptop.device().uuid();
    SECTION("the centre only says so")
    {
        (void)council.sql(u"UPDATE reeve.device SET status = 'wipe'"_s);
    }
    SECTION("signed by nobody")
    {
        forge(council.setup.signingSeed, own, 9);
        (void)council.sql(u"UPDATE reeve.wipe_order SET signature = decode(repeat('00', 64), 'hex')"_s);
    }
    SECTION("signed by another council")
    {
        forge(crypto::makeSigningKeyPair().seed, own, 9);
    }
    SECTION("signed by another council, which the centre now calls its own")
    {
        const auto other = crypto::makeSigningKeyPair();
        (void)council.sql(u"UPDATE reeve.setting SET value = '%1' WHERE name = 'council_signing_key'"_s.arg(
            QString::fromLatin1(other.publicKey.toHex())));
        forge(other.seed, own, 9);
    }
    SECTION("for another desk")
    {
        forge(council.setup.signingSeed, QUuid::createUuid(), 9);
    }
    SECTION("taken back, and played again by whoever owns the database")
    {
        const auto admin = council.administration();
        REQUIRE(admin.orderWipe(laptop.device(), council.setup.signingSeed, u"stolen"_s, laptop.clock.now()));
        REQUIRE(admin.setDeskStatus(laptop.device(), u"active"_s, u"found"_s));
        REQUIRE(laptop.sync(true)); // learns the floor
        REQUIRE(laptop.logs(1));
        forge(council.setup.signingSeed, own, 1);
    }
    CHECK(laptop.sync().error().code == ErrorCode::DeviceRevoked);
    CHECK(QFile::exists(laptop.path() + u"/reeve.keys"_s));
    CHECK(laptop.counts().waiting == 1);
    laptop.shut();
    laptop.open();
    (void)council.sql(u"UPDATE reeve.device SET status = 'active'"_s);
    REQUIRE(laptop.sync(true));
    CHECK(laptop.counts().waiting == 0);
}
