// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <optional>

namespace reeve::store {

// How often somebody was in touch, and when last: as far as this desk has their timeline.
struct ContactTally
{
    int interactions = 0;
    std::optional<Instant> last;
};

// Of one person, all records merged into them included. Runs inside the caller's transaction.
[[nodiscard]] Result<ContactTally> tallyContacts(Connection &connection, domain::PersonId person);

} // namespace reeve::store
