// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::services {

// "n/a", "not known", "-", "00/00/0000": a cell that says that there is none.
[[nodiscard]] bool saysNone(const QString &cell);

// "ex-directory", "0": says that there is no telephone, too.
[[nodiscard]] bool saysNoPhone(const QString &cell);

} // namespace reeve::services
