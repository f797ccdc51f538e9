// SPDX-License-Identifier: MIT
#include "core/domain/partial_date.h"

#include "core/domain/typed_date.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// Reads exactly `text.size()` ASCII digits; -1 when there is anything else.
int number(QStringView text)
{
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return text.isEmpty() ? -1 : value;
}

// All digits of `value` from the place of `highest` down.
void append(QString &text, int value, int highest)
{
    for (int place = highest; place > 0; place /= 10)
        text += QChar(u'0' + value / place % 10);
}

tl::unexpected<Error> notADate()
{
    return fail(ErrorCode::InvalidInput, u"not a date"_s);
}

} // namespace

Result<PartialDate> PartialDate::parseIso(QStringView text)
{
    const bool about = text.startsWith(u'~');
    if (about)
        text = text.sliced(1);
    if (text.size() != 4 && (about || (text.size() != 7 && text.size() != 10)))
        return notADate();

    const int year = number(text.first(4));
    if (year < 1)
        return notADate();
    if (text.size() == 4)
        return PartialDate(year, 0, 0, about ? Precision::About : Precision::Year);

    const int month = text[4] == u'-' ? number(text.sliced(5, 2)) : -1;
    if (month < 1 || month > 12)
        return notADate();
    if (text.size() == 7)
        return PartialDate(year, month, 0, Precision::Month);

    const int day = text[7] == u'-' ? number(text.sliced(8, 2)) : -1;
    if (!QDate::isValid(year, month, day))
        return fail(ErrorCode::InvalidInput, u"no such date"_s);
    return PartialDate(year, month, day, Precision::Day);
}

Result<PartialDate> PartialDate::parse(QStringView text, QDate today)
{
    const QStringView trimmed = text.trimmed();
    if (auto iso = parseIso(trimmed))
        return iso;
    const auto typed = readTypedDate(trimmed, today);
    if (!typed)
        return notADate();
    if (typed->month == 0)
        return PartialDate(typed->year, 0, 0, typed->isAbout ? Precision::About : Precision::Year);
    if (typed->day == 0)
        return PartialDate(typed->year, typed->month, 0, Precision::Month);
    if (!QDate::isValid(typed->year, typed->month, typed->day))
        return fail(ErrorCode::InvalidInput, u"no such date"_s);
    return PartialDate(typed->year, typed->month, typed->day, Precision::Day);
}

Result<PartialDate> PartialDate::fromDate(QDate date)
{
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return notADate();
    return PartialDate(date.year(), date.month(), date.day(), Precision::Day);
}

QString PartialDate::toIso() const
{
    QString text;
    text.reserve(10);
    if (m_precision == Precision::About)
        text += u'~';
    append(text, m_year, 1000);
    if (m_month != 0) {
        text += u'-';
        append(text, m_month, 10);
    }
    if (m_day != 0) {
        text += u'-';
        append(text, m_day, 10);
    }
    return text;
}

int PartialDate::yearsUntil(QDate today) const
{
    const int years = today.year() - m_year;
    const bool isBeforeBirthday =
        m_month != 0 && (today.month() < m_month || (today.month() == m_month && m_day != 0 && today.day() < m_day));
    return std::max(0, years - (isBeforeBirthday ? 1 : 0));
}

} // namespace reeve::domain
