// SPDX-License-Identifier: MIT
// Making a store. The keys get their name last: a folder without reeve.keys holds no store, and what an attempt that
// was cut off left there goes with the next one.
#include "core/crypto/durable_file.h"
#include "core/store/store_erasure.h"
#include "core/store/unfinished_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// The keys last: without them, nobody could tell a database from one whose keys are in a backup.
void removeLeftovers(const StoreFiles &files)
{
    for (const QString &file : {files.database, files.wal, files.walIndex, files.mark, files.newKeys, files.wiping})
        QFile::remove(file);
    const QDir folder(files.folder);
    const QString halfWritten = QFileInfo(files.newKeys).fileName() + u".*"_s;
    for (const QString &file : folder.entryList({halfWritten}, QDir::Files | QDir::Hidden))
        QFile::remove(folder.filePath(file));
}

Result<> rename(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"keys: "_s + qt_error_string(errno));
    return {};
}

} // namespace

UnfinishedStore::UnfinishedStore(const StoreFiles &files, QUuid store)
    : m_files(files),
      m_dataKey(crypto::Secret::random(crypto::KeySlots::dataKeySize)),
      m_slots(store)
{}

UnfinishedStore::~UnfinishedStore()
{
    m_database.reset();
    if (m_isOurs)
        removeLeftovers(m_files);
    if (m_lock && m_isOurs)
        m_lock->removeIfNew();
    if (m_isNewFolder)
        QDir().rmdir(m_files.folder); // only if empty
}

Result<> UnfinishedStore::takeFolder()
{
    const bool isThere = QFileInfo::exists(m_files.folder);
    if (isThere && !QFileInfo(m_files.folder).isDir())
        return fail(ErrorCode::InvalidInput, u"a store needs a folder, and there is a file of that name"_s);
    if (!isThere && !QDir().mkpath(m_files.folder))
        return fail(crypto::errorCodeOfErrno(errno), u"the folder cannot be made"_s);
    m_isNewFolder = !isThere;
    if (const Result<> checked = checkFolder(m_files.folder); !checked)
        return checked;
    Result<std::unique_ptr<FolderLock>> lock = FolderLock::take(m_files.lock);
    if (!lock)
        return fail(lock);
    m_lock = std::move(*lock);
    static_cast<void>(finishErasing(m_files)); // what was wiped makes room
    // A database without keys may be all that is left of a store whose keys are in a backup.
    const bool isUnfinished = QFileInfo::exists(m_files.newKeys);
    if (QFileInfo::exists(m_files.keys) || (QFileInfo::exists(m_files.database) && !isUnfinished)) {
        m_lock->removeIfNew();
        return fail(ErrorCode::InvalidInput, u"the folder holds a store already"_s);
    }
    m_isOurs = true;
    return {};
}

Result<> UnfinishedStore::make(const Store::NewStore &request)
{
    ::chmod(QFile::encodeName(m_files.folder).constData(), 0700);
    removeLeftovers(m_files);
    if (const Result<> added = m_slots.add(request.agentName, request.passphrase, m_dataKey, request.cost); !added)
        return added;
    if (!request.councilPublicKey.isEmpty()) {
        if (const Result<> sealed = m_slots.setRecovery(request.councilPublicKey, m_dataKey); !sealed)
            return sealed;
    }
    if (const Result<> saved = m_slots.save(m_files.newKeys, m_dataKey); !saved)
        return saved;
    auto database = NewDatabase::make(m_files, m_dataKey, m_slots.store());
    if (!database)
        return fail(database);
    m_database = std::move(*database);
    return {};
}

Result<std::unique_ptr<UnfinishedStore>> UnfinishedStore::begin(const Store::NewStore &request)
{
    auto begun = std::unique_ptr<UnfinishedStore>(new UnfinishedStore(StoreFiles(request.folder), QUuid::createUuid()));
    if (const Result<> taken = begun->takeFolder(); !taken)
        return fail(taken);
    if (const Result<> made = begun->make(request); !made)
        return fail(made);
    return begun;
}

Result<> UnfinishedStore::nameKeys()
{
    if (const Result<> named = rename(m_files.newKeys, m_files.keys); !named)
        return named;
    Result<> synced = crypto::syncFolder(m_files.folder);
    if (synced && m_isNewFolder)
        synced = crypto::syncFolder(QFileInfo(m_files.folder).absolutePath());
    if (!synced) // it would be a store by chance only
        static_cast<void>(rename(m_files.keys, m_files.newKeys));
    return synced;
}

Result<> UnfinishedStore::finish(const FirstContent &fill, const QByteArray &councilPublicKey)
{
    if (!councilPublicKey.isEmpty()) {
        if (const Result<> sealed = m_slots.setRecovery(councilPublicKey, m_dataKey); !sealed)
            return sealed;
        if (const Result<> saved = m_slots.save(m_files.newKeys, m_dataKey); !saved)
            return saved;
    }
    if (const Result<> filled = m_database->finish(fill); !filled)
        return filled;
    if (const Result<> named = nameKeys(); !named)
        return named;
    m_isOurs = false;
    m_isNewFolder = false;
    QFile::remove(m_files.wiped); // what was wiped here before is history now
    m_lock.reset();
    return {};
}

Result<> Store::create(const NewStore &request)
{
    const auto begun = UnfinishedStore::begin(request);
    if (!begun)
        return fail(begun);
    return (*begun)->finish();
}

} // namespace reeve::store
