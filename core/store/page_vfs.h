// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/page_cipher.h"

#include <QString>

#include <memory>

namespace reeve::store {

class SealedStore;

// The SQLite VFS that seals every page of the main database and of its WAL: a shim over the default VFS, in the
// libsqlite3 that Qt's QSQLITE driver uses as well. It opens nothing else: no rollback journal, no temporary file, and
// no database whose key was not registered.
inline constexpr const char *pageVfsName = "reeve";

// Safe to repeat, from any thread.
[[nodiscard]] Result<> registerPageVfs();

// Tells the VFS the keys of one database, for as long as the object lives; connections are opened and closed within.
class PageKeyRegistration final
{
public:
    // Io when the folder is not there.
    [[nodiscard]] static Result<std::unique_ptr<PageKeyRegistration>> add(const QString &databaseFile,
                                                                          std::shared_ptr<SealedStore> store);

    PageKeyRegistration(const PageKeyRegistration &) = delete;
    PageKeyRegistration &operator=(const PageKeyRegistration &) = delete;
    ~PageKeyRegistration();

private:
    explicit PageKeyRegistration(QByteArray path) : m_path(std::move(path)) {}

    QByteArray m_path; // as SQLite names it: absolute, without symbolic links
};

} // namespace reeve::store
