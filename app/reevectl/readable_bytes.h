// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace reeve::ctl {

struct FolderSearch
{
    qint64 files = 0;
    qint64 bytes = 0;
    qint64 found = 0; // how often one of the texts is there, in UTF-8 or UTF-16 of either byte order
};

// Reads every file below `folder` and looks for the texts.
[[nodiscard]] Result<FolderSearch> searchFolder(const QString &folder, const QStringList &texts);

} // namespace reeve::ctl
