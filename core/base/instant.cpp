// SPDX-License-Identifier: MIT
#include "core/base/instant.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace reeve {

namespace {

constexpr qint64 firstOfYearOne = -62'135'596'800'000;
constexpr qint64 lastOfYear9999 = 253'402'300'799'999;

} // namespace

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
    // An offset, or a fraction that is rounded up, can lead out of the years that the form can say.
    const qint64 milliseconds = read.toMSecsSinceEpoch();
    if (milliseconds < firstOfYearOne || milliseconds > lastOfYear9999)
        return fail(ErrorCode::InvalidInput, u"out of range"_s);
    return fromMilliseconds(milliseconds);
}

} // namespace reeve
