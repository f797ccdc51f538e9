// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::services {

// Person n of a sample council, from seed and n alone.
[[nodiscard]] domain::Person samplePerson(quint64 seed, qint64 n);

} // namespace reeve::services
