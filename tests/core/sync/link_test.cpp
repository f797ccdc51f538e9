// SPDX-License-Identifier: MIT
#include "tests/core/sync/core_rig.h"

using namespace reeve;
using namespace reeve::sync;
using namespace std::chrono_literals;
using test::CoreRig;

TEST_CASE("a desk that starts looks for a session and greets the centre", "[sync]")
{
    CoreRig rig;
    REQUIRE(rig.effect<effect::FindSession>());
    rig.happens(event::SessionFound{});
    const auto *hello = rig.effect<effect::SayHello>();
    REQUIRE(hello);
    CHECK(hello->request.incarnation == rig.state.standing.incarnation);
    CHECK(hello->request.highestTransaction == 60);
}

TEST_CASE("the next incarnation is stored before the next call", "[sync]")
{
    CoreRig rig;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{rig.greeting(), rig.now});
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->standing.incarnation == rig.greeting().incarnation);
    CHECK(rig.state.call == Call::None);
    rig.happens(event::OutboxCounted{5, 100});
    CHECK(rig.state.call == Call::None);
    rig.happens(event::GreetingStored{});
    CHECK(rig.state.link == Link::Online);
    CHECK(rig.state.call != Call::None);
}

TEST_CASE("the desk says hello again every sixty seconds, with nothing in flight", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    rig.nothingToPull();
    CHECK(rig.delayOf(Timer::Hello) == 60s);
    rig.happens(event::OutboxCounted{1, 100});
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.fires(Timer::Hello);
    CHECK_FALSE(rig.effect<effect::SayHello>());
    rig.isAnswered();
    CHECK_FALSE(rig.effect<effect::SayHello>());
    rig.happens(event::OutcomesStored{});
    CHECK(rig.effect<effect::SayHello>());
}

TEST_CASE("the skew is the centre's time against the middle of the call", "[sync]")
{
    CoreRig rig;
    rig.happens(event::SessionFound{});
    HelloReply reply = rig.greeting();
    const Instant asked = rig.now;
    rig.now += 400ms;
    reply.centralTime = asked + 200ms + 5min;
    rig.happens(event::HelloAnswered{reply, asked});
    CHECK(rig.state.standing.skew == 300'000);
}

TEST_CASE("a greeting that waited long at the centre does not change a skew that may be right", "[sync]")
{
    CoreRig rig;
    rig.state.standing.skew = 1000;
    rig.happens(event::SessionFound{});
    HelloReply reply = rig.greeting();
    const Instant asked = rig.now;
    rig.now += 20s;
    reply.centralTime = rig.now + 1s; // it waited on the way there, behind a lock
    SECTION("where the two agree within what it may be off by") {}
    SECTION("nor where this desk's clock was set meanwhile")
    {
        rig.now += std::chrono::hours(24 * 3650);
    }
    rig.happens(event::HelloAnswered{reply, asked});
    CHECK(rig.state.standing.skew == 1000);
}

TEST_CASE("an unreachable centre is tried again and again, with jitter, at most a minute apart", "[sync]")
{
    bool differs = false;
    for (const quint64 seed : {1, 2, 3, 4, 5}) {
        CoreRig rig(CoreRig::ordinaryStanding(), seed);
        CoreRig other(CoreRig::ordinaryStanding(), seed + 100);
        auto window = 500ms;
        for (int attempt = 0; attempt < 14; ++attempt) {
            for (CoreRig *one : {&rig, &other}) {
                one->happens(event::SessionFound{});
                one->happens(event::HelloAnswered{fail(ErrorCode::Offline), one->now});
                CHECK(one->state.link == Link::Waiting);
                CHECK(one->state.why == ErrorCode::Offline);
                CHECK(isArmed(one->state, Timer::Retry));
                CHECK(one->delayOf(Timer::Retry) <= window);
            }
            differs = differs || rig.delayOf(Timer::Retry) != other.delayOf(Timer::Retry);
            window = std::min(std::chrono::milliseconds(60s), window * 2);
            rig.fires(Timer::Retry);
            other.fires(Timer::Retry);
            CHECK(rig.effect<effect::FindSession>());
        }
    }
    CHECK(differs);
}

TEST_CASE("a lost link comes back spread over what the centre asked for, but at once when a person asks", "[sync]")
{
    qint64 longest = 0;
    for (quint64 seed = 1; seed <= 40; ++seed) {
        CoreRig rig(CoreRig::ordinaryStanding(), seed);
        HelloReply reply = rig.greeting();
        reply.herdSpreadMs = 10'000;
        rig.isGreeted(reply);
        rig.happens(event::PageAnswered{rig.state.nextId - 1, fail(ErrorCode::Offline)});
        REQUIRE(rig.state.link == Link::Waiting);
        CHECK(rig.delayOf(Timer::Retry) <= 10s);
        longest = std::max<qint64>(longest, rig.delayOf(Timer::Retry).count());
        rig.happens(event::SyncNow{});
        CHECK(rig.effect<effect::FindSession>());
    }
    CHECK(longest > 5000);
}

TEST_CASE("the wait grows until a batch or page goes through, not only a connection", "[sync]")
{
    CoreRig rig;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{fail(ErrorCode::Offline), rig.now});
    rig.fires(Timer::Retry);
    rig.isGreeted();
    CHECK(rig.state.failures == 1);
    rig.nothingToPull();
    CHECK(rig.state.failures == 0);
}

TEST_CASE("a refused session stops both lanes, deletes nothing and asks to sign in", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(3);
    rig.nothingToPull();
    rig.readsBatch(1, 3, true);
    rig.isSent();
    rig.answerFails(ErrorCode::SignInNeeded);
    const auto *find = rig.effect<effect::FindSession>();
    REQUIRE(find);
    CHECK(find->otherThanLast);
    CHECK_FALSE(rig.effect<effect::StoreOutcomes>());
    CHECK_FALSE(rig.effect<effect::RefuseEntry>());

    rig.happens(event::SessionMissing{});
    CHECK(rig.state.link == Link::SignInNeeded);
    CHECK(isArmed(rig.state, Timer::Retry));
    CHECK(rig.state.waiting == 3);

    SECTION("signing in goes on at once")
    {
        rig.happens(event::SignedIn{});
        CHECK(rig.effect<effect::FindSession>());
        rig.isGreeted();
        CHECK(rig.effect<effect::ReadBatch>());
    }
    SECTION("without anybody doing anything, the store is looked through again")
    {
        rig.fires(Timer::Retry);
        REQUIRE(rig.effect<effect::FindSession>());
        CHECK_FALSE(rig.effect<effect::FindSession>()->otherThanLast);
    }
}

TEST_CASE("a colleague's session delivers when one's own is refused", "[sync]")
{
    CoreRig rig;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{fail(ErrorCode::SignInNeeded), rig.now});
    rig.happens(event::SessionFound{});
    CHECK(rig.effect<effect::SayHello>());
}

TEST_CASE("a refused desk or certificate is tried again slowly", "[sync]")
{
    const ErrorCode code =
        GENERATE(ErrorCode::Untrusted, ErrorCode::DeviceRevoked, ErrorCode::CentralTooOld, ErrorCode::CentralTooNew);
    CoreRig rig;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{fail(code), rig.now});
    CHECK(rig.state.link == Link::Waiting);
    CHECK(rig.state.why == code);
    CHECK(rig.delayOf(Timer::Retry) >= 30s);
    CHECK(rig.delayOf(Timer::Retry) <= 60s);
}

TEST_CASE("a centre that asks to be left alone is left alone so long", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.retryAfterMs = 20'000;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now});
    rig.happens(event::GreetingStored{});
    CHECK(rig.state.link == Link::Waiting);
    CHECK(rig.delayOf(Timer::Retry) >= 20s);
}

TEST_CASE("a centre whose numbers are beyond all bounds is counted on with all the same", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    const qint64 sign = GENERATE(1, -1);
    reply.deliveries = reply.herdSpreadMs = reply.retryAfterMs = reply.pollMs =
        sign * std::numeric_limits<qint64>::max();
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now});
    CHECK(rig.state.push.deliveries == (sign > 0 ? mostDeliveries : 0));
    CHECK(rig.state.pollMs >= 100);
    rig.happens(event::GreetingStored{});
    CHECK(rig.state.link == (sign > 0 ? Link::Waiting : Link::Online));
    if (sign > 0)
        CHECK(rig.delayOf(Timer::Retry) <= 48h);
}

TEST_CASE("what a greeting asked for is done when it could not be stored the first time", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.epoch = QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, {}});
    rig.happens(event::GreetingStored{fail(ErrorCode::DiskFull)});
    rig.fires(Timer::Retry);
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, {}}); // the same epoch as before: no news, and yet still to be done
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->sendAllAgain);
    rig.happens(event::GreetingStored{});
    CHECK_FALSE(rig.state.owesSendingAgain);
}

TEST_CASE("a copied desk takes its new id and everything not safe waits again", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.device = domain::DeviceId(QUuid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9));
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now});
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->sendAllAgain);
    CHECK(stored->standing.device == reply.device);
    CHECK(stored->standing.position == Position{}); // perhaps the centre is the copy: all is read again
}

TEST_CASE("a centre that lacks what it answered for, and does not know it, gets everything again", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.hasEntriesTo = 4;
    qint64 answeredTo = 4;
    SECTION("all is there")
    {
        rig.happens(event::SessionFound{});
        rig.happens(event::HelloAnswered{reply, rig.now, answeredTo});
        CHECK_FALSE(rig.effect<effect::StoreGreeting>()->sendAllAgain);
        CHECK_FALSE(rig.effect<effect::StoreGreeting>()->centralHasTo);
        return;
    }
    SECTION("an older centre does not say")
    {
        reply.hasEntriesTo.reset();
        rig.happens(event::SessionFound{});
        rig.happens(event::HelloAnswered{reply, rig.now, answeredTo});
        CHECK_FALSE(rig.effect<effect::StoreGreeting>()->sendAllAgain);
        return;
    }
    SECTION("fewer entries")
    {
        answeredTo = 5;
    }
    SECTION("transactions that it has yet to hand out")
    {
        reply.highestTransaction = 59;
    }
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now, answeredTo});
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->sendAllAgain);
    CHECK(stored->centralHasTo == 4);
    CHECK(stored->standing.position == Position{});
    CHECK(stored->standing.highestTransaction == reply.highestTransaction); // or it would begin again each time
    CHECK(stored->standing.epoch == reply.epoch);
    rig.happens(event::GreetingStored{});
    CHECK(rig.state.call == Call::LoadStart);
}

TEST_CASE("a centre that went back in time gets everything again before any removal is applied", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    const QUuid old = reply.epoch;
    reply.epoch = QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    reply.highestTransaction = 20;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now});
    const auto *stored = rig.effect<effect::StoreGreeting>();
    REQUIRE(stored);
    CHECK(stored->sendAllAgain);
    CHECK(stored->standing.epoch == old); // until all is there: a crash now begins again
    CHECK(stored->standing.highestTransaction == 20);
    CHECK(stored->standing.position == Position{});
    rig.happens(event::GreetingStored{});
    rig.happens(event::OutboxCounted{1, 100});

    // The first load may run beside it, the change log with its removals may not.
    REQUIRE(rig.state.call == Call::LoadStart);
    rig.happens(event::LoadStartAnswered{rig.state.pull.asking, Cursor{20, 4}});
    rig.happens(event::PageStored{rig.state.pull.storing.front().id, rig.state.pull.storing.front().to});
    REQUIRE(rig.state.call == Call::FirstLoad);
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{0, 0, {}, QUuid(), true}});
    rig.happens(event::PageStored{rig.state.pull.storing.front().id, rig.state.pull.storing.front().to});
    CHECK(rig.state.call == Call::None);

    // A second hello meanwhile does not begin again.
    rig.fires(Timer::Hello);
    rig.happens(event::HelloAnswered{reply, rig.now});
    REQUIRE(rig.effect<effect::StoreGreeting>());
    CHECK_FALSE(rig.effect<effect::StoreGreeting>()->sendAllAgain);
    rig.happens(event::GreetingStored{});
    rig.happens(event::OutboxCounted{1, 100});

    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{});
    rig.happens(event::OutboxCounted{0, 100});
    REQUIRE(rig.effect<effect::StoreEpoch>());
    CHECK(rig.effect<effect::StoreEpoch>()->epoch == reply.epoch);
    rig.happens(event::EpochStored{});
    CHECK(rig.state.call == Call::Page);
    CHECK(rig.state.standing.epoch == reply.epoch);
}

TEST_CASE("a count of the outbox from before the store knew that all is to be sent again ends nothing", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    rig.nothingToPull();
    HelloReply reply = rig.greeting();
    reply.epoch = QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    rig.fires(Timer::Hello);
    rig.happens(event::HelloAnswered{reply, rig.now});
    REQUIRE(rig.effect<effect::StoreGreeting>());
    rig.happens(event::OutboxCounted{0, 100}); // it counts every second
    CHECK_FALSE(rig.effect<effect::StoreEpoch>());

    rig.happens(event::GreetingStored{fail(ErrorCode::DiskFull)});
    rig.happens(event::OutboxCounted{0, 100});
    CHECK_FALSE(rig.effect<effect::StoreEpoch>()); // and a crash now begins again
    CHECK(rig.state.owesSendingAgain);
}

TEST_CASE("a copied desk, too, gets no removals before all was sent again", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.device = domain::DeviceId(QUuid(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9));
    rig.isGreeted(reply);
    rig.happens(event::OutboxCounted{1, 100});
    rig.happens(event::LoadStartAnswered{rig.state.pull.asking, Cursor{20, 4}});
    rig.happens(event::PageStored{rig.state.pull.storing.front().id, rig.state.pull.storing.front().to});
    rig.happens(event::PageAnswered{rig.state.nextId - 1, event::PageSummary{0, 0, {}, QUuid(), true}});
    rig.happens(event::PageStored{rig.state.pull.storing.front().id, rig.state.pull.storing.front().to});
    CHECK(rig.state.call == Call::None);

    SECTION("nor when it ends in the middle of it")
    {
        const Standing standing = rig.state.standing;
        rig.happens(event::Stop{});
        CoreRig later(standing);
        later.isGreeted();
        later.happens(event::OutboxCounted{1, 100});
        CHECK(later.state.call == Call::None);
        later.happens(event::BatchRead{later.state.push.reading, event::BatchSummary{1, 1, 1, true}});
        CHECK(later.state.call == Call::Send);
        return;
    }
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{});
    rig.happens(event::OutboxCounted{0, 100});
    CHECK_FALSE(rig.effect<effect::StoreEpoch>());
    CHECK(rig.state.call == Call::Page);
}

TEST_CASE("a centre that goes back again while it gets everything gets everything again", "[sync]")
{
    CoreRig rig;
    const QUuid first = rig.state.standing.epoch;
    HelloReply reply = rig.greeting();
    reply.epoch = QUuid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    rig.isGreeted(reply);
    rig.happens(event::OutboxCounted{1, 100});
    rig.happens(event::LoadStartAnswered{rig.state.pull.asking, Cursor{20, 4}});
    rig.happens(event::PageStored{rig.state.pull.storing.front().id, rig.state.pull.storing.front().to});
    rig.happens(event::PlugPulled{});
    rig.happens(event::PlugPutBack{});
    rig.happens(event::SessionFound{});
    rig.happens(event::PageAnswered{rig.state.nextId - 1, fail(ErrorCode::Cancelled)});
    const auto *hello = rig.effect<effect::SayHello>();
    REQUIRE(hello);
    CHECK(hello->request.epoch == reply.epoch); // in which its incarnation was handed out
    reply.epoch = first;                        // to before the new epoch was opened
    rig.happens(event::HelloAnswered{reply, rig.now});
    REQUIRE(rig.effect<effect::StoreGreeting>());
    CHECK(rig.effect<effect::StoreGreeting>()->sendAllAgain);
    CHECK(rig.effect<effect::StoreGreeting>()->standing.position == Position{});
    CHECK(rig.state.reconcilingTo.isNull());
    CHECK(rig.state.isSendingAgain);
}

TEST_CASE("a desk that may only deliver pushes and pulls nothing", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.deviceStatus = QStringLiteral("push_only");
    rig.isGreeted(reply);
    CHECK(rig.state.call == Call::None);
    rig.happens(event::OutboxCounted{1, 100});
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{});
    rig.happens(event::OutboxCounted{0, 100});
    CHECK(rig.state.call == Call::None);
    CHECK(isCaughtUp(rig.state));
}

TEST_CASE("with the plug pulled nothing is sent, and with the plug in again it goes on at once", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(2);
    rig.happens(event::PlugPulled{});
    CHECK(rig.effect<effect::Disconnect>());
    CHECK(rig.state.offlineSince == rig.now);
    rig.happens(event::OutboxCounted{3, 100});
    CHECK(rig.effects.empty());
    rig.nothingToPull(); // the answer that was on its way
    CHECK(rig.state.call == Call::None);
    rig.happens(event::PlugPutBack{});
    CHECK(rig.effect<effect::FindSession>());
    rig.isGreeted();
    CHECK_FALSE(rig.state.offlineSince);
}
