// SPDX-License-Identifier: MIT
#include "core/services/session/lease.h"
#include "core/store/person_repository.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("the built-in policy is compiled in and whole", "[desk]")
{
    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    CHECK(policy->leaseDays == 7);
    CHECK(policy->catalogue.disposition(u"resolved"_s));
    CHECK(!policy->lawfulBasis.conditions().empty());
}

TEST_CASE("a desk that no centre has told otherwise lets its agent be a handler", "[desk]")
{
    DeskFolder folder;
    CHECK(folder.desk().agentName() == u"asha.patel"_s);
    CHECK(folder.desk().roles() == domain::Roles{domain::Role::Handler});

    folder.giveRoles({domain::Role::Supervisor});
    folder.desk().refresh();
    CHECK(folder.desk().roles() == domain::Roles{domain::Role::Supervisor});
}

TEST_CASE("a setting is there at once and after a restart", "[desk]")
{
    DeskFolder folder;
    CHECK(folder.desk().setting(u"theme"_s).isEmpty());
    folder.desk().setSetting(u"theme"_s, u"dark"_s);
    folder.desk().setSetting(u"something new"_s, u"yes"_s);
    CHECK(folder.desk().setting(u"theme"_s) == u"dark"_s);

    folder.reopen();
    CHECK(folder.desk().setting(u"theme"_s) == u"dark"_s);
    CHECK(folder.desk().setting(u"something new"_s) == u"yes"_s);
}

TEST_CASE("a store of made-up people says so as soon as it is open", "[desk]")
{
    DeskFolder folder;
    CHECK_FALSE(folder.desk().isDemo());
    const bool isSample = GENERATE(true, false);
    auto first = joan();
    first.isDemo = isSample;
    first.id = folder.desk().ids().next<domain::PersonTag>();
    REQUIRE(
        folder.write([&](store::Connection &connection) { return store::PersonRepository(connection).insert(first); }));

    folder.desk().refresh();
    CHECK(folder.desk().isDemo() == isSample);
    folder.reopen();
    CHECK(folder.desk().isDemo() == isSample);
}

TEST_CASE("a wrong passphrase opens no session", "[desk]")
{
    DeskFolder folder;
    const auto policy = services::Policy::builtIn();
    CHECK(services::Desk::agentNames(folder.path()) == QStringList{u"asha.patel"_s});
    const QString nowhere = folder.path() + u"/nowhere"_s;
    CHECK(services::Desk::agentNames(nowhere).isEmpty());

    DeskFolder other;
    const auto opened = services::Desk::openNow(other.path(), {}, crypto::Secret(QByteArrayView("not the passphrase")),
                                                other.clock(), *policy);
    REQUIRE_FALSE(opened);
    // In use comes first: the session of the fixture holds the store.
    CHECK((opened.error().code == ErrorCode::InUse || opened.error().code == ErrorCode::WrongPassphrase));
}

TEST_CASE("the lease ends after a week without contact, whichever way the clock was set", "[desk]")
{
    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    const TestClock clock;
    store::DeskState state;
    using std::chrono::hours;

    CHECK_FALSE(services::isLeaseExpired(state, *policy, clock.now())); // no centre
    state.centralUri = u"postgresql://centre.example.org/reeve"_s;
    CHECK_FALSE(services::isLeaseExpired(state, *policy, clock.now())); // nothing was ever loaded
    state.lastSyncAt = clock.now() - hours(7 * 24);
    CHECK_FALSE(services::isLeaseExpired(state, *policy, clock.now()));
    state.lastSyncAt = clock.now() - hours(7 * 24 + 1);
    CHECK(services::isLeaseExpired(state, *policy, clock.now()));
    state.lastSyncAt = clock.now() + hours(24 * 365 * 10);
    CHECK(services::isLeaseExpired(state, *policy, clock.now()));
}
