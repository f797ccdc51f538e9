// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_status.h"

namespace reeve::services {

namespace {

using Link = SyncStatus::Link;

// A retry will hardly mend these: somebody must do something at the centre or here.
bool isRefusal(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
    case ErrorCode::Cancelled:
    case ErrorCode::CentralBusy:
    case ErrorCode::StaleIncarnation:
    case ErrorCode::Busy:
        return false;
    default:
        return true;
    }
}

Link linkAfter(ErrorCode code)
{
    if (code == ErrorCode::SignInNeeded)
        return Link::SignInNeeded;
    return isRefusal(code) ? Link::Refused : Link::Offline;
}

SyncStatus::Device deviceOf(const QString &status)
{
    if (status == QLatin1StringView("push_only"))
        return SyncStatus::Device::PushOnly;
    if (status == QLatin1StringView("revoked") || status == QLatin1StringView("wipe"))
        return SyncStatus::Device::Revoked;
    return SyncStatus::Device::Active;
}

} // namespace

SyncStatus statusOf(const sync::SyncState &state, const Work &work, qint64 people)
{
    SyncStatus status;
    switch (state.link) {
    case sync::Link::Stopped:
        break;
    case sync::Link::Unplugged:
        status.link = Link::Offline;
        status.isPractisedOutage = true;
        break;
    case sync::Link::SignInNeeded:
        status.link = Link::SignInNeeded;
        status.why = ErrorCode::SignInNeeded;
        break;
    case sync::Link::Waiting:
    case sync::Link::Connecting: // a retry is not news: what was wrong is shown until it is right
        if (state.why) {
            status.link = linkAfter(*state.why);
            status.why = *state.why;
        }
        break;
    case sync::Link::Online:
        status.link = Link::Online;
        for (const std::optional<ErrorCode> &held : {state.pull.why, state.push.why}) {
            if (held && isRefusal(*held)) {
                status.link = Link::Refused;
                status.why = *held;
            }
        }
        break;
    }
    if (status.link != Link::Online)
        status.offlineSince = state.offlineSince;
    status.device = deviceOf(state.standing.deviceStatus);
    status.waiting = work.counts.waiting;
    status.sent = work.counts.sent;
    status.putAside = work.counts.needsAttention;
    status.needsAttention = work.needsAttention;
    status.oldestWaiting = work.counts.oldestWaiting;
    status.lastSyncAt = state.standing.lastSyncAt;
    status.isFirstLoad =
        state.link == sync::Link::Online && sync::mayPull(state) && !state.standing.position.isFirstLoadDone;
    status.people = people;
    status.removalsHeld = state.pull.removalsHeld;
    return status;
}

} // namespace reeve::services
