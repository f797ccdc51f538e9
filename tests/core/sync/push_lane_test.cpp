// SPDX-License-Identifier: MIT
#include "tests/core/sync/core_rig.h"

using namespace reeve;
using namespace reeve::sync;
using namespace std::chrono_literals;
using test::CoreRig;

TEST_CASE("up to four batches are in flight before the first answer is waited for", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(3000);
    rig.nothingToPull();
    for (int batch = 0; batch < 4; ++batch) {
        CHECK(rig.state.push.inFlight.size() == std::size_t(batch));
        rig.readsBatch(batch * 500 + 1, batch * 500 + 500, false);
        rig.isSent();
    }
    CHECK(rig.state.push.inFlight.size() == 4);
    CHECK(rig.state.call == Call::Receive);
    CHECK(rig.state.push.reading != 0); // the fifth is read meanwhile
}

TEST_CASE("a batch about a record that another in flight is about waits for the answer to that", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1000);
    rig.nothingToPull();
    rig.readsBatch(1, 500, false);
    rig.isSent();
    rig.happens(event::BatchRead{rig.state.push.reading, event::BatchSummary{501, 1000, 500, true, true}});
    CHECK(rig.state.call == Call::Receive); // the first might fail alone, and come again after the second
    rig.isAnswered();
    CHECK(rig.state.call == Call::Send);
}

TEST_CASE("each batch says how many the centre has taken, or will have before it", "[sync]")
{
    CoreRig rig;
    HelloReply reply = rig.greeting();
    reply.deliveries = 20;
    rig.happens(event::SessionFound{});
    rig.happens(event::HelloAnswered{reply, rig.now});
    rig.happens(event::GreetingStored{});
    rig.happens(event::OutboxCounted{1500, 100});
    rig.nothingToPull();
    rig.readsBatch(21, 520, false);
    REQUIRE(rig.effect<effect::SendBatch>());
    CHECK(rig.effect<effect::SendBatch>()->deliveries == 20);
    rig.isSent();
    rig.readsBatch(521, 1020, false);
    CHECK(rig.effect<effect::SendBatch>()->deliveries == 21);
    rig.isSent();
    rig.readsBatch(1021, 1520, true);
    rig.isSent();
    rig.happens(event::ReplyReceived{rig.state.push.inFlight.front().id, event::ReplySummary{61, 500, 21}});
    CHECK(rig.state.push.deliveries == 21);
    rig.answerFails(ErrorCode::StaleIncarnation); // it was put back
    CHECK(rig.state.link == Link::Waiting);
    rig.fires(Timer::Retry);
    rig.happens(event::SessionFound{});
    rig.happens(event::OutcomesStored{});
    reply.deliveries = 15;
    rig.happens(event::HelloAnswered{reply, rig.now});
    REQUIRE(rig.effect<effect::StoreGreeting>());
    CHECK(rig.effect<effect::StoreGreeting>()->sendAllAgain);
    CHECK(rig.state.push.deliveries == 15);
}

TEST_CASE("an answer that was lost is asked for again by sending the same entries again", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(3);
    rig.nothingToPull();
    rig.readsBatch(1, 3, true);
    rig.isSent();
    rig.answerFails(ErrorCode::Offline);
    CHECK_FALSE(rig.effect<effect::StoreOutcomes>());
    CHECK(rig.effect<effect::ForgetBatches>());
    CHECK(isArmed(rig.state, Timer::Retry));
    rig.fires(Timer::Retry);
    rig.isGreeted();
    const auto *read = rig.effect<effect::ReadBatch>();
    REQUIRE(read);
    CHECK(read->after == 0);
}

TEST_CASE("a batch that could not be stored as answered is sent again after a wait", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1);
    rig.nothingToPull();
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{fail(ErrorCode::DiskFull)});
    CHECK(isArmed(rig.state, Timer::Push));
    rig.fires(Timer::Push);
    REQUIRE(rig.effect<effect::ReadBatch>());
    CHECK(rig.effect<effect::ReadBatch>()->after == 0);
}

TEST_CASE("one entry that no call can carry is found by halving and set aside, and the rest goes on", "[sync]")
{
    CoreRig rig;
    const qint64 bad = 300;
    std::set<qint64> waiting;
    for (qint64 sequence = 1; sequence <= 1200; ++sequence)
        waiting.insert(sequence);
    rig.isOnlineWith(1200);
    rig.nothingToPull();

    std::vector<qint64> refused;
    std::deque<std::pair<qint64, qint64>> stored; // outcomes on their way to the store
    int calls = 0;
    for (int step = 0; step < 2000 && (rig.state.push.isDue || !stored.empty()); ++step) {
        if (const auto *refuse = rig.effect<effect::RefuseEntry>()) {
            refused.push_back(refuse->sequence);
            waiting.erase(refuse->sequence);
            stored.emplace_back(1, 0);
        }
        if (rig.state.push.reading != 0) {
            const auto first = waiting.upper_bound(rig.state.push.readTo);
            qint64 last = 0;
            int count = 0;
            for (auto next = first; next != waiting.end() && count < rig.state.push.entriesPerBatch; ++next, ++count)
                last = *next;
            rig.happens(event::BatchRead{rig.state.push.reading,
                                         event::BatchSummary{count > 0 ? *first : 0, last, count, count == 0}});
        } else if (rig.state.call == Call::Send) {
            ++calls;
            rig.isSent();
        } else if (rig.state.call == Call::Receive) {
            const Batch batch = rig.state.push.inFlight.front();
            const auto found = waiting.find(bad);
            if (found != waiting.end() && batch.first <= bad && bad <= batch.last) {
                rig.answerFails(ErrorCode::InvalidInput);
            } else {
                waiting.erase(waiting.lower_bound(batch.first), waiting.upper_bound(batch.last));
                rig.isAnswered();
                stored.emplace_back(batch.first, batch.last);
            }
        } else if (!stored.empty()) {
            stored.pop_front();
            rig.happens(event::OutcomesStored{});
        } else if (rig.state.call == Call::Page) {
            rig.nothingToPull();
        } else if (rig.state.isCounting) {
            rig.happens(event::OutboxCounted{qint64(waiting.size()), 100});
        }
    }
    CHECK(refused == std::vector<qint64>{bad});
    CHECK(waiting.empty());
    CHECK(calls < 40);
    CHECK(rig.state.push.entriesPerBatch > 100); // grown back
}

TEST_CASE("when every lone entry is refused it is not the entries: the lane is held, and looked at again", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(10);
    rig.nothingToPull();
    int refused = 0;
    qint64 next = 1;
    for (int step = 0; step < 200 && !rig.state.push.why; ++step) {
        if (rig.effect<effect::RefuseEntry>()) {
            ++refused;
            ++next;
            rig.happens(event::OutcomesStored{});
        } else if (rig.state.push.reading != 0) {
            rig.readsBatch(next, std::min<qint64>(10, next + rig.state.push.entriesPerBatch - 1), false);
        } else if (rig.state.call == Call::Send) {
            rig.isSent();
        } else if (rig.state.call == Call::Receive) {
            rig.answerFails(ErrorCode::InvalidInput);
        }
    }
    CHECK(refused == 3);
    CHECK(rig.state.push.why == ErrorCode::InvalidInput);
    CHECK(isArmed(rig.state, Timer::Push));
}

TEST_CASE("a push that the centre is too old for does not stop the pull", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1);
    rig.nothingToPull();
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.answerFails(ErrorCode::CentralTooOld);
    CHECK(rig.state.link == Link::Online);
    CHECK(rig.state.push.why == ErrorCode::CentralTooOld);
    CHECK(isArmed(rig.state, Timer::Push));
    rig.fires(Timer::Pull);
    CHECK(rig.effect<effect::AskPage>());
}

TEST_CASE("a pull that fails does not stop the push", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(0);
    rig.happens(event::PageAnswered{rig.state.nextId - 1, fail(ErrorCode::CentralTooNew)});
    CHECK(rig.state.link == Link::Online);
    CHECK(isArmed(rig.state, Timer::Pull));
    rig.happens(event::OutboxCounted{1, 100});
    rig.readsBatch(1, 1, true);
    CHECK(rig.effect<effect::SendBatch>());
}

TEST_CASE("an endless push lets the pull have its turn", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(100'000);
    rig.nothingToPull();
    rig.fires(Timer::Pull);
    bool hasPulled = false;
    qint64 next = 1;
    for (int step = 0; step < 60 && !hasPulled; ++step) {
        hasPulled = rig.effect<effect::AskPage>() != nullptr;
        if (rig.state.push.reading != 0) {
            rig.readsBatch(next, next + 499, false);
            next += 500;
        } else if (rig.state.call == Call::Send) {
            rig.isSent();
        } else if (rig.state.call == Call::Receive) {
            rig.isAnswered();
            rig.happens(event::OutcomesStored{});
        }
    }
    CHECK(hasPulled);
}

TEST_CASE("a centre that takes entries and answers for none is not asked in a tight loop", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1);
    rig.nothingToPull();
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.happens(event::ReplyReceived{rig.state.push.inFlight.front().id, event::ReplySummary{61, 0}});
    rig.happens(event::OutcomesStored{});
    CHECK(isArmed(rig.state, Timer::Push));
    CHECK_FALSE(rig.effect<effect::ReadBatch>());
}

TEST_CASE("a slow link gets smaller batches, a good one larger again", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(2000);
    rig.nothingToPull();
    rig.readsBatch(1, 500, true);
    rig.isSent();
    rig.happens(event::ReplyReceived{rig.state.push.inFlight.front().id, event::ReplySummary{61, 500}, 6s});
    CHECK(rig.state.push.entriesPerBatch == 250);
    rig.happens(event::OutcomesStored{});
    rig.happens(event::OutboxCounted{1500, 100});
    rig.nothingToPull();
    rig.readsBatch(501, 750, true);
    rig.isSent();
    rig.isAnswered();
    CHECK(rig.state.push.entriesPerBatch == 500);
}

TEST_CASE("after its own push a desk pulls at once", "[sync]")
{
    CoreRig rig;
    rig.isOnlineWith(1);
    rig.nothingToPull();
    rig.readsBatch(1, 1, true);
    rig.isSent();
    rig.isAnswered();
    rig.happens(event::OutcomesStored{});
    CHECK(rig.effect<effect::AskPage>());
    CHECK(rig.effect<effect::CountOutbox>());
}
