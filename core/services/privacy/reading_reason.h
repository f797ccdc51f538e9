// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::services {

// Why somebody reads a restricted item: asked before this desk or the centre is. InvalidInput when it is shorter than
// 3 characters, CardNumber.
[[nodiscard]] Result<> checkReadingReason(const QString &trimmed);

} // namespace reeve::services
