// SPDX-License-Identifier: MIT
#include "core/store/reason_lines.h"

namespace reeve::store {

QString toLines(const std::vector<domain::ReasonCode> &reasons)
{
    QString lines;
    for (const domain::ReasonCode &reason : reasons) {
        if (!lines.isEmpty())
            lines += u'\n';
        lines += reason;
    }
    return lines;
}

std::vector<domain::ReasonCode> readReasons(const Statement &row, int column)
{
    const QStringList codes = row.text(column).split(u'\n', Qt::SkipEmptyParts);
    return {codes.cbegin(), codes.cend()};
}

} // namespace reeve::store
