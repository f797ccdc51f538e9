// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_import.h"
#include "core/services/session/job.h"

namespace reeve::services {

// What every import does with one person; with a Job, inside a transaction.

// Somebody new as a row has them: tidied and valid, without an id.
[[nodiscard]] Result<domain::Person> newPerson(const PersonColumns &columns, const QStringList &row, IdSource &ids,
                                               QDate today);

// The person here with this reference of the council's, or none.
[[nodiscard]] Result<std::optional<domain::Person>> personWithReference(const Job &job, const QString &externalId);

// `before`: as it is here; none: a new one. An error that isOfTheRow() leaves nothing behind.
[[nodiscard]] Result<ImportOutcome> storeImported(const Job &job, const std::optional<domain::Person> &before,
                                                  domain::Person after);

// The row's own fault, as opposed to the store's.
[[nodiscard]] bool isOfTheRow(ErrorCode code) noexcept;

} // namespace reeve::services
