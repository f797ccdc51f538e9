// SPDX-License-Identifier: MIT
#include "app/reevectl/private_file.h"

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

QString besideName(const QString &importedFile, const QString &kind)
{
    const bool isCsv = importedFile.endsWith(u".csv"_s, Qt::CaseInsensitive);
    return (isCsv ? importedFile.chopped(4) : importedFile) + u'.' + kind + u".csv"_s;
}

QByteArray withLineEnd(const QByteArray &bytes)
{
    return bytes.endsWith('\n') ? bytes : bytes + '\n';
}

} // namespace

PrivateFile::PrivateFile(const QString &importedFile, const QString &kind, const QByteArray &header)
    : m_name(besideName(importedFile, kind)),
      m_header(withLineEnd(header))
{}

Result<> PrivateFile::open(int flags)
{
    // By descriptor: QFile makes files readable for others first.
    const int descriptor = ::open(QFile::encodeName(m_name).constData(), flags | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0 || !m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        if (descriptor >= 0)
            ::close(descriptor);
        return fail(ErrorCode::Io, u"writing "_s + m_name);
    }
    return {};
}

Result<> PrivateFile::goOnAfter(qint64 size)
{
    if (size == 0) {
        QFile::remove(m_name);
        return {};
    }
    if (const Result<> opened = open(O_WRONLY); !opened)
        return opened;
    if (m_file.size() < size || !m_file.resize(size) || !m_file.seek(size))
        return fail(ErrorCode::Io, m_name + u" is not as the import left it"_s);
    m_size = size;
    return {};
}

Result<> PrivateFile::write(const QByteArray &line)
{
    if (!m_file.isOpen()) {
        if (const Result<> opened = open(O_WRONLY | O_CREAT | O_TRUNC); !opened)
            return opened;
        m_size = m_header.size();
        if (m_file.write(m_header) != m_header.size())
            return fail(ErrorCode::Io, u"writing "_s + m_name);
    }
    const QByteArray whole = withLineEnd(line);
    if (m_file.write(whole) != whole.size())
        return fail(ErrorCode::Io, u"writing "_s + m_name);
    m_size += whole.size();
    m_isDirty = true;
    return {};
}

Result<> PrivateFile::flush()
{
    if (!m_isDirty)
        return {};
    m_isDirty = false;
    if (!m_file.flush() || ::fdatasync(m_file.handle()) != 0)
        return fail(ErrorCode::Io, u"writing "_s + m_name);
    return {};
}

QByteArray csvCell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

} // namespace reeve::ctl
