// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/session/job.h"

#include <QStringList>

namespace reeve::services {

// What a result line shows of a person.
[[nodiscard]] PersonHit hitOf(const domain::Person &person, double score, const QStringList &why);

// The store's search, with the people themselves. Best first; of equals the household of `beside` comes first.
[[nodiscard]] Result<std::vector<PersonHit>> findPeople(const Job &job, const QString &query, int limit,
                                                        std::optional<domain::PersonId> beside);

} // namespace reeve::services
