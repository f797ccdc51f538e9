// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace reeve::crypto {

// What an errno means: DiskFull, ReadOnly, NotFound, else Io.
[[nodiscard]] ErrorCode errorCodeOfErrno(int error) noexcept;

// Makes the names within a folder durable.
[[nodiscard]] Result<> syncFolder(const QString &folder);

// What was just made in a folder becomes its owner's. An administrator who looks after a desk as root would otherwise
// lock out whoever works there. As far as the system lets us: without root it does nothing.
void giveToOwnerOfFolder(int handle, const QString &path) noexcept;

// A folder within a store's folder, its owner's only.
[[nodiscard]] Result<> makeFolder(const QString &folder);

// Replaces a file as a whole: after a crash it has the old content or the new. Readable by its owner only.
[[nodiscard]] Result<> replaceFile(const QString &file, const QByteArray &content);

// Whole content. NotFound, Io; Corrupt when it is larger than `limit`.
[[nodiscard]] Result<QByteArray> readFile(const QString &file, qint64 limit);

} // namespace reeve::crypto
