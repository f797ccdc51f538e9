// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QString>

namespace reeve::ui {

// Why a decision, a merge or a separation did not happen, and that nothing was lost: in the language of the window.
[[nodiscard]] QString mergeFailureWords(ErrorCode code);

} // namespace reeve::ui
