// SPDX-License-Identifier: MIT
// Making a store. The keys get their name last: a folder without reeve.keys holds no store, and what an attempt that
// was cut off left there goes with the next one.
#include "core/crypto/derived_key.h"
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/store/folder_lock.h"
#include "core/store/make_database.h"
#include "core/store/migrator.h"
#include "core/store/page_vfs.h"
#include "core/store/sealed_store.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

void removeLeftovers(const StoreFiles &files)
{
    for (const QString &file : {files.database, files.wal, files.walIndex, files.mark, files.newKeys})
        QFile::remove(file);
}

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

// Empty, and its owner's only: SQLite would make it readable for others. The WAL takes its rights from it.
Result<> makeOwnFile(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (handle < 0)
        return fail(crypto::errorCodeOfErrno(errno), u"database: "_s + qt_error_string(errno));
    ::close(handle);
    return {};
}

Result<> make(const StoreFiles &files, const Store::NewStore &request)
{
    const crypto::Secret dataKey = crypto::Secret::random(crypto::KeySlots::dataKeySize);
    crypto::KeySlots slotsFile(QUuid::createUuid());
    if (const Result<> added = slotsFile.add(request.agentName, request.passphrase, dataKey, request.cost); !added)
        return added;
    if (!request.councilPublicKey.isEmpty()) {
        if (const Result<> sealed = slotsFile.setRecovery(request.councilPublicKey, dataKey); !sealed)
            return sealed;
    }
    if (const Result<> saved = slotsFile.save(files.newKeys, dataKey); !saved)
        return saved;
    if (const Result<> made = makeDatabase(files, dataKey, slotsFile.store()); !made)
        return made;
    if (::rename(QFile::encodeName(files.newKeys).constData(), QFile::encodeName(files.keys).constData()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"keys: "_s + qt_error_string(errno));
    return crypto::syncFolder(files.folder);
}

} // namespace

Result<> makeDatabase(const StoreFiles &files, const crypto::Secret &dataKey, const QUuid &storeUuid,
                      const FirstContent &fill)
{
    StoreId id{};
    std::memcpy(id.data(), storeUuid.toRfc4122().constData(), id.size());
    Result<std::unique_ptr<WalMark>> mark =
        WalMark::create(files.mark, crypto::deriveKey(dataKey, crypto::KeyPurpose::WalMark), id);
    if (!mark)
        return fail(mark);
    const auto registered = PageKeyRegistration::add(
        files.database,
        std::make_shared<SealedStore>(crypto::PageCipher(crypto::deriveKey(dataKey, crypto::KeyPurpose::Pages)), id,
                                      std::move(*mark)));
    if (!registered)
        return fail(registered);

    const Result<std::vector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return fail(migrations);
    if (const Result<> empty = makeOwnFile(files.database); !empty)
        return empty;
    {
        const auto connection = Connection::open(files.database, Connection::Access::ReadWrite);
        if (!connection)
            return fail(connection);
        if (const Result<> migrated = migrate(**connection, *migrations); !migrated)
            return migrated;
        if (fill) {
            if (const Result<> begun = (*connection)->begin(Connection::Access::ReadWrite); !begun)
                return begun;
            if (const Result<> filled = fill(**connection); !filled)
                return filled; // closing rolls back
            if (const Result<> committed = (*connection)->commit(); !committed)
                return committed;
        }
    }
    // Closing has moved everything into the database, or has not, when the disk is full: then the WAL is still there.
    if (QFileInfo::exists(files.wal) && QFileInfo(files.wal).size() > 0)
        return fail(ErrorCode::DiskFull, u"the new database could not be completed"_s);
    QFile::remove(files.walIndex);
    return syncFile(files.database);
}

Result<> Store::create(const NewStore &request)
{
    const StoreFiles files(request.folder);
    const bool isNewFolder = !QFileInfo::exists(files.folder);
    if (!isNewFolder && !QFileInfo(files.folder).isDir())
        return fail(ErrorCode::InvalidInput, u"a store needs a folder, and there is a file of that name"_s);
    if (isNewFolder && !QDir().mkpath(files.folder))
        return fail(crypto::errorCodeOfErrno(errno), u"the folder cannot be made"_s);
    Result<> outcome = checkFolder(files.folder);
    {
        Result<std::unique_ptr<FolderLock>> lock = fail(ErrorCode::Io);
        if (outcome)
            lock = FolderLock::take(files.lock);
        if (outcome && !lock)
            outcome = fail(lock);
        if (outcome) {
            // A database without keys may be all that is left of a store whose keys are in a backup.
            const bool isUnfinished = QFileInfo::exists(files.newKeys);
            if (QFileInfo::exists(files.keys) || (QFileInfo::exists(files.database) && !isUnfinished)) {
                outcome = fail(ErrorCode::InvalidInput, u"the folder holds a store already"_s);
            } else {
                ::chmod(QFile::encodeName(files.folder).constData(), 0700);
                removeLeftovers(files);
                outcome = make(files, request);
                if (!outcome)
                    removeLeftovers(files);
            }
            if (!outcome)
                (*lock)->removeIfNew();
        }
    }
    if (outcome)
        QFile::remove(files.wiped); // what was wiped here before is history now
    if (!outcome && isNewFolder)
        QDir().rmdir(files.folder); // only if empty
    else if (outcome && isNewFolder)
        return crypto::syncFolder(QFileInfo(files.folder).absolutePath());
    return outcome;
}

} // namespace reeve::store
