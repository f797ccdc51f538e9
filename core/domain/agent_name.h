// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// An agent's login name: [a-z][a-z0-9_.-]{0,40}, and none that PostgreSQL or Reeve keep for themselves. The same at the
// centre, where it names a role of the database, and on a desk, where it names a key slot: a slot of another name
// would be one that no centre can close. InvalidInput says what a name is.
[[nodiscard]] Result<> checkAgentName(const QString &name);

} // namespace reeve::domain
