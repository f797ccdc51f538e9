// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::services {

// Where a household lives, in Exampleton: fifty households to a street, one postcode to a street (AA1 1AA to AA99 9ZZ,
// an area that does not exist), UPRNs from 999000000001.
[[nodiscard]] domain::Address addressOf(quint64 seed, quint64 household);

// Where people lived before; without a UPRN.
[[nodiscard]] domain::Address formerAddressOf(quint64 seed, quint64 number);

} // namespace reeve::services
