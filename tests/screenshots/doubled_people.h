// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/sample_council.h"

#include <vector>

namespace reeve::test {

// People of the council as somebody wrote them down once more: the one numbered `number` with a slip in the family
// name, another phone and an old address; and some others with a slip, a short form, or a twin beside them.
[[nodiscard]] std::vector<domain::Person> doubledPeople(const services::SampleCouncil &council, qint64 number);

} // namespace reeve::test
