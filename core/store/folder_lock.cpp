// SPDX-License-Identifier: MIT
#include "core/store/folder_lock.h"

#include "core/crypto/durable_file.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    for (;;) {
        bool isNew = false;
        int handle = ::open(path.constData(), O_RDWR | O_CLOEXEC);
        if (handle < 0 && errno == ENOENT) {
            handle = ::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
            if (handle < 0 && errno == EEXIST)
                continue;
            isNew = handle >= 0;
            if (isNew)
                crypto::giveToOwnerOfFolder(handle, file);
        }
        if (handle < 0)
            return fail(crypto::errorCodeOfErrno(errno), u"lock: "_s + qt_error_string(errno));

        auto lock = std::unique_ptr<FolderLock>(new FolderLock(handle, file, isNew));
        if (::flock(handle, LOCK_EX | LOCK_NB) != 0) {
            return fail(errno == EWOULDBLOCK ? ErrorCode::InUse : ErrorCode::Io, u"lock: "_s + qt_error_string(errno));
        }

        // Somebody may have removed the file between opening and locking: a lock on it would keep nobody out.
        struct stat locked = {};
        struct stat named = {};
        if (::fstat(handle, &locked) == 0 && ::stat(path.constData(), &named) == 0 && locked.st_ino == named.st_ino &&
            locked.st_dev == named.st_dev)
            return lock;
    }
}

void FolderLock::removeIfNew() noexcept
{
    if (m_isNew)
        ::unlink(QFile::encodeName(m_file).constData());
}

FolderLock::~FolderLock()
{
    ::close(m_handle);
}

} // namespace reeve::store
