// SPDX-License-Identifier: MIT
#include "app/reevectl/rejected_file.h"

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

QString rejectedName(const QString &importedFile)
{
    const bool isCsv = importedFile.endsWith(u".csv"_s, Qt::CaseInsensitive);
    return (isCsv ? importedFile.chopped(4) : importedFile) + u".rejected.csv"_s;
}

QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('"', "\"\"");
    return '"' + bytes + '"';
}

QByteArray withLineEnd(QByteArray bytes)
{
    return bytes.endsWith('\n') ? bytes : bytes + '\n';
}

} // namespace

RejectedFile::RejectedFile(const QString &importedFile, QByteArray header)
    : m_name(rejectedName(importedFile)),
      m_header(std::move(header))
{
    QFile::remove(m_name);
}

bool RejectedFile::open()
{
    // By descriptor: QFile makes files readable for others first.
    const int descriptor =
        ::open(QFile::encodeName(m_name).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return false;
    if (!m_file.open(descriptor, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return false;
    }
    return m_file.write("line,reason," + withLineEnd(m_header)) > 0;
}

bool RejectedFile::add(const CsvRow &row, const QString &reason)
{
    ++m_count;
    if (!m_file.isOpen() && !open())
        return false;
    return m_file.write(QByteArray::number(row.line) + ',' + quoted(reason) + ',' + withLineEnd(row.raw)) > 0;
}

bool RejectedFile::finish()
{
    return !m_file.isOpen() || m_file.flush();
}

} // namespace reeve::ctl
