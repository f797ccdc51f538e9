// SPDX-License-Identifier: MIT
#include "core/crypto/durable_file.h"

#include "core/base/logging.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

ErrorCode errorCodeOfErrno(int error) noexcept
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return ErrorCode::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    default:
        return ErrorCode::Io;
    }
}

Result<> syncFolder(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return fail(errorCodeOfErrno(errno), u"folder: "_s + qt_error_string(errno));
    const int synced = ::fsync(handle);
    const int error = errno;
    ::close(handle);
    if (synced != 0)
        return fail(errorCodeOfErrno(error), u"folder: "_s + qt_error_string(error));
    return {};
}

void giveToOwnerOfFolder(int handle, const QString &path) noexcept
{
    struct stat folder = {};
    if (::geteuid() != 0 || ::stat(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), &folder) != 0 ||
        folder.st_uid == 0)
        return;
    if (::fchown(handle, folder.st_uid, folder.st_gid) != 0)
        qCWarning(logStore) << "a file of the store stays root's:" << qt_error_string(errno);
}

Result<> makeFolder(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder);
    if (::mkdir(path.constData(), 0700) != 0)
        return fail(errorCodeOfErrno(errno), u"folder: "_s + qt_error_string(errno));
    const int handle = ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (handle < 0)
        return fail(errorCodeOfErrno(errno), u"folder: "_s + qt_error_string(errno));
    giveToOwnerOfFolder(handle, folder);
    ::close(handle);
    return {};
}

Result<> replaceFile(const QString &file, const QByteArray &content)
{
    const QString name = QFileInfo(file).fileName();
    QSaveFile target(file); // commit() syncs the content before it renames
    errno = 0;
    if (!target.open(QIODevice::WriteOnly))
        return fail(errorCodeOfErrno(errno), name + u": "_s + qt_error_string(errno));
    target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    giveToOwnerOfFolder(target.handle(), file);
    if (target.write(content) != content.size() || !target.commit())
        return fail(errorCodeOfErrno(errno), name + u": "_s + qt_error_string(errno));
    return syncFolder(QFileInfo(file).absolutePath());
}

Result<QByteArray> readFile(const QString &file, qint64 limit)
{
    const QString name = QFileInfo(file).fileName();
    QFile source(file);
    errno = 0;
    if (!source.exists())
        return fail(ErrorCode::NotFound, name);
    if (!source.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Io, name + u": "_s + qt_error_string(errno));
    if (source.size() > limit)
        return fail(ErrorCode::Corrupt, name + u" is too large"_s);
    return source.readAll();
}

} // namespace reeve::crypto
