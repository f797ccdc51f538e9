// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::test {

// Somebody made up, with people who act for them and whose authority has ended, a number that was confirmed long ago,
// and an address they left. Only reserved numbers and names.
[[nodiscard]] domain::Person toldPerson(Instant now);

} // namespace reeve::test
