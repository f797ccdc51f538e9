// SPDX-License-Identifier: MIT
// The whole life of a desk against a real PostgreSQL: copied, away for weeks, refused and mended.
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_service.h"
#include "core/store/interaction_repository.h"

#include "tests/core/services/laptop.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

using std::chrono::days;

TEST_CASE("C2 C3 a cloned disk becomes two desks, and both deliver everything once", "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(5));
    REQUIRE(laptop.sync());
    REQUIRE(laptop.logs(3)); // unsent when the disk is copied
    laptop.shut();
    Laptop clone(council); // a machine of its own …
    clone.shut();
    const QTemporaryDir image;
    laptop.copyTo(image.path());
    clone.restoreFrom(image.path()); // … that gets the other one's disk

    laptop.open();
    const auto device = laptop.device();
    REQUIRE(laptop.logs(2));
    REQUIRE(laptop.sync());
    clone.open();
    REQUIRE(clone.logs(4));
    REQUIRE(clone.sync());
    REQUIRE(laptop.logs(1));
    REQUIRE(laptop.sync());
    CHECK(interactions(council) == u"15"_s);
    CHECK(laptop.device() == device);
    CHECK(clone.device() != device);
    CHECK(laptop.counts().waiting + clone.counts().waiting == 0);
    const auto chains = council.administration().verifyAudit();
    REQUIRE(chains);
    for (const QJsonObject &chain : *chains)
        CHECK(chain.value(u"whole"_s).toBool());
}

TEST_CASE("C2 C3 a laptop set back to an older image delivers what is still on it, and doubles nothing",
          "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(4));
    REQUIRE(laptop.sync());
    REQUIRE(laptop.logs(2));
    laptop.shut();
    const QTemporaryDir image;
    laptop.copyTo(image.path());
    laptop.open();
    REQUIRE(laptop.sync()); // the two, and three more, are at the centre before the disk dies
    REQUIRE(laptop.logs(3));
    REQUIRE(laptop.sync());
    const auto device = laptop.device();
    laptop.shut();
    laptop.restoreFrom(image.path());

    laptop.open();
    REQUIRE(laptop.logs(1));
    REQUIRE(laptop.sync());
    CHECK(interactions(council) == u"10"_s);
    CHECK(laptop.device() != device);
    CHECK(laptop.counts().needsAttention == 0);
}

TEST_CASE("35 days without contact lock cached people, take new work, and everything arrives after a sign-in",
          "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    const auto person = await(services::PersonService(*laptop.desk).add(joan()));
    REQUIRE(person);
    REQUIRE(laptop.sync());
    laptop.clock.advance(days(35));
    (void)council.sql(u"UPDATE reeve.session SET expires_at = now() - interval '1 day'"_s);

    CHECK(await(services::PersonService(*laptop.desk).open(*person)).error().code == ErrorCode::Denied);
    REQUIRE(laptop.logs(6));
    CHECK(laptop.sync().error().code == ErrorCode::SignInNeeded);
    CHECK(laptop.counts().waiting == 6);
    REQUIRE(laptop.sync(true));
    CHECK(interactions(council) == u"6"_s);
    CHECK(await(services::PersonService(*laptop.desk).open(*person)));
}

TEST_CASE("C7 what was refused comes back with a supervisor's reason, and what was mended is sent", "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(2));
    // The centre gets a rule that this desk does not know.
    (void)council.sql(u"ALTER TABLE reeve.interaction ADD CONSTRAINT never CHECK (false) NOT VALID"_s);
    REQUIRE(laptop.sync());
    CHECK(laptop.counts().needsAttention == 2);
    (void)council.sql(u"ALTER TABLE reeve.interaction DROP CONSTRAINT never"_s);
    const auto admin = council.administration();
    const auto entries = admin.quarantine(false);
    REQUIRE(entries);
    REQUIRE(entries->size() == 2);
    const auto entry = [&](std::size_t n) {
        return *domain::EntryId::parse(entries->at(n).value(u"entry"_s).toString());
    };
    REQUIRE(admin.reapply(entry(0)));
    REQUIRE(admin.reject(entry(1), u"Logged twice; the other one counts."_s));

    REQUIRE(laptop.sync());
    CHECK(laptop.counts().needsAttention == 1);
    CHECK(laptop.counts().sent + laptop.counts().safe == 1);
    services::SyncService service(*laptop.desk, central::makeGateway(council.deskUri()));
    const auto items = await(service.attention());
    REQUIRE(items);
    REQUIRE(items->size() == 1);
    CHECK(items->front().code == u"rejected"_s);
    CHECK(items->front().words == u"Logged twice; the other one counts."_s);
    CHECK(items->front().decidedBy == PostgresServer::superuser());
    // Sent once more it stays rejected, and is still explained.
    REQUIRE(await(service.sendAgain(items->front().sequence)));
    REQUIRE(laptop.sync());
    CHECK(await(service.attention())->front().words == u"Logged twice; the other one counts."_s);
}

TEST_CASE("C7 what was decided since the centre was put back is heard, though its numbers were heard before",
          "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    REQUIRE(laptop.logs(4));
    (void)council.sql(u"ALTER TABLE reeve.interaction ADD CONSTRAINT never CHECK (false) NOT VALID"_s);
    REQUIRE(laptop.sync());
    const auto admin = council.administration();
    const auto entries = admin.quarantine(false);
    REQUIRE(entries);
    REQUIRE(entries->size() == 4);
    const auto reject = [&](std::size_t n, const QString &words) {
        REQUIRE(admin.reject(*domain::EntryId::parse(entries->at(n).value(u"entry"_s).toString()), words));
    };
    reject(0, u"in the lost time"_s);
    REQUIRE(laptop.sync());
    (void)council.sql(u"DELETE FROM reeve.entry_news;"
                      "INSERT INTO reeve.epoch (server, reason) VALUES (reeve.server_identity(), 'test')"_s);
    for (const std::size_t n : {1, 2, 3})
        reject(n, u"since then"_s); // the first of them has the number that was heard

    REQUIRE(laptop.sync());
    REQUIRE(laptop.sync());
    services::SyncService service(*laptop.desk, central::makeGateway(council.deskUri()));
    const auto items = await(service.attention());
    REQUIRE(items);
    REQUIRE(items->size() == 4);
    CHECK(std::ranges::count(*items, u"since then"_s, &services::AttentionItem::words) == 3);
}

TEST_CASE("C7 what waited for somebody else's record is sent at its desk, too, when that has come", "[life][central]")
{
    const Council council;
    Laptop laptop(council);
    const auto logged = laptop.logs(1);
    REQUIRE(logged);
    const domain::InteractionId id = logged->front()->id;
    (void)council.sql(u"ALTER TABLE reeve.interaction ADD CONSTRAINT never CHECK (false) NOT VALID"_s);
    REQUIRE(await(services::InteractionService(*laptop.desk).addNote(id, u"and the brown bin"_s)));
    REQUIRE(laptop.sync());
    CHECK(laptop.counts().needsAttention == 2);
    (void)council.sql(u"ALTER TABLE reeve.interaction DROP CONSTRAINT never"_s);
    REQUIRE(council.administration().reapply(domain::EntryId(id.uuid())));

    REQUIRE(laptop.sync());
    CHECK(laptop.counts().needsAttention == 0);
    CHECK(laptop.counts().sent + laptop.counts().safe == 2);
    const auto line = await(laptop.desk->store().read(
        [id](store::Connection &connection) { return store::InteractionRepository(connection).line(id); }));
    REQUIRE(line);
    REQUIRE(*line);
    CHECK((*line)->row.isSent);
}

TEST_CASE("the audit of a desk reaches the centre with the next contact, all of it and once", "[life][central][audit]")
{
    const Council council;
    Laptop laptop(council);
    for (int i = 0; i < 3; ++i) {
        laptop.shut();
        laptop.open();
    }
    REQUIRE(laptop.sync());
    REQUIRE(laptop.sync());
    CHECK(council.sql(u"SELECT count(*) || ' ' || max(n) FROM reeve.desk_audit"_s) == u"4 4"_s);
    const auto chains = council.administration().verifyAudit();
    REQUIRE(chains);
    for (const QJsonObject &chain : *chains)
        CHECK(chain.value(u"whole"_s).toBool());
}
