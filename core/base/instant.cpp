// SPDX-License-Identifier: MIT
#include "core/base/instant.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace reeve {

namespace {

constexpr qint64 firstOfYearOne = -62'135'596'800'000;
constexpr qint64 lastOfYear9999 = 253'402'300'799'999;
constexpr qint64 millisecondsOfDay = 86'400'000;
constexpr qint64 julianDayOfEpoch = 2'440'588;

// Writes `number` as `digits` digits and what stands behind it.
char16_t *write(char16_t *at, int number, int digits, char16_t behind)
{
    for (int i = digits - 1; i >= 0; --i, number /= 10)
        at[i] = static_cast<char16_t>(u'0' + number % 10);
    at[digits] = behind;
    return at + digits + 1;
}

// The number of `digits` digits at `from`; -1 when there is anything else.
int digitsAt(QStringView text, qsizetype from, int digits)
{
    int number = 0;
    for (const QChar c : text.sliced(from, digits)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

// The form that toRfc3339() writes, and the same without milliseconds: nearly everything that is ever read.
std::optional<Instant> parseOwnForm(QStringView text)
{
    const bool hasMilliseconds = text.size() == 24;
    if ((!hasMilliseconds && text.size() != 20) || text[4] != u'-' || text[7] != u'-' || text[10] != u'T' ||
        text[13] != u':' || text[16] != u':' || text.back() != u'Z' || (hasMilliseconds && text[19] != u'.'))
        return std::nullopt;
    const int year = digitsAt(text, 0, 4);
    if (year < 1) // to QDate -1 is the year before
        return std::nullopt;
    const QDate date(year, digitsAt(text, 5, 2), digitsAt(text, 8, 2));
    const QTime time(digitsAt(text, 11, 2), digitsAt(text, 14, 2), digitsAt(text, 17, 2),
                     hasMilliseconds ? digitsAt(text, 20, 3) : 0);
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    return fromMilliseconds((date.toJulianDay() - julianDayOfEpoch) * millisecondsOfDay + time.msecsSinceStartOfDay());
}

} // namespace

// Several times in every interaction: by hand, which is ten times as fast as QDateTime.
QString toRfc3339(Instant instant)
{
    const qint64 milliseconds = toMilliseconds(instant);
    const qint64 days = milliseconds / millisecondsOfDay - (milliseconds % millisecondsOfDay < 0 ? 1 : 0);
    int year = 0;
    int month = 0;
    int day = 0;
    QDate::fromJulianDay(days + julianDayOfEpoch).getDate(&year, &month, &day);
    if (year >= 1 && year <= 9999) {
        const auto rest = static_cast<int>(milliseconds - days * millisecondsOfDay);
        std::array<char16_t, 24> text{};
        char16_t *at = write(text.data(), year, 4, u'-');
        at = write(at, month, 2, u'-');
        at = write(at, day, 2, u'T');
        at = write(at, rest / 3'600'000, 2, u':');
        at = write(at, rest / 60'000 % 60, 2, u':');
        at = write(at, rest / 1000 % 60, 2, u'.');
        write(at, rest % 1000, 3, u'Z');
        return QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
    }
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(instant), Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Instant> parseRfc3339(QStringView text)
{
    if (const auto own = parseOwnForm(text))
        return *own;

    // QDateTime reads forms that RFC 3339 does not have (no offset, no seconds); the shape is checked first.
    static const QRegularExpression shape(
        uR"(\A\d{4}-\d\d-\d\d[Tt ](?:[01]\d|2[0-3]):(?:[0-5]\d:[0-5]\d|59:60)(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)\z)"_s);
    if (!shape.match(text).hasMatch())
        return fail(ErrorCode::InvalidInput, u"not an RFC 3339 date-time"_s);

    QString iso = text.toString().toUpper();
    iso.replace(u' ', u'T');
    constexpr qsizetype secondAt = 17;
    const bool isLeapSecond = QStringView(iso).sliced(secondAt, 2) == "60"_L1; // told as the second that follows it
    if (isLeapSecond)
        iso.replace(secondAt, 2, u"59"_s);
    const QDateTime read = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (!read.isValid())
        return fail(ErrorCode::InvalidInput, u"no such date or time"_s);
    // An offset, or a fraction that is rounded up, can lead out of the years that the form can say.
    const qint64 milliseconds = read.toMSecsSinceEpoch() + (isLeapSecond ? 1000 : 0);
    if (milliseconds < firstOfYearOne || milliseconds > lastOfYear9999)
        return fail(ErrorCode::InvalidInput, u"out of range"_s);
    return fromMilliseconds(milliseconds);
}

} // namespace reeve
