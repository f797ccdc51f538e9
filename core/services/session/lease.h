// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/services/session/desk.h"
#include "core/store/desk_repository.h"

namespace reeve::services {

// A desk that has not exchanged anything with its centre for the lease time locks its cached people; new work is still
// taken. Never for a desk without a centre, nor before the first sync: there is nobody's data to lock then.
//
// A last sync that lies as far in the future counts as expired too: setting the wall clock back does not extend it.
[[nodiscard]] inline bool isLeaseExpired(const store::DeskState &state, const Policy &policy, Instant now)
{
    if (state.centralUri.isEmpty() || !state.lastSyncAt)
        return false;
    const auto away = now - *state.lastSyncAt;
    const std::chrono::days lease{policy.leaseDays};
    return away > lease || -away > lease;
}

// Cached people may be shown: the lease runs, and the centre has not said that this desk only delivers, or nothing.
[[nodiscard]] inline bool mayShowPeople(const store::DeskState &state, const Policy &policy, Instant now)
{
    return state.deviceStatus == QLatin1StringView("active") && !isLeaseExpired(state, policy, now);
}

} // namespace reeve::services
