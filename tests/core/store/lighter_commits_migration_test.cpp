// SPDX-License-Identifier: MIT
// 0002 on a desk that was in use before: nothing it knew is lost.
#include "tests/core/store/support/sealed_file_fixture.h"

#include "core/store/interaction_repository.h"
#include "core/store/migrator.h"
#include "core/store/outbox.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Outbox;

namespace {

const QString call = u"01999999-0000-7000-8000-000000000001"_s;

void run(Connection &connection, const QString &sql)
{
    INFO(sql.toStdString());
    REQUIRE(connection.execute(sql));
}

// A database as 0001 made it, with a call that has reasons and one that has none.
std::unique_ptr<Connection> olderDesk(const SealedFileFixture &file)
{
    auto connection = file.connect();
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    REQUIRE(migrate(*connection, {migrations->begin(), migrations->begin() + 1}));
    for (const QString &last : {u"01"_s, u"02"_s}) {
        run(*connection, u"INSERT INTO interaction VALUES (x'019999990000700080000000000000%1', NULL, 'phone', "
                         "'inbound', '', 1, 2, 'resolved', 'asha', 1)"_s.arg(last));
    }
    run(*connection, u"INSERT INTO interaction_reason VALUES (x'01999999000070008000000000000001', 1, 'lgsl:524'), "
                     "(x'01999999000070008000000000000001', 0, 'lgsl:57')"_s);
    return connection;
}

void addEntries(Connection &connection, int count)
{
    for (int sequence = 1; sequence <= count; ++sequence) {
        run(connection, u"INSERT INTO outbox (sequence, id, kind, aggregate, base_revision, agent, device_time, "
                        "monotonic, skew, has_restricted, content_hash, payload) VALUES (%1, randomblob(16), "
                        "'note_added', zeroblob(16), 0, 'asha', 5, 0, 0, 0, x'', x'7b7d')"_s.arg(sequence));
    }
}

void migrateAll(Connection &connection)
{
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    REQUIRE(migrate(connection, *migrations));
}

} // namespace

TEST_CASE("the reasons of older interactions are kept, in their order", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = olderDesk(file);
    migrateAll(*connection);

    const store::InteractionRepository interactions(*connection);
    const auto found = interactions.find(*domain::InteractionId::parse(call)).value();
    REQUIRE(found);
    CHECK(found->reasons == std::vector<domain::ReasonCode>{u"lgsl:57"_s, u"lgsl:524"_s});
    const auto other = interactions.find(*domain::InteractionId::parse(call.chopped(1) + u'2')).value();
    REQUIRE(other);
    CHECK(other->reasons.empty());
}

TEST_CASE("an older outbox counts and goes on counting as before", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = olderDesk(file);
    addEntries(*connection, 6);
    run(*connection, u"UPDATE outbox SET state = sequence - 1"_s); // one in each state

    SECTION("with its last entry there")
    {
        migrateAll(*connection);
        const auto counts = Outbox(*connection).counts().value();
        CHECK(counts.waiting == 1);
        CHECK(counts.sent == 1);
        CHECK(counts.safe == 1);
        CHECK(counts.needsAttention == 3);
        CHECK(counts.lastSequence == 6);
    }
    SECTION("with its last entries purged")
    {
        run(*connection, u"DELETE FROM outbox WHERE sequence > 2"_s);
        migrateAll(*connection);
        const auto counts = Outbox(*connection).counts().value();
        CHECK(counts.waiting == 1);
        CHECK(counts.sent == 1);
        CHECK(counts.safe == 0);
        CHECK(counts.lastSequence == 6);
    }
    SECTION("with all of them purged")
    {
        run(*connection, u"DELETE FROM outbox"_s);
        migrateAll(*connection);
        CHECK(Outbox(*connection).counts()->lastSequence == 6);
    }
}
