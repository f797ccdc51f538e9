// SPDX-License-Identifier: MIT
#include "core/base/instant.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace reeve {

QString toRfc3339(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Instant> parseRfc3339(QStringView text)
{
    // QDateTime reads forms that RFC 3339 does not have (no offset, no seconds); the shape is checked first.
    static const QRegularExpression shape(
        uR"(\A\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)\z)"_s);
    if (!shape.match(text).hasMatch())
        return fail(ErrorCode::InvalidInput, u"not an RFC 3339 date-time"_s);

    QString iso = text.toString().toUpper();
    iso.replace(u' ', u'T');
    const QDateTime read = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!read.isValid())
        return fail(ErrorCode::InvalidInput, u"no such date or time"_s);
    return fromMilliseconds(read.toMSecsSinceEpoch());
}

} // namespace reeve
