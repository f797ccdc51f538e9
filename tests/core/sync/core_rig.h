// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/sync_core.h"

#include "tests/support/result_printing.h"

namespace reeve::test {

// The pure core on a bench: events in, effects looked at. After every event it checks that something will happen by
// itself: no state is left by a person's action or a new entry only.
class CoreRig final
{
public:
    explicit CoreRig(sync::Standing standing = ordinaryStanding(), quint64 seed = 7)
    {
        happens(sync::event::Start{std::move(standing), 100, seed});
    }

    static sync::Standing ordinaryStanding()
    {
        sync::Standing standing;
        standing.device = domain::DeviceId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
        standing.incarnation = QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        standing.epoch = QUuid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        standing.position.isFirstLoadDone = true;
        standing.position.cursor = {50, 1};
        standing.highestTransaction = 60;
        return standing;
    }

    void happens(const sync::Event &event)
    {
        effects = sync::step(state, event, now);
        for (const sync::Effect &effect : effects) {
            if (const auto *timer = std::get_if<sync::effect::ArmTimer>(&effect))
                delays[static_cast<std::size_t>(timer->timer)] = timer->delay;
        }
        CHECK(sync::hasNextEvent(state));
    }
    void fires(sync::Timer timer) { happens(sync::event::TimerFired{timer}); }

    // The effect of this kind that the last event had, or nullptr.
    template <typename T>
    const T *effect() const
    {
        for (const sync::Effect &one : effects) {
            if (const auto *found = std::get_if<T>(&one))
                return found;
        }
        return nullptr;
    }
    [[nodiscard]] std::chrono::milliseconds delayOf(sync::Timer timer) const
    {
        return delays[static_cast<std::size_t>(timer)];
    }

    [[nodiscard]] sync::HelloReply greeting() const
    {
        sync::HelloReply reply;
        reply.deviceStatus = QStringLiteral("active");
        reply.device = state.standing.device;
        reply.incarnation = QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2);
        reply.epoch = state.standing.epoch;
        reply.highestTransaction = 60;
        reply.settledHorizon = 40;
        reply.centralTime = now;
        return reply;
    }
    void isGreeted() { isGreeted(greeting()); }
    void isGreeted(const sync::HelloReply &reply)
    {
        if (!state.hasSession)
            happens(sync::event::SessionFound{});
        happens(sync::event::HelloAnswered{reply, now});
        REQUIRE(effect<sync::effect::StoreGreeting>());
        happens(sync::event::GreetingStored{});
    }
    // Online, with so many entries waiting; the read of the first batch is on its way when there are any.
    void isOnlineWith(qint64 waiting)
    {
        isGreeted();
        happens(sync::event::OutboxCounted{waiting, 100});
    }
    // The page asked for (if one is) holds nothing new.
    void nothingToPull()
    {
        if (state.call == sync::Call::Page)
            happens(sync::event::PageAnswered{state.nextId - 1, emptyPage()});
    }
    [[nodiscard]] sync::event::PageSummary emptyPage() const { return {0, 0, state.pull.reach.cursor, QUuid(), true}; }
    // The batch being read holds these entries.
    void readsBatch(qint64 first, qint64 last, bool isEnd)
    {
        REQUIRE(state.push.reading != 0);
        happens(sync::event::BatchRead{state.push.reading,
                                       sync::event::BatchSummary{first, last, int(last - first + 1), isEnd}});
    }
    void isSent()
    {
        REQUIRE(state.call == sync::Call::Send);
        happens(sync::event::BatchSent{});
    }
    void isAnswered()
    {
        REQUIRE(state.call == sync::Call::Receive);
        const sync::Batch batch = state.push.inFlight.front();
        happens(sync::event::ReplyReceived{batch.id, sync::event::ReplySummary{61, batch.count}});
    }
    void answerFails(ErrorCode code)
    {
        REQUIRE(state.call == sync::Call::Receive);
        happens(sync::event::ReplyReceived{state.push.inFlight.front().id, fail(code)});
    }

    sync::SyncState state;
    std::vector<sync::Effect> effects;
    std::array<std::chrono::milliseconds, sync::timerCount> delays{};
    Instant now{std::chrono::milliseconds{1795344120000}};
};

} // namespace reeve::test
