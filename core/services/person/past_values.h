// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::services {

// What somebody was called and where they lived stays known when it changes: they are still found by it, and known
// again when they register as before. `after` with the name and the home of `before` kept as a former name and a
// previous address, where they really are others and `after` does not have them already. A slip that is put right
// (one letter of a name, a street without its number) leaves nothing behind. `after` is tidy (tidy_person.h).
[[nodiscard]] domain::Person withPastKept(const domain::Person &before, domain::Person after);

// Whether somebody who told one address and now tells the other has moved, by their words and postcodes alone: not when
// the town was added, a slip was put right, or one of the two says nothing.
[[nodiscard]] bool hasMoved(const domain::Address &from, const domain::Address &to);

} // namespace reeve::services
