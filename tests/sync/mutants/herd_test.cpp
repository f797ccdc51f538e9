// SPDX-License-Identifier: MIT
// A thousand desks lose the centre in the same second and find it again.
#include "core/sync/sync_core.h"

#include "tests/support/result_printing.h"
#include "tests/sync/reference/mutant.h"

#include <algorithm>
#include <map>

using namespace reeve;
using namespace reeve::sync;
using namespace reeve::test;
using std::chrono::milliseconds;

namespace {

constexpr int desks = 1000;
constexpr qint64 spreadMs = 10'000; // what the centre announces to a thousand desks

// How many desks knock in the busiest second after the centre, gone for `outage`, is there again.
int busiestSecond(milliseconds outage, Mutant mutant)
{
    std::map<qint64, int> knocks;
    for (int desk = 0; desk < desks; ++desk) {
        SyncState state;
        Standing standing;
        standing.herdSpreadMs = spreadMs;
        standing.position.isFirstLoadDone = true;
        milliseconds now{0};
        const auto happens = [&](const Event &event) {
            const auto effects = step(state, event, fromMilliseconds(1795344120000) + now);
            std::optional<milliseconds> retry;
            for (const Effect &effect : effects) {
                if (const auto *timer = std::get_if<effect::ArmTimer>(&effect); timer && timer->timer == Timer::Retry)
                    retry = timer->delay;
            }
            return retry;
        };
        static_cast<void>(happens(event::Start{standing, 100, quint64(desk) + 1}));
        static_cast<void>(happens(event::SessionFound{}));
        HelloReply reply;
        reply.deviceStatus = QStringLiteral("active");
        reply.herdSpreadMs = spreadMs;
        static_cast<void>(happens(event::HelloAnswered{reply, {}}));
        static_cast<void>(happens(event::GreetingStored{}));
        // Online; the next call finds nobody.
        static_cast<void>(happens(event::OutboxCounted{0, 100}));
        std::optional<milliseconds> retry =
            happens(event::LoadStartAnswered{state.pull.asking, fail(ErrorCode::Offline)});
        if (!retry)
            retry = happens(event::PageAnswered{state.pull.asking, fail(ErrorCode::Offline)});
        REQUIRE(retry);
        for (;;) {
            now += mutant == Mutant::NoJitter ? milliseconds(5000) : *retry;
            if (now >= outage)
                break;
            static_cast<void>(happens(event::TimerFired{Timer::Retry}));
            static_cast<void>(happens(event::SessionFound{}));
            retry = happens(event::HelloAnswered{fail(ErrorCode::Offline), {}});
            REQUIRE(retry);
        }
        ++knocks[now.count() / 1000];
    }
    return std::ranges::max_element(knocks, {}, [](const auto &second) { return second.second; })->second;
}

} // namespace

TEST_CASE("after an outage a thousand desks come back spread over what the centre announced", "[sync][herd]")
{
    // Evenly spread it would be 100 in a second; a centre that was away for a second only meets its whole herd.
    CHECK(busiestSecond(milliseconds(1), Mutant::None) < 150);
    CHECK(busiestSecond(std::chrono::minutes(10), Mutant::None) < 150);
}

TEST_CASE("L7, M17: without jitter the herd comes in one second, and the gate notices", "[sync][herd][mutants]")
{
    CHECK(busiestSecond(std::chrono::minutes(10), Mutant::NoJitter) > 150);
}
