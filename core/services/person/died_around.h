// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"

#include <vector>

namespace reeve::services {

class Job;

// Those who would act for the person, or deal with their estate, and have died themselves as far as their own record
// says, here: by the ids under which the person's relationships name them.
[[nodiscard]] Result<std::vector<domain::PersonId>> diedAround(const Job &job, const domain::Person &person);

} // namespace reeve::services
