// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/acting_for.h"

#include <vector>

namespace reeve::services {

class Job;

// Somebody whose record names this person as related: the relationship from its other side.
struct NamedBy
{
    domain::PersonId person; // whose record says so
    QString name;
    bool isDeceased = false;
    domain::Relationship relationship;                      // as it stands there: `kind` is what this person is to them
    domain::ActingState acting = domain::ActingState::None; // whether this person may act for them today
};

// What the other is to whoever is this to them: a parent's child. None where there is no word for it among the kinds.
[[nodiscard]] std::optional<domain::RelationshipKind> otherSideOf(domain::RelationshipKind kind);

// Everybody who names one of the records of `person`. A relationship that both records have, and that says no more
// there than here, is left out. Thirty people at most: a landlord is named by many.
[[nodiscard]] Result<std::vector<NamedBy>> namedBy(const Job &job, const domain::Person &person,
                                                   const std::vector<domain::PersonId> &records);

} // namespace reeve::services
