// SPDX-License-Identifier: MIT
#include "core/sync/sync_state.h"

namespace reeve::sync {

bool isArmed(const SyncState &state, Timer timer) noexcept
{
    return state.isArmed[static_cast<std::size_t>(timer)];
}

bool mayPull(const SyncState &state)
{
    return state.standing.deviceStatus == QLatin1String("active");
}

bool isGatewayFree(const SyncState &state) noexcept
{
    return state.call == Call::None && state.push.inFlight.empty();
}

bool isCaughtUp(const SyncState &state)
{
    const bool isPushIdle = !state.push.isDue && state.push.storing == 0 && !state.isCounting;
    const bool isPullIdle = !mayPull(state) || (state.pull.hasCaughtUp && !state.pull.isDue &&
                                                state.pull.storing.empty() && !state.pull.isRemovingUnknown);
    return state.link == Link::Online && isGatewayFree(state) && !state.isStoringGreeting && !state.isHelloDue &&
           isPushIdle && isPullIdle && !state.isSendingAgain;
}

std::optional<ErrorCode> stuckBy(const SyncState &state)
{
    if (state.link == Link::Unplugged)
        return ErrorCode::Offline;
    if (state.link == Link::SignInNeeded)
        return ErrorCode::SignInNeeded;
    if (state.link == Link::Waiting)
        return state.why.value_or(ErrorCode::Offline);
    if (state.link != Link::Online || !isGatewayFree(state) || state.isStoringGreeting || state.push.storing > 0 ||
        !state.pull.storing.empty() || state.pull.isRemovingUnknown || state.push.reading != 0 || state.isCounting)
        return std::nullopt;

    const bool isPushStopped = isArmed(state, Timer::Push) && state.push.why;
    const bool isPullStopped = isArmed(state, Timer::Pull) && state.pull.why;
    const bool isPushIdle = !state.push.isDue || isPushStopped;
    const bool isPullIdle =
        !mayPull(state) || isPullStopped || (state.pull.hasCaughtUp && !state.pull.isDue) || state.isSendingAgain;
    if (!isPushIdle || !isPullIdle)
        return std::nullopt;
    if (isPushStopped)
        return state.push.why;
    if (isPullStopped)
        return state.pull.why;
    return std::nullopt;
}

bool hasNextEvent(const SyncState &state)
{
    const bool isBusy = state.call != Call::None || state.isStoringGreeting || state.isYielding ||
                        !state.push.inFlight.empty() || state.push.reading != 0 || state.push.prepared ||
                        state.push.storing > 0 || !state.pull.storing.empty() || state.pull.isRemovingUnknown ||
                        state.isStoringEpoch;
    switch (state.link) {
    case Link::Stopped:
    case Link::Unplugged:
        return true;
    case Link::SignInNeeded:
    case Link::Waiting:
        return isArmed(state, Timer::Retry);
    case Link::Connecting:
        return state.isFindingSession || isBusy;
    case Link::Online:
        break;
    }
    const bool doesPushGoOn = state.isCounting || state.isStoringEpoch || isArmed(state, Timer::Push) ||
                              (state.push.isDue ? isBusy : state.waiting == 0);
    const bool doesPullGoOn = !mayPull(state) || isArmed(state, Timer::Pull) || !state.pull.storing.empty() ||
                              state.pull.isRemovingUnknown || (state.pull.isDue && (isBusy || state.isSendingAgain)) ||
                              state.isStoringGreeting;
    const bool doesHelloGoOn = isArmed(state, Timer::Hello) || isBusy;
    return doesHelloGoOn && doesPushGoOn && doesPullGoOn;
}

} // namespace reeve::sync
