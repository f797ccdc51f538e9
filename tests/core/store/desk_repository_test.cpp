// SPDX-License-Identifier: MIT
#include "core/store/desk_repository.h"
#include "tests/core/store/test_desk.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using store::CentralSession;
using store::Connection;
using store::DeskRepository;
using store::DeskState;
using test::TestDesk;

TEST_CASE("a desk knows who it is only after enrolment, and then exactly", "[store]")
{
    TestDesk desk;
    const DeskRepository repository(desk.connection());
    REQUIRE_FALSE(repository.state());
    CHECK(repository.state().error().code == ErrorCode::NotFound);

    DeskState state;
    state.device = desk.ids().next<domain::DeviceTag>();
    state.deskName = u"Desk 14"_s;
    state.centralUri = u"postgresql://db.example.org/reeve"_s;
    state.poolUser = u"reeve_pool"_s;
    state.poolPassword = u"secret"_s;
    state.councilPublicKey = QByteArray(32, '\x07');
    state.incarnation = desk.ids().next();
    REQUIRE(desk.write([&](Connection &connection) { return DeskRepository(connection).setState(state); }));

    SECTION("as enrolled")
    {
        const DeskState read = repository.state().value();
        CHECK(read.device == state.device);
        CHECK(read.deskName == state.deskName);
        CHECK(read.centralUri == state.centralUri);
        CHECK(read.poolUser == state.poolUser);
        CHECK(read.poolPassword == state.poolPassword);
        CHECK(read.councilPublicKey == state.councilPublicKey);
        CHECK(read.incarnation == state.incarnation);
        CHECK(read.epoch.isNull());
        CHECK(read.firstLoadAfter.isNull());
        CHECK_FALSE(read.lastSyncAt.has_value());
        CHECK_FALSE(read.isFirstLoadDone);
        CHECK(read.herdSpreadMs == 5000);
        CHECK(read.deviceStatus == u"active"_s);
    }
    SECTION("as far as it has come")
    {
        state.epoch = desk.ids().next();
        state.cursorTransaction = 0x7fff'ffff'ffff'fff0ULL;
        state.cursorNumber = 12;
        state.highestTransaction = 99;
        state.isFirstLoadDone = true;
        state.firstLoadAfter = desk.ids().next();
        state.firstLoadCursor = 41;
        state.settledHorizon = 90;
        state.skew = -315'360'000'000; // a clock ten years off
        state.lastSyncAt = desk.now();
        state.deviceStatus = u"push_only"_s;
        REQUIRE(desk.write([&](Connection &connection) { return DeskRepository(connection).setState(state); }));

        const DeskState read = repository.state().value();
        CHECK(read.epoch == state.epoch);
        CHECK(read.cursorTransaction == state.cursorTransaction);
        CHECK(read.cursorNumber == 12);
        CHECK(read.highestTransaction == 99);
        CHECK(read.isFirstLoadDone);
        CHECK(read.firstLoadAfter == state.firstLoadAfter);
        CHECK(read.firstLoadCursor == 41);
        CHECK(read.settledHorizon == 90);
        CHECK(read.skew == state.skew);
        CHECK(read.lastSyncAt == state.lastSyncAt);
        CHECK(read.deviceStatus == u"push_only"_s);
        CHECK(desk.number(u"SELECT count(*) FROM desk"_s) == 1);
    }
}

TEST_CASE("a colleague's session may deliver while it lasts", "[store]")
{
    TestDesk desk;
    const DeskRepository repository(desk.connection());
    CHECK_FALSE(repository.session(u"asha"_s).value().has_value());
    CHECK_FALSE(repository.anySession(desk.now()).value().has_value());

    const auto set = [&](const CentralSession &session) {
        REQUIRE(desk.write([&](Connection &connection) { return DeskRepository(connection).setSession(session); }));
    };
    set({u"asha"_s, u"token-1"_s, desk.now() + 1h});
    set({u"ben"_s, u"token-2"_s, desk.now() + 2h});
    set({u"asha"_s, u"token-3"_s, desk.now() + 1h});
    CHECK(repository.session(u"asha"_s).value()->token == u"token-3"_s);
    CHECK(repository.anySession(desk.now()).value()->agent == u"ben"_s);
    CHECK_FALSE(repository.anySession(desk.now() + 2h).value().has_value());

    REQUIRE(desk.write([](Connection &connection) { return DeskRepository(connection).dropSession(u"ben"_s); }));
    CHECK(repository.anySession(desk.now()).value()->agent == u"asha"_s);
}

TEST_CASE("roles, names and settings of each agent hold offline", "[store]")
{
    TestDesk desk;
    const DeskRepository repository(desk.connection());
    CHECK(repository.roles(u"asha"_s).value().empty());
    CHECK(repository.displayName(u"asha"_s) == u"asha"_s);
    CHECK(repository.setting(u"asha"_s, u"language"_s).value().isEmpty());

    const domain::Roles roles = {domain::Role::Handler, domain::Role::DataProtectionOfficer};
    REQUIRE(desk.write([&](Connection &connection) -> Result<> {
        const DeskRepository writer(connection);
        if (const auto set = writer.setRoles(u"asha"_s, roles); !set)
            return set;
        if (const auto set = writer.setDisplayName(u"asha"_s, u"Asha Patel"_s); !set)
            return set;
        if (const auto set = writer.setSetting(u"asha"_s, u"language"_s, u"en"_s); !set)
            return set;
        return writer.setSetting(u"asha"_s, u"language"_s, u"cy"_s);
    }));
    CHECK(repository.roles(u"asha"_s).value() == roles);
    CHECK(repository.displayName(u"asha"_s) == u"Asha Patel"_s);
    CHECK(repository.setting(u"asha"_s, u"language"_s) == u"cy"_s);
    CHECK(repository.setting(u"ben"_s, u"language"_s).value().isEmpty());

    REQUIRE(desk.write([](Connection &connection) { return DeskRepository(connection).setRoles(u"asha"_s, {}); }));
    CHECK(repository.roles(u"asha"_s).value().empty());
    CHECK(repository.displayName(u"asha"_s) == u"Asha Patel"_s);
}
