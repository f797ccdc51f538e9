// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>

namespace reeve::ctl {

// `--map our=theirs,…` as column of the file -> our name. InvalidInput.
[[nodiscard]] Result<QHash<QString, QString>> renamedColumns(const QString &map);

} // namespace reeve::ctl
