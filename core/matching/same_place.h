// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::matching {

// One and the same home: by their UPRNs where both have one, else by the same words and postcode, however they are
// written; at one postcode also "3 Mill Ln" and "3 Mill Lane, Exampleton". Addresses without any words are nobody's
// home.
[[nodiscard]] bool isSamePlace(const domain::Address &a, const domain::Address &b);

} // namespace reeve::matching
