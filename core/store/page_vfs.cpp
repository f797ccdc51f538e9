// SPDX-License-Identifier: MIT
#include "core/store/page_vfs.h"

#include "core/store/sealed_database.h"
#include "core/store/sealed_wal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

using Content = std::variant<SealedDatabase, SealedWal>;

// As SQLite allocates it: the file of the VFS below follows directly.
struct VfsFile
{
    sqlite3_file base;
    Content *content;
};
static_assert(sizeof(VfsFile) % alignof(std::max_align_t) == 0);

constexpr std::string_view walSuffix = "-wal";

// SQLite's list of VFSs is one per process, and so is what ours knows.
struct Registry
{
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<SealedStore>, std::less<>> stores;
    sqlite3_vfs *below = nullptr;
    sqlite3_vfs vfs{};
};

Registry &registry()
{
    static Registry instance;
    return instance;
}

std::shared_ptr<SealedStore> storeOf(std::string_view database)
{
    const std::scoped_lock lock(registry().mutex);
    const auto found = registry().stores.find(database);
    return found == registry().stores.end() ? nullptr : found->second;
}

VfsFile *ours(sqlite3_file *file)
{
    return reinterpret_cast<VfsFile *>(file);
}

sqlite3_file *below(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(ours(file) + 1);
}

int closeFile(sqlite3_file *file)
{
    delete ours(file)->content;
    ours(file)->content = nullptr;
    return below(file)->pMethods->xClose(below(file));
}

int readFile(sqlite3_file *file, void *target, int amount, sqlite3_int64 offset)
{
    return std::visit([&](auto &content) { return content.read(target, amount, offset); }, *ours(file)->content);
}

int writeFile(sqlite3_file *file, const void *source, int amount, sqlite3_int64 offset)
{
    return std::visit([&](auto &content) { return content.write(source, amount, offset); }, *ours(file)->content);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return std::visit([&](auto &content) { return content.truncate(size); }, *ours(file)->content);
}

int syncFile(sqlite3_file *file, int flags)
{
    return std::visit([&](auto &content) { return content.sync(flags); }, *ours(file)->content);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return below(file)->pMethods->xFileSize(below(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xLock(below(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return below(file)->pMethods->xUnlock(below(file), level);
}

int checkReservedLock(sqlite3_file *file, int *isReserved)
{
    return below(file)->pMethods->xCheckReservedLock(below(file), isReserved);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    if (operation == SQLITE_FCNTL_MMAP_SIZE) // a mapped file would go past the seals
        return SQLITE_NOTFOUND;
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return below(file)->pMethods->xSectorSize(below(file));
}

// A write does not harm the bytes beside it: what ext4, XFS, Btrfs promise and the default VFS assumes. Nothing else:
// with atomic batches SQLite would do without the log that the mark counts.
int deviceCharacteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int mapShared(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
    return below(file)->pMethods->xShmMap(below(file), region, size, extend, memory);
}

int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void sharedBarrier(sqlite3_file *file)
{
    below(file)->pMethods->xShmBarrier(below(file));
}

int unmapShared(sqlite3_file *file, int isDeleted)
{
    return below(file)->pMethods->xShmUnmap(below(file), isDeleted);
}

// Version 2: shared memory for the WAL index, and no memory-mapped reading (version 3).
const sqlite3_io_methods methods = {
    2,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    fileSize,
    lockFile,
    unlockFile,
    checkReservedLock,
    controlFile,
    sectorSize,
    deviceCharacteristics,
    mapShared,
    lockShared,
    sharedBarrier,
    unmapShared,
    nullptr,
    nullptr,
};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const bool isWal = (flags & SQLITE_OPEN_WAL) != 0;
    if (name == nullptr || (!isWal && (flags & SQLITE_OPEN_MAIN_DB) == 0))
        return SQLITE_CANTOPEN; // rollback journals, temporary files: they would be readable

    std::string_view database(name);
    if (isWal && database.ends_with(walSuffix))
        database.remove_suffix(walSuffix.size());
    std::shared_ptr<SealedStore> store = storeOf(database);
    if (!store)
        return SQLITE_CANTOPEN;

    const int code = registry().below->xOpen(registry().below, name, below(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    ours(file)->content = isWal ? new Content(std::in_place_type<SealedWal>, std::move(store), below(file))
                                : new Content(std::in_place_type<SealedDatabase>, std::move(store), below(file));
    file->pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    std::string_view database(name);
    if (database.ends_with(walSuffix)) {
        database.remove_suffix(walSuffix.size());
        const std::shared_ptr<SealedStore> store = storeOf(database);
        if (store && !store->mark->forget())
            return SQLITE_IOERR_DELETE;
    }
    return registry().below->xDelete(registry().below, name, syncFolder);
}

} // namespace

Result<> registerPageVfs()
{
    const std::scoped_lock lock(registry().mutex);
    if (registry().below != nullptr)
        return {};
    // Nobody asks how much memory SQLite takes; counting it costs a lock for each piece. Refused, harmlessly, where
    // SQLite was in use before.
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_vfs *below = sqlite3_vfs_find(nullptr);
    if (below == nullptr)
        return fail(ErrorCode::Internal, u"SQLite has no default VFS"_s);

    // A copy of the default VFS, its private pointer included, so that all else (names, time, random numbers) is its
    // own doing; only opening and deleting are ours.
    sqlite3_vfs &vfs = registry().vfs;
    vfs = *below;
    vfs.zName = pageVfsName;
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(VfsFile)) + below->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    if (const int code = sqlite3_vfs_register(&vfs, 0); code != SQLITE_OK)
        return fail(ErrorCode::Internal, u"the page VFS cannot be registered: "_s + QString::number(code));
    registry().below = below;
    return {};
}

Result<std::unique_ptr<PageKeyRegistration>> PageKeyRegistration::add(const QString &databaseFile,
                                                                      std::shared_ptr<SealedStore> store)
{
    const QFileInfo file(databaseFile);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    if (folder.isEmpty())
        return fail(ErrorCode::Io, u"the folder of the database is not there"_s);
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(file.fileName()));

    const std::scoped_lock lock(registry().mutex);
    if (!registry().stores.emplace(path.toStdString(), std::move(store)).second)
        return fail(ErrorCode::InUse, u"the database is open in this process"_s);
    return std::unique_ptr<PageKeyRegistration>(new PageKeyRegistration(path));
}

PageKeyRegistration::~PageKeyRegistration()
{
    const std::scoped_lock lock(registry().mutex);
    registry().stores.erase(m_path.toStdString());
}

} // namespace reeve::store
