// SPDX-License-Identifier: MIT
// What becomes of each call, write and timer.
#include "core/central/sqlstate.h"
#include "tests/sync/simulation/world.h"

namespace reeve::test {

using namespace std::chrono_literals;

namespace {

// One of each row of the table in tests/sync/README.md, and one that nobody knows.
constexpr std::array sqlStates{"08006", "57P01", "57P03", "40001", "40P01", "55P03", "57014", "25006", "53100",
                               "53300", "28P01", "42501", "42883", "0A000", "22P02", "23514", "P0001", "XX000"};

bool isUnknown(std::string_view state) // whether it was committed
{
    return state.starts_with("08") || state.starts_with("57P");
}

} // namespace

Fate World::fateOf(ModelDesk &desk, CallKind kind)
{
    Fate fate;
    if (m_weather == Weather::Healed)
        return fate;
    if (!desk.isReachable || m_isCentreDown) {
        fate.arrives = false;
        fate.error = chance(2) ? 0ms : 3000ms; // refused, or nobody answers
        count(Trouble::ConnectionRefused);
        return fate;
    }
    const bool isStormy = m_weather == Weather::Storm;
    if (isStormy) {
        fate.there = upTo(40ms);
        fate.back = upTo(40ms);
    }
    if (!chance(isStormy ? 8 : 600))
        return fate;
    switch (draw() % 9) {
    case 0:
    case 1:
        count(Trouble::RequestLost);
        fate.arrives = false;
        fate.error = chance(2) ? 200ms : 15'000ms;
        break;
    case 2:
    case 3:
        count(Trouble::ReplyLost);
        fate.error = chance(2) ? 200ms : 15'000ms;
        break;
    case 4: // half-open: the desk has long come back when this arrives
        count(Trouble::LateRequest);
        fate.there = 15s + upTo(45s);
        fate.error = 15'000ms;
        break;
    case 5:
        count(Trouble::SentTwice);
        fate.arrivesTwice = true;
        fate.back = 50ms;
        break;
    case 6:
        count(Trouble::Slow);
        fate.there = upTo(7s);
        fate.back = upTo(7s);
        break;
    default: {
        const char *state = sqlStates[draw() % sqlStates.size()];
        fate.code = central::errorCodeOf(state);
        if (fate.code == ErrorCode::InvalidInput && kind != CallKind::Push)
            fate.code = ErrorCode::Internal;
        fate.arrives = isUnknown(state) && chance(2);
        fate.error = 1ms + upTo(200ms);
        count(fate.arrives ? Trouble::CommittedThenLost : Trouble::SqlState);
        break;
    }
    }
    return fate;
}

milliseconds World::storeDelay()
{
    return m_weather == Weather::Storm ? upTo(30ms) : 0ms;
}

std::optional<ErrorCode> World::storeFault(ModelDesk &)
{
    if (m_weather == Weather::Healed)
        return std::nullopt;
    if (m_isDiskBad && chance(2)) {
        count(Trouble::DiskFull);
        return ErrorCode::DiskFull;
    }
    if (m_weather == Weather::Storm && chance(60)) {
        count(Trouble::StoreBusy);
        return chance(2) ? ErrorCode::Busy : ErrorCode::Io;
    }
    return std::nullopt;
}

milliseconds World::timerLag()
{
    if (m_weather == Weather::Healed || !chance(m_weather == Weather::Storm ? 20 : 500))
        return 0ms;
    count(Trouble::LateTimer); // a machine under load, or a lid that was closed
    return chance(10) ? upTo(8h) : upTo(20s);
}

int World::batchLimit(int asked)
{
    if (m_weather != Weather::Storm)
        return asked;
    count(Trouble::SmallBatch);
    return std::min(asked, 1 + int(draw() % 4));
}

int World::pageLimit(int asked)
{
    if (m_weather != Weather::Storm)
        return asked;
    count(Trouble::SmallPage);
    return std::min(asked, 1 + int(draw() % 8));
}

bool World::crashesBeforeEffect(ModelDesk &)
{
    if (m_weather != Weather::Storm || !chance(1500))
        return false;
    count(Trouble::Crash);
    return true;
}

} // namespace reeve::test
