// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// Some of the people as they are shown: those that were merged into another are part of that one.
struct PeoplePage
{
    std::vector<domain::Person> people;
    qint64 last = 0; // goes on from here
    bool isEnd = false;
};

// The next `limit` people, by the order in which this desk learned of them. Those whose row cannot be read are left
// out. Runs inside the caller's transaction.
[[nodiscard]] Result<PeoplePage> shownPeopleAfter(Connection &connection, qint64 number, qint64 limit);

// The one of that number in the index of people; none where nobody has it, or their row cannot be read: they are not to
// be shown, nor compared.
[[nodiscard]] Result<std::optional<domain::Person>> shownPerson(Connection &connection, quint32 number);

// Whoever is shown for that record; none where they are not on this desk. Runs inside the caller's transaction.
[[nodiscard]] Result<std::optional<domain::Person>> shownPerson(Connection &connection, domain::PersonId record);

// Those, as they are shown, who have this record among their relationships; `limit` of them at most, in the order in
// which this desk learned of them. Rows that cannot be read are left out. Runs inside the caller's transaction.
[[nodiscard]] Result<std::vector<domain::Person>> peopleRelatingTo(Connection &connection, domain::PersonId record,
                                                                   int limit);

} // namespace reeve::store
