// SPDX-License-Identifier: MIT
#include "app/reevectl/rejected_file.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

RejectedFile::RejectedFile(const QString &importedFile, const QByteArray &header)
    : RejectedFile(importedFile, header, 0, 0)
{}

RejectedFile::RejectedFile(const QString &importedFile, const QByteArray &header, qint64 count, qint64 size)
    : m_file(importedFile, u"rejected"_s, "line,reason," + header),
      m_count(count),
      m_isUsable(m_file.goOnAfter(size).has_value())
{}

bool RejectedFile::add(const CsvRow &row, const QString &reason)
{
    ++m_count;
    return m_isUsable && m_file.write(QByteArray::number(row.line) + ',' + csvCell(reason) + ',' + row.raw).has_value();
}

} // namespace reeve::ctl
