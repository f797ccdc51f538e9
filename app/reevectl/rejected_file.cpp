// SPDX-License-Identifier: MIT
#include "app/reevectl/rejected_file.h"

#include "core/domain/card_data.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// A card number is never stored: not here either, whatever else the row was refused for.
QByteArray withoutCardData(const QByteArray &raw)
{
    const bool isUtf8 = QUtf8StringView(raw).isValidUtf8();
    const QString text = isUtf8 ? QString::fromUtf8(raw) : QString::fromLatin1(raw);
    const domain::CardScan scan = domain::scanForCardData(text);
    if (scan.isClean())
        return raw;
    return isUtf8 ? scan.masked.toUtf8() : scan.masked.toLatin1();
}

} // namespace

RejectedFile::RejectedFile(const QString &importedFile, const QByteArray &header)
    : RejectedFile(importedFile, header, ',', 0, 0)
{}

RejectedFile::RejectedFile(const QString &importedFile, const QByteArray &header, char separator, qint64 count,
                           qint64 size)
    : m_file(importedFile, u"rejected"_s, QByteArray("line,reason,").replace(',', separator) + header),
      m_separator(separator),
      m_count(count),
      m_isUsable(m_file.goOnAfter(size).has_value())
{}

bool RejectedFile::add(const CsvRow &row, const QString &reason)
{
    ++m_count;
    return addAccepted(row, reason);
}

bool RejectedFile::addAccepted(const CsvRow &row, const QString &reason)
{
    return m_isUsable && m_file
                             .write(QByteArray::number(row.line) + m_separator + csvCell(reason) + m_separator +
                                    withoutCardData(row.raw))
                             .has_value();
}

} // namespace reeve::ctl
