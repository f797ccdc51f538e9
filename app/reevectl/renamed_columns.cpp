// SPDX-License-Identifier: MIT
#include "app/reevectl/renamed_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<QHash<QString, QString>> renamedColumns(const QString &map)
{
    QHash<QString, QString> result;
    const auto parts = map.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString ours = part.section(u'=', 0, 0).trimmed();
        const QString theirs = part.section(u'=', 1).trimmed();
        if (ours.isEmpty() || theirs.isEmpty())
            return fail(ErrorCode::InvalidInput, u"--map needs our=theirs,…"_s);
        result.insert(theirs, ours);
    }
    return result;
}

} // namespace reeve::ctl
