// SPDX-License-Identifier: MIT
#include "core/store/store_folder.h"

#include "core/crypto/page_cipher.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

StoreFiles::StoreFiles(const QString &storeFolder)
    : folder(QDir(storeFolder).absolutePath()),
      keys(folder + u"/reeve.keys"_s),
      newKeys(keys + u".new"_s),
      database(folder + u"/reeve.db"_s),
      wal(database + u"-wal"_s),
      walIndex(database + u"-shm"_s),
      mark(folder + u"/reeve.mark"_s),
      lock(folder + u"/reeve.lock"_s),
      tries(folder + u"/reeve.tries"_s),
      reserve(folder + u"/reeve.reserve"_s),
      next(folder + u"/reeve.next"_s),
      wiping(folder + u"/reeve.wiping"_s),
      wiped(folder + u"/reeve.wiped"_s)
{}

bool isNetworkFileSystem(const QByteArray &type)
{
    static constexpr std::array networkTypes{
        "nfs",     "nfs3",      "nfs4",   "cifs",   "smb",        "smb2",     "smb3",
        "smbfs",   "ncpfs",     "ncp",    "afs",    "auristorfs", "coda",     "9p",
        "ceph",    "glusterfs", "lustre", "beegfs", "gpfs",       "orangefs", "pvfs2",
        "davfs",   "davfs2",    "webdav", "sshfs",  "vboxsf",     "prl_fs",   "fuse.vmhgfs-fuse",
        "virtiofs"};
    // File systems of user space may do anything; these are known to lie on a local disk.
    static constexpr std::array localFuseTypes{"fuse.fuse-overlayfs", "fuse.gocryptfs", "fuse.encfs",
                                               "fuse.cryfs",          "fuse.mergerfs",  "fuse.bindfs"};

    const QByteArray name = type.toLower();
    const auto isName = [&](const char *other) { return name == other; };
    if (std::any_of(networkTypes.begin(), networkTypes.end(), isName))
        return true;
    return name.startsWith("fuse.") && std::none_of(localFuseTypes.begin(), localFuseTypes.end(), isName);
}

Result<> checkFolder(const QString &folder)
{
    if (::access(QFile::encodeName(folder).constData(), R_OK | X_OK) != 0 && errno == EACCES)
        return fail(ErrorCode::Io, u"the store's folder: "_s + qt_error_string(errno));
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::NotFound, u"no store folder"_s);
    const QByteArray type = QStorageInfo(folder).fileSystemType();
    if (isNetworkFileSystem(type))
        return fail(ErrorCode::NetworkShare, QString::fromLatin1(type));
    return {};
}

Result<> checkWritable(const StoreFiles &files)
{
    for (const QString &file : {files.database, files.wal, files.walIndex}) {
        if (::access(QFile::encodeName(file).constData(), W_OK) != 0 && errno != ENOENT)
            return fail(ErrorCode::ReadOnly, QFileInfo(file).fileName() + u": "_s + qt_error_string(errno));
    }
    return {};
}

Result<> checkDatabaseFile(const QString &database)
{
    QFile file(database);
    if (!file.exists())
        return fail(ErrorCode::NotFound, u"no database"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::Io, u"the database cannot be read"_s);
    const QByteArray start = file.read(16);
    if (start == QByteArrayView("SQLite format 3", 16))
        return fail(ErrorCode::NotEncrypted, u"a plain SQLite database"_s);
    if (file.size() < crypto::PageCipher::pageSize)
        return fail(ErrorCode::Corrupt, u"the database was cut off"_s);
    return {};
}

} // namespace reeve::store
