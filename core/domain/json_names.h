// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QString>

namespace reeve::domain {

// The first name that an object within `json` has twice, or nothing: JSON allows it, every reader takes another one of
// them, and whoever wrote it meant something else. `json` is JSON. Linear.
[[nodiscard]] QString repeatedName(QByteArrayView json);

} // namespace reeve::domain
