// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/interaction_repository.h"

namespace reeve::services {

// One interaction that is looked at by itself, not as part of somebody's timeline.
struct NotedInteraction
{
    store::TimelineRow row;
    std::optional<domain::PersonId> person; // whose it is, through merges; none: nobody's
    QString name;                           // of the person, "Mrs Joan Hayward"; empty: nobody, or not on this desk
    bool mayBeGiven = false;                // it was noted without a person: InteractionService::give()
};

} // namespace reeve::services
