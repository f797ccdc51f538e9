// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/store/connection.h"

#include <vector>

namespace reeve::store {

// Those, as they are shown, who have this record among their relationships; `limit` of them at most, in the order in
// which this desk learned of them. Rows that cannot be read are left out. Runs inside the caller's transaction.
[[nodiscard]] Result<std::vector<domain::Person>> peopleRelatingTo(Connection &connection, domain::PersonId record,
                                                                   int limit);

} // namespace reeve::store
