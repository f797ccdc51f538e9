// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace reeve::ctl {

// Whether a file of that name can be made or replaced as a whole. InvalidInput when something is there that is no
// ordinary file: to replace a folder, a pipe or a device (/dev/stdout, /dev/full) would take it away from everybody.
[[nodiscard]] Result<> checkReplaceable(const QString &name);

// Whether `output` is one of the files that are read, by whatever name: through a link, too. Empty when it is none.
[[nodiscard]] QString sameFileAmong(const QStringList &inputs, const QString &output);

} // namespace reeve::ctl
