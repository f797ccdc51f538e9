// SPDX-License-Identifier: MIT
#include "core/domain/card_mask.h"
#include "core/services/interaction/interaction_service.h"

namespace reeve::services {

Draft maskCardData(Draft draft)
{
    domain::maskCardData(draft.noteText);
    domain::maskCardData(draft.interaction);
    return draft;
}

} // namespace reeve::services
