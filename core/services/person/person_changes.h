// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person_fields.h"
#include "core/services/person/person_service.h"
#include "core/services/session/job.h"

namespace reeve::services {

// Stores a tidy person that has an id, and its outbox entry. InvalidInput, CardNumber; Conflict when the id is taken.
[[nodiscard]] Result<domain::PersonId> addPerson(const Job &job, const domain::Person &person);

// Stores changed fields of a person as shown, and the outbox entry; nothing changed is not an error. Of a merged person
// the surviving record is changed, and where another record's value would still be shown, the choice is told with it
// (core/decisions/0008-merge-as-events.md). With `told`, each new value is marked with where it comes from. NotFound,
// InvalidInput, CardNumber.
[[nodiscard]] Result<> editPerson(const Job &job, domain::PersonId id, qint64 baseRevision,
                                  const domain::FieldChanges &changes, const std::optional<ToldBy> &told = {});

// The same for one record's own fields, whatever it is merged with.
[[nodiscard]] Result<> editRecord(const Job &job, domain::PersonId id, qint64 baseRevision,
                                  const domain::FieldChanges &changes, const std::optional<ToldBy> &told = {});

} // namespace reeve::services
