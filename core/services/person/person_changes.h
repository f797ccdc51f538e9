// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person_fields.h"
#include "core/services/session/job.h"

namespace reeve::services {

// Stores a tidy person that has an id, and its outbox entry. InvalidInput, CardNumber; Conflict when the id is taken.
[[nodiscard]] Result<domain::PersonId> addPerson(const Job &job, const domain::Person &person);

// Stores changed fields and their outbox entry; nothing changed is not an error. NotFound, InvalidInput, CardNumber.
[[nodiscard]] Result<> editPerson(const Job &job, domain::PersonId id, qint64 baseRevision,
                                  const domain::FieldChanges &changes);

} // namespace reeve::services
