// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include <libpq-fe.h>
#include <memory>
#include <thread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a server killed in the middle of a push has every entry once, after they are sent again", "[central]")
{
    PostgresServer server; // killed processes lose nothing that the system holds, so it need not be Durable
    const Centre centre(server);
    TestDesk desk(centre);
    std::vector<std::vector<store::OutboxEntry>> batches(60);
    for (auto &batch : batches) {
        for (int i = 0; i < 50; ++i)
            batch.push_back(desk.logged(desk.interaction()));
    }
    std::size_t acknowledged = 0;
    int kills = 0;
    for (const int delay : {0, 40, 90}) {
        std::thread killer([&server, delay] {
            std::this_thread::sleep_for(std::chrono::milliseconds(delay));
            server.kill9FromThread();
        });
        std::size_t sent = acknowledged;
        for (;;) {
            Result<> ok;
            while (ok && sent < batches.size() && sent - acknowledged < sync::CentralGateway::maxInFlight) {
                ok = desk.gateway().sendPush({desk.token, desk.device, desk.incarnation, batches[sent]});
                sent += ok ? 1 : 0;
            }
            if (sent == acknowledged)
                break;
            const auto reply = ok ? desk.gateway().receivePush() : Result<sync::PushReply>(fail(ok));
            if (!reply) {
                CHECK(reply.error().code == ErrorCode::Offline);
                ++kills;
                break;
            }
            ++acknowledged;
        }
        killer.join();
        const auto inTheDark = desk.hello();
        REQUIRE_FALSE(inTheDark);
        CHECK(inTheDark.error().code == ErrorCode::Offline);
        server.start();
        const QUuid epoch = desk.epoch;
        REQUIRE(desk.hello());
        CHECK(desk.epoch == epoch); // a crash is not a way back in time
    }
    CHECK(kills > 0);
    CHECK(centre.sql(u"SELECT count(*) >= %1 FROM reeve.interaction"_s.arg(acknowledged * 50)) == u"t"_s);
    for (const auto &batch : batches)
        REQUIRE(desk.push(batch));
    CHECK(centre.sql(u"SELECT count(*), count(DISTINCT id) FROM reeve.interaction"_s) == u"3000|3000"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note"_s) == u"3000"_s);
}

TEST_CASE("a blocked call ends when it is cancelled, and the next one works", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    // Somebody holds the desk's row, so that hello has to wait.
    const std::unique_ptr<PGconn, decltype(&PQfinish)> holder(PQconnectdb(centre.uri().toUtf8().constData()),
                                                              &PQfinish);
    PQclear(PQexec(holder.get(), "BEGIN; SELECT 1 FROM reeve.device FOR UPDATE"));
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        desk.gateway().cancel();
    });
    const auto hello = desk.hello();
    canceller.join();
    REQUIRE_FALSE(hello);
    CHECK(hello.error().code == ErrorCode::Cancelled);
    PQclear(PQexec(holder.get(), "ROLLBACK"));
    CHECK(desk.hello());
}

TEST_CASE("a server that is not there is Offline, and one that is full is busy", "[central]")
{
    PostgresServer server({PostgresServer::Authentication::Trust,
                           PostgresServer::Durability::Fast,
                           {u"max_connections=8"_s, u"superuser_reserved_connections=3"_s}});
    const Centre centre(server);
    TestDesk desk(centre);
    desk.gateway().disconnect();
    std::vector<std::unique_ptr<PGconn, decltype(&PQfinish)>> crowd;
    for (int i = 0; i < 8; ++i)
        crowd.emplace_back(PQconnectdb(centre.uri().toUtf8().constData()), &PQfinish);
    CHECK(desk.hello().error().code == ErrorCode::CentralBusy);
    crowd.clear();
    for (int i = 0; i < 100 && !desk.hello(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    CHECK(desk.hello());
    server.stop();
    CHECK(desk.hello().error().code == ErrorCode::Offline);
    server.start();
    CHECK(desk.hello());
}

TEST_CASE("a commit that no standby has is not acknowledged", "[central]")
{
    PostgresServer server({PostgresServer::Authentication::Trust, PostgresServer::Durability::Fast, {}});
    const Centre centre(server);
    TestDesk desk(centre);
    const auto entry = desk.logged(desk.interaction());
    (void)server.sql(u"postgres"_s, u"ALTER SYSTEM SET synchronous_standby_names = 'none'; SELECT pg_reload_conf();"
                                    " SELECT pg_sleep(0.2)"_s);
    // An administrator ends the wait for the standby that will never come: PostgreSQL then says success, with a
    // warning.
    std::thread administrator([&server] {
        for (int i = 0; i < 100; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            if (server.sql(u"postgres"_s, u"SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity"
                                          " WHERE wait_event = 'SyncRep'"_s) != u"0"_s)
                return;
        }
    });
    const auto reply = desk.push({entry});
    administrator.join();
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == ErrorCode::Offline);
    (void)server.sql(u"postgres"_s, u"ALTER SYSTEM RESET synchronous_standby_names; SELECT pg_reload_conf();"
                                    " SELECT pg_sleep(0.2)"_s);
    const auto again = desk.push({entry});
    REQUIRE(again);
    CHECK(again->outcomes[0].state == store::EntryState::Sent);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"1"_s);
}
