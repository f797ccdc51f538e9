// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/word_list.h"

namespace reeve::services {

// British and Irish surnames with their frequency.
[[nodiscard]] const WordList &surnames();

} // namespace reeve::services
