// SPDX-License-Identifier: MIT
#include "core/sync/sync_core.h"

#include "core/sync/stepper.h"

namespace reeve::sync {

std::vector<Effect> step(SyncState &state, const Event &event, Instant now)
{
    Stepper stepper(state, now);
    std::visit([&stepper](const auto &happened) { stepper.on(happened); }, event);
    stepper.proceed();
    return stepper.take();
}

} // namespace reeve::sync
