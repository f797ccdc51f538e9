// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::matching {

// One and the same home: by their UPRNs where both have one, else by the same words and postcode, however they are
// written. Addresses without any words are nobody's home.
[[nodiscard]] bool isSamePlace(const domain::Address &a, const domain::Address &b);

} // namespace reeve::matching
