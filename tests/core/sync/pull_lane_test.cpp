// SPDX-License-Identifier: MIT
#include "tests/core/sync/core_rig.h"

using namespace reeve;
using namespace reeve::sync;
using namespace std::chrono_literals;
using test::CoreRig;

namespace {

Standing newDesk()
{
    Standing standing = CoreRig::ordinaryStanding();
    standing.position = Position{};
    return standing;
}

// The oldest page on its way to the store has arrived there.
void storesPage(CoreRig &rig)
{
    REQUIRE_FALSE(rig.state.pull.storing.empty());
    const StoringPage page = rig.state.pull.storing.front();
    rig.happens(event::PageStored{page.id, page.to});
}

} // namespace

TEST_CASE("a new desk takes the change-log position first, then loads in key order, then follows the log", "[sync]")
{
    CoreRig rig(newDesk());
    rig.isOnlineWith(0);
    REQUIRE(rig.state.call == Call::LoadStart);
    rig.happens(event::LoadStartAnswered{rig.state.pull.asking, Cursor{77, 5}});
    storesPage(rig);
    CHECK(rig.state.standing.position.loadStart == 77);

    const QUuid last(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
    REQUIRE(rig.state.call == Call::FirstLoad);
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 0, {}, last, false}});
    const auto *next = rig.effect<effect::AskFirstLoad>();
    REQUIRE(next); // asked for while the first is being stored
    CHECK(next->after == last);
    CHECK(rig.state.standing.position.loadedTo == QUuid());
    storesPage(rig);
    CHECK(rig.state.standing.position.loadedTo == last);

    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{2, 0, {}, last, true}});
    const auto *log = rig.effect<effect::AskPage>();
    REQUIRE(log);
    CHECK(log->after == Cursor{77, 5});
    storesPage(rig);
    CHECK(rig.state.standing.position.isFirstLoadDone);
    rig.nothingToPull();
    REQUIRE(rig.effect<effect::RemoveUnknown>()); // the rig's desk had people before
    rig.happens(event::UnknownRemoved{0});
    rig.happens(event::OutboxCounted{0, 100});
    CHECK(isCaughtUp(rig.state));
}

TEST_CASE("whom a second reading from the start does not bring goes, when all was sent again", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.epoch = QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    rig.isGreeted(reply);
    rig.happens(event::LoadStartAnswered{rig.state.pull.asking, Cursor{77, 5}});
    storesPage(rig);
    rig.happens(event::PageAnswered{rig.state.pull.asking,
                                    event::PageSummary{3, 0, {}, QUuid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5), true}});
    storesPage(rig);
    CHECK_FALSE(rig.effect<effect::RemoveUnknown>());
    rig.happens(event::OutboxCounted{0, 100});
    REQUIRE(rig.effect<effect::StoreEpoch>());
    rig.happens(event::EpochStored{});
    rig.nothingToPull();
    const auto *unknown = rig.effect<effect::RemoveUnknown>();
    REQUIRE(unknown);
    CHECK_FALSE(unknown->isAllowed);
    CHECK_FALSE(isCaughtUp(rig.state));

    SECTION("a few")
    {
        rig.happens(event::UnknownRemoved{0});
        CHECK(rig.state.standing.position.loadedTo.isNull());
        rig.happens(event::OutboxCounted{0, 100});
        CHECK(isCaughtUp(rig.state));
    }
    SECTION("many, when a person has allowed it")
    {
        rig.happens(event::UnknownRemoved{60});
        CHECK(rig.state.pull.removalsHeld == 60);
        CHECK(stuckBy(rig.state) == ErrorCode::Conflict);
        rig.happens(event::AllowRemovals{});
        rig.nothingToPull();
        REQUIRE(rig.effect<effect::RemoveUnknown>());
        CHECK(rig.effect<effect::RemoveUnknown>()->isAllowed);
    }
    SECTION("many, and others are kept: the question stays until a person has answered")
    {
        rig.happens(event::UnknownRemoved{60, 2});
        rig.fires(Timer::Pull);
        rig.nothingToPull();
        REQUIRE(rig.effect<effect::RemoveUnknown>());
        CHECK(rig.state.pull.removalsHeld == 60); // while it looks again
        rig.happens(event::UnknownRemoved{60, 2});
        rig.happens(event::AllowRemovals{});
        rig.nothingToPull();
        REQUIRE(rig.effect<effect::RemoveUnknown>());
        CHECK(rig.effect<effect::RemoveUnknown>()->isAllowed);
        rig.happens(event::UnknownRemoved{0, 2});
        CHECK(rig.state.pull.removalsHeld == 0);
    }
}

TEST_CASE("a desk whose position the centre does not know greets it, sends all again and reads from the start",
          "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    REQUIRE(rig.state.call == Call::Page);
    rig.happens(event::PageAnswered{rig.state.pull.asking, fail(ErrorCode::StaleIncarnation)});
    CHECK(rig.state.link == Link::Waiting);
    rig.fires(Timer::Retry);
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{fail(ErrorCode::Offline), rig.now}); // not forgotten
    rig.fires(Timer::Retry);
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{rig.greeting(), rig.now}); // which shows nothing of it
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->sendAllAgain);
    CHECK(stored->standing.position == Position{});
    rig.happens(event::GreetingStored{});
    CHECK(rig.state.call == Call::LoadStart);
    CHECK_FALSE(rig.state.pull.isPositionLost);
}

TEST_CASE("a first load that was interrupted goes on where it was", "[sync]")
{
    Standing standing = newDesk();
    standing.position.loadStart = 77;
    standing.position.loadedTo = QUuid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5);
    CoreRig rig(standing);
    rig.isGreeted();
    REQUIRE(rig.effect<effect::AskFirstLoad>());
    CHECK(rig.effect<effect::AskFirstLoad>()->after == standing.position.loadedTo);
}

TEST_CASE("at most two pages wait for the disk", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 0, {60, 1}, {}, false}});
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 0, {61, 1}, {}, false}});
    CHECK(rig.state.call == Call::None);
    storesPage(rig);
    CHECK(rig.effect<effect::AskPage>());
}

TEST_CASE("a page that cannot be stored is asked for again, and no later one is taken for it", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    const Position before = rig.state.standing.position;
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 0, {60, 1}, {}, false}});
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 0, {61, 1}, {}, true}});
    const quint64 first = rig.state.pull.storing.front().id;
    const quint64 second = rig.state.pull.storing.back().id;
    rig.happens(event::PageStored{first, fail(ErrorCode::DiskFull)});
    CHECK(rig.state.call == Call::None);
    rig.happens(event::PageStored{second, before}); // the store stood elsewhere: nothing stored
    CHECK(rig.state.pull.reach == before);
    CHECK(isArmed(rig.state, Timer::Pull));
    rig.fires(Timer::Pull);
    REQUIRE(rig.effect<effect::AskPage>());
    CHECK(rig.effect<effect::AskPage>()->after == before.cursor);
}

TEST_CASE("a desk at the end of the log polls every three seconds, half as much more or less", "[sync]")
{
    std::set<qint64> delays;
    for (quint64 seed = 1; seed <= 20; ++seed) {
        CoreRig rig(CoreRig::ordinaryStanding(), seed);
        rig.isOnlineWith(0);
        rig.nothingToPull();
        CHECK(rig.delayOf(Timer::Pull) >= 1500ms);
        CHECK(rig.delayOf(Timer::Pull) <= 4500ms);
        delays.insert(rig.delayOf(Timer::Pull).count());
    }
    CHECK(delays.size() > 10);
}

TEST_CASE("a pull that would remove more than one in twenty people stops and asks", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0); // 100 people
    const Position before = rig.state.standing.position;
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{21, 21, {60, 1}, {}, true}});
    CHECK_FALSE(rig.effect<effect::StorePage>());
    CHECK(rig.state.pull.removalsHeld == 21);
    CHECK(isArmed(rig.state, Timer::Pull));

    SECTION("and the push goes on")
    {
        rig.happens(event::OutboxCounted{1, 100});
        CHECK(rig.effect<effect::ReadBatch>());
    }
    SECTION("and asking again by itself changes nothing")
    {
        rig.fires(Timer::Pull);
        rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{21, 21, {60, 1}, {}, true}});
        CHECK_FALSE(rig.effect<effect::StorePage>());
        CHECK(rig.state.standing.position == before);
    }
    SECTION("until a person allows it")
    {
        rig.happens(event::AllowRemovals{});
        REQUIRE(rig.effect<effect::AskPage>());
        rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{21, 21, {60, 1}, {}, true}});
        CHECK(rig.effect<effect::StorePage>());
        storesPage(rig);
        CHECK_FALSE(rig.state.pull.areRemovalsAllowed); // this once
    }
}

TEST_CASE("many small pages do not add up to a silent mass removal", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    for (int page = 0; page < 3 && rig.state.pull.removalsHeld == 0; ++page) {
        rig.happens(
            event::PageAnswered{rig.state.nextId - 1, event::PageSummary{10, 10, {60 + quint64(page), 1}, {}, false}});
        if (!rig.state.pull.storing.empty())
            storesPage(rig);
    }
    CHECK(rig.state.pull.removalsHeld == 30);
}

TEST_CASE("the time of the last sync is noted when nothing waits and nothing is new", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1);
    rig.nothingToPull();
    CHECK_FALSE(rig.state.standing.lastSyncAt);
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{});
    rig.happens(event::OutboxCounted{0, 100});
    rig.nothingToPull();
    CHECK(rig.state.standing.lastSyncAt == rig.now);
    CHECK(rig.effect<effect::StoreLastSync>());
}
