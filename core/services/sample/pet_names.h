// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/dice.h"

#include <QString>

namespace reeve::services {

// What somebody with this given name is usually called: Peggy for Margaret. Empty for names without one.
[[nodiscard]] QString shortNameOf(const QString &given, Dice &dice);

} // namespace reeve::services
