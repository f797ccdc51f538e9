// SPDX-License-Identifier: MIT
#include "ui/words/dates.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Dates
{
    Q_DECLARE_TR_FUNCTIONS(Dates)
};

const QTimeZone &london()
{
    static const QTimeZone zone("Europe/London");
    return zone;
}

} // namespace

QDateTime londonTime(Instant instant)
{
    const qint64 milliseconds = toMilliseconds(instant);
    return london().isValid() ? QDateTime::fromMSecsSinceEpoch(milliseconds, london())
                              : QDateTime::fromMSecsSinceEpoch(milliseconds);
}

QDate londonDate(Instant instant)
{
    return londonTime(instant).date();
}

QString timeWords(Instant instant)
{
    return londonTime(instant).toString(u"HH:mm"_s);
}

QString timeWithSeconds(Instant instant)
{
    return londonTime(instant).toString(u"HH:mm:ss"_s);
}

QString dateWords(QDate date)
{
    return QLocale().toString(date, u"d MMM yyyy"_s);
}

QString dayWords(QDate date, QDate today)
{
    if (date == today)
        return Dates::tr("Today");
    if (date == today.addDays(-1))
        return Dates::tr("Yesterday");
    return QLocale().toString(date, date.year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

QString momentWords(Instant instant, Instant now)
{
    //: a day and a time on it: "Today 10:42"
    return Dates::tr("%1 %2").arg(dayWords(londonDate(instant), londonDate(now)), timeWords(instant));
}

QString dateWords(const domain::PartialDate &date)
{
    using Precision = domain::PartialDate::Precision;
    const QString year = QString::number(date.year());
    switch (date.precision()) {
    case Precision::Day:
        return dateWords(QDate(date.year(), date.month(), date.day()));
    case Precision::Month:
        return QLocale().toString(QDate(date.year(), date.month(), 1), u"MMM yyyy"_s);
    case Precision::Year:
        return year;
    case Precision::About:
        return Dates::tr("about %1").arg(year);
    }
    return year;
}

QString durationWords(std::chrono::milliseconds length)
{
    const qint64 seconds = std::max<qint64>(0, length.count() / 1000);
    const auto two = [](qint64 value) { return QString::number(value).rightJustified(2, u'0'); };
    if (seconds >= 3600)
        return QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
    return two(seconds / 60) + u':' + two(seconds % 60);
}

} // namespace reeve::ui
