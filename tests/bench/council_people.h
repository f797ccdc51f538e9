// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/person_repository.h"
#include "core/store/store.h"

#include <cstddef>
#include <vector>

namespace reeve::bench {

inline constexpr std::size_t pageSize = 10000;

// benchSize().people people of the sample council as a first load brings them, in key order.
[[nodiscard]] const std::vector<store::PulledPerson> &pulledPeople();

// Stores them as the sync driver does: one page is made ready while the one before it is stored.
void loadPeople(store::Store &store);

} // namespace reeve::bench
