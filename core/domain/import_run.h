// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"

#include <QByteArray>

#include <optional>

namespace reeve::domain {

// How far a file has been brought in. Counts are of rows.
struct ImportRun
{
    QByteArray digest; // 32 bytes: of the file, and of how it is read
    qint64 rows = 0;   // done, from the first
    qint64 imported = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 rejectedBytes = 0; // of the file of rejected rows, after those rows
    qint64 duplicates = 0;
    qint64 duplicateBytes = 0; // of the file of possible duplicates
    std::optional<Instant> finishedAt;
};

} // namespace reeve::domain
