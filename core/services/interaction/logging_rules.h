// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/session/job.h"

namespace reeve::services {

// The interaction with the ids its parts lack, and its restricted items tied to it and to its person.
[[nodiscard]] domain::Interaction completed(domain::Interaction interaction, IdSource &ids, Instant now);

// Whether it may be logged: domain::validate(), a disposition of the catalogue, a lawful basis for every restricted
// item. InvalidInput naming the field, CardNumber.
[[nodiscard]] Result<> checkLoggable(const domain::Interaction &interaction, const Policy &policy, QDate today);

// Whether all its reasons are in the catalogue: of what comes from outside. A draft may have one that has left it
// since.
[[nodiscard]] Result<> checkReasons(const domain::Interaction &interaction, const Policy &policy);

// Stores a checked interaction and its outbox entry. One that is there already with the same content answers its old
// receipt; with other content, Conflict.
[[nodiscard]] Result<Saved> storeLogged(const Job &job, const domain::Interaction &interaction);

} // namespace reeve::services
