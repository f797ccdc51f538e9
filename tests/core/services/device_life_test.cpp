// SPDX-License-Identifier: MIT
// The whole life of a desk against a real PostgreSQL: copied, left, stolen, away for weeks, refused and mended.
#include "core/central/administration.h"
#include "core/central/desk_administration.h"
#include "core/central/postgres_gateway.h"
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_service.h"
#include "core/store/interaction_repository.h"

#include "tests/core/services/desk_folder.h"
#include "tests/support/postgres.h"

#include <QCoreApplication>
#include <QDir>

#include <thread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using std::chrono::days;

crypto::Secret password(const char *text = "a long central password")
{
    return crypto::Secret(QByteArrayView(text));
}

// A council with two agents, and desks enrolled there.
class Council final
{
public:
    Council() : uri(postgres().createDatabase())
    {
        auto made = central::initCentral(uri, {});
        REQUIRE(made);
        setup = std::move(*made);
        for (const QString &agent : {u"asha.patel"_s, u"sam"_s})
            REQUIRE(central::addAgent(uri, {}, agent, agent, {domain::Role::Handler}, password()));
    }

    [[nodiscard]] QString deskUri() const { return postgres().uri(uri.section(u'/', -1), u"nobody"_s); }
    [[nodiscard]] QString sql(const QString &statement) const
    {
        return postgres().sql(uri.section(u'/', -1), statement);
    }
    [[nodiscard]] central::DeskAdministration administration() const { return {uri, {}}; }

    const QString uri;
    central::CentralSetup setup;
};

// One folder with a store, opened or closed: as a laptop that can be switched off and copied.
class Laptop final
{
public:
    explicit Laptop(const Council &where) : council(where)
    {
        const services::Enrolment enrolment{path(),       u"asha.patel"_s,   DeskFolder::passphrase(), password(),
                                            u"Desk 14"_s, council.deskUri(), {8ULL << 20, 1}};
        const auto gateway = central::makeGateway(council.deskUri());
        REQUIRE(services::enrol(enrolment, *gateway, clock));
        open();
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"store"_s); }
    void open(const QString &agent = {}, const crypto::Secret &passphrase = DeskFolder::passphrase())
    {
        const auto policy = services::Policy::builtIn();
        auto opened = services::Desk::openNow(path(), agent, passphrase, clock, *policy);
        REQUIRE(opened);
        desk = std::move(*opened);
    }
    void shut() { desk.reset(); }
    // What an image of the disk would bring back.
    void copyTo(const QString &target) const
    {
        QDir().mkpath(target);
        for (const QString &name : QDir(path()).entryList(QDir::Files))
            REQUIRE(QFile::copy(path() + u'/' + name, target + u'/' + name));
    }
    void restoreFrom(const QString &image) const
    {
        QDir(path()).removeRecursively();
        QDir().mkpath(path());
        for (const QString &name : QDir(image).entryList(QDir::Files))
            REQUIRE(QFile::copy(image + u'/' + name, path() + u'/' + name));
    }

    Result<std::vector<Result<services::Saved>>> logs(int count) const
    {
        std::vector<domain::Interaction> batch;
        for (int n = 0; n < count; ++n)
            batch.push_back(call(clock.now() - std::chrono::hours(1), u"asked about bins, %1"_s.arg(n)));
        return await(services::InteractionService(*desk).log(batch));
    }
    [[nodiscard]] Result<services::SyncSummary> sync(bool withPassword = false) const
    {
        const auto gateway = central::makeGateway(council.deskUri());
        return services::syncOnce(*desk, *gateway, withPassword ? std::optional(password()) : std::nullopt);
    }
    [[nodiscard]] domain::DeviceId device() const
    {
        const auto state = await(desk->store().read(
            [](store::Connection &connection) { return store::DeskRepository(connection).state(); }));
        REQUIRE(state);
        return state->device;
    }
    [[nodiscard]] store::OutboxCounts counts() const
    {
        const auto counts =
            await(desk->store().read([](store::Connection &connection) { return store::Outbox(connection).counts(); }));
        REQUIRE(counts);
        return *counts;
    }

    const Council &council;
    TestClock clock;
    std::shared_ptr<services::Desk> desk;

private:
    QTemporaryDir m_folder;
};

QString interactions(const Council &council)
{
    return council.sql(u"SELECT count(*) FROM reeve.interaction"_s);
}

} // namespace

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
