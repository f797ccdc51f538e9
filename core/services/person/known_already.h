// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/linkage/person_match.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::services {

// Whether people who come in large numbers, from a file or from other desks, are known already: looked for by keys that
// are exactly the same (same_keys.h), then compared as while a new person is typed. Nothing is merged by itself:
// whoever may be the same is left for the review of duplicates (core/store/likely_pairs.h).

// Somebody who was here already, or came earlier in the file, and may be the person of a row. For a person to review.
struct PossibleDuplicate
{
    domain::PersonId person;
    QString externalId;
    matching::MatchOutcome outcome = matching::MatchOutcome::Potential; // or Match
    double probability = 0;
};

// Answers in `best` who is the likelier of the two to be `person`: `other`, or who is there already.
void considerLikely(const domain::Person &person, const domain::Person &other, std::optional<PossibleDuplicate> &best);

// The likeliest of those with these numbers, if any is likely at all: left for the review, and answered. `person` is
// stored already. Runs inside the caller's transaction.
[[nodiscard]] Result<std::optional<PossibleDuplicate>>
noteKnownAlready(store::Connection &connection, const domain::Person &person, const std::vector<quint32> &numbers);

// The same for everybody whose number is `from` or more and less than `to`: new in this transaction. Rows that cannot
// be read are passed over. Some microseconds for each.
[[nodiscard]] Result<> noteKnownAlready(store::Connection &connection, qint64 from, qint64 to);

} // namespace reeve::services
