// SPDX-License-Identifier: MIT
#include "core/store/make_database.h"

#include "core/crypto/derived_key.h"
#include "core/crypto/durable_file.h"
#include "core/store/migrator.h"
#include "core/store/page_vfs.h"
#include "core/store/sealed_store.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

Result<> syncFile(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    const bool isSynced = handle >= 0 && ::fsync(handle) == 0;
    const int error = errno;
    if (handle >= 0)
        ::close(handle);
    if (!isSynced)
        return fail(crypto::errorCodeOfErrno(error), u"sync: "_s + qt_error_string(error));
    return {};
}

// Empty, and its owner's only: SQLite would make it readable for others. The WAL takes its owner and its rights from
// it.
Result<> makeOwnFile(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        return fail(crypto::errorCodeOfErrno(errno), u"database: "_s + qt_error_string(errno));
    crypto::giveToOwnerOfFolder(handle, file);
    ::close(handle);
    return {};
}

} // namespace

NewDatabase::NewDatabase(const StoreFiles &files) : m_files(files) {}

NewDatabase::~NewDatabase() = default;

Result<std::unique_ptr<NewDatabase>> NewDatabase::make(const StoreFiles &files, const crypto::Secret &dataKey,
                                                       const QUuid &storeUuid)
{
    auto made = std::unique_ptr<NewDatabase>(new NewDatabase(files));
    StoreId id{};
    std::memcpy(id.data(), storeUuid.toRfc4122().constData(), id.size());
    Result<std::unique_ptr<WalMark>> mark =
        WalMark::create(files.mark, crypto::deriveKey(dataKey, crypto::KeyPurpose::WalMark), id);
    if (!mark)
        return fail(mark);
    auto registered = PageKeyRegistration::add(
        files.database,
        std::make_shared<SealedStore>(crypto::PageCipher(crypto::deriveKey(dataKey, crypto::KeyPurpose::Pages)), id,
                                      std::move(*mark)));
    if (!registered)
        return fail(registered);
    made->m_registration = std::move(*registered);

    const Result<std::vector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return fail(migrations);
    if (const Result<> empty = makeOwnFile(files.database); !empty)
        return fail(empty);
    auto connection = Connection::open(files.database, Connection::Access::ReadWrite);
    if (!connection)
        return fail(connection);
    made->m_connection = std::move(*connection);
    if (const Result<> migrated = migrate(*made->m_connection, *migrations); !migrated)
        return fail(migrated);
    return made;
}

Result<> NewDatabase::fillWith(const FirstContent &fill)
{
    if (const Result<> begun = m_connection->begin(Connection::Access::ReadWrite); !begun)
        return begun;
    if (const Result<> filled = fill(*m_connection); !filled)
        return filled; // closing rolls back
    return m_connection->commit();
}

Result<> NewDatabase::finish(const FirstContent &fill)
{
    if (fill) {
        if (const Result<> filled = fillWith(fill); !filled)
            return filled;
    }
    m_connection.reset();
    // Closing has moved everything into the database, or has not, when the disk is full: then the WAL is still there.
    if (QFileInfo::exists(m_files.wal) && QFileInfo(m_files.wal).size() > 0)
        return fail(ErrorCode::DiskFull, u"the new database could not be completed"_s);
    m_registration.reset();
    QFile::remove(m_files.walIndex);
    return syncFile(m_files.database);
}

} // namespace reeve::store
