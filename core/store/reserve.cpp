// SPDX-License-Identifier: MIT
#include "core/store/reserve.h"

#include "core/crypto/durable_file.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace reeve::store {

namespace {

constexpr qint64 piece = qint64{64} * 1024;

int openFile(const QByteArray &file, int more = 0)
{
    return ::open(file.constData(), O_RDWR | O_CLOEXEC | more, 0600);
}

} // namespace

Reserve::Reserve(const QString &file) : m_file(QFile::encodeName(file)) {}

void Reserve::make() const
{
    const int handle = openFile(m_file, O_CREAT);
    if (handle < 0)
        return;
    crypto::giveToOwnerOfFolder(handle, QFile::decodeName(m_file));
    ::close(handle);
}

bool Reserve::hold(qint64 size)
{
    if (size <= m_held)
        return true;
    const int handle = openFile(m_file);
    if (handle < 0)
        return errno == EACCES; // somebody else's: nothing is promised then, and nothing stopped
    const int error = ::posix_fallocate(handle, 0, size);
    ::close(handle);
    const bool isHad = error != ENOSPC && error != EDQUOT; // a file system that promises nothing does not stop the work
    if (isHad)
        m_held = size;
    return isHad;
}

void Reserve::trim()
{
    if (m_held > leastSize && ::truncate(m_file.constData(), leastSize) == 0)
        m_held = leastSize;
}

void Reserve::giveUp()
{
    m_held = 0;
    static_cast<void>(::truncate(m_file.constData(), 0)); // not there: nothing was held
}

void Reserve::keep()
{
    trim();
    if (isHeld())
        return;
    const int handle = openFile(m_file);
    if (handle < 0)
        return;
    qint64 had = 0;
    while (had < leastSize && ::posix_fallocate(handle, had, piece) == 0)
        had += piece;
    ::close(handle);
}

} // namespace reeve::store
