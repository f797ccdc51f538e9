// SPDX-License-Identifier: MIT
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

ErrorCode errorCodeOfSystem(int systemError, ErrorCode otherwise)
{
    switch (systemError) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::ReadOnly;
    default:
        return otherwise;
    }
}

} // namespace

ErrorCode errorCodeOf(int sqliteCode, int systemError)
{
    // Said by the page VFS of a page that does not authenticate.
    if (sqliteCode == SQLITE_IOERR_DATA || sqliteCode == SQLITE_IOERR_CORRUPTFS)
        return ErrorCode::Corrupt;
    if (sqliteCode == SQLITE_CONSTRAINT_UNIQUE || sqliteCode == SQLITE_CONSTRAINT_PRIMARYKEY)
        return ErrorCode::Conflict;

    switch (sqliteCode & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        return ErrorCode::Busy;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return errorCodeOfSystem(systemError, ErrorCode::Io);
    case SQLITE_TOOBIG:
        return ErrorCode::InvalidInput;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    default:
        return ErrorCode::Internal;
    }
}

Error lastError(sqlite3 *database, int sqliteCode, QStringView what)
{
    const int systemError = database != nullptr ? sqlite3_system_errno(database) : 0;
    QString detail = what.toString() + u": "_s + QString::fromUtf8(sqlite3_errstr(sqliteCode)) + u" (SQLite "_s +
                     QString::number(sqliteCode) + u')';
    if (database != nullptr && (sqliteCode & 0xff) == SQLITE_CONSTRAINT)
        detail += u": "_s + QString::fromUtf8(sqlite3_errmsg(database));
    return Error{errorCodeOf(sqliteCode, systemError), detail};
}

} // namespace reeve::store
