// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

namespace reeve::store {

// Holds the lock file of a folder for as long as it lives, against other processes and against this one.
//
// The kernel's lock (flock) and not QLockFile, whose file outlives a killed process and is then judged by a process
// number, which after a restart of the machine may belong to somebody else.
class FolderLock final
{
public:
    // InUse; ReadOnly, DiskFull, Io. The file stays when the lock is given up.
    [[nodiscard]] static Result<std::unique_ptr<FolderLock>> take(const QString &file);

    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock();

    // Takes the file away too, if it was made for this lock: after a refusal nothing is left behind.
    void removeIfNew() noexcept;

private:
    FolderLock(int handle, QString file, bool isNew) : m_handle(handle), m_file(std::move(file)), m_isNew(isNew) {}

    int m_handle;
    QString m_file;
    bool m_isNew;
};

} // namespace reeve::store
