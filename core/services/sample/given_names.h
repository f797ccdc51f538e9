// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/word_list.h"

namespace reeve::services {

enum class Sex { Female, Male };

// What children born around that year were called in England and Wales.
[[nodiscard]] const WordList &givenNames(Sex sex, int birthYear);

} // namespace reeve::services
