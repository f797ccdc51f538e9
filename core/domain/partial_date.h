// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QString>

#include <compare>

namespace reeve::domain {

// A date of birth or death as people know it: a calendar date with a precision, never an instant, so that no time
// zone can move it. "21 June 1979", "June 1979", "1979" or "about 1979".
//
// Always a possible date: there is no 31 February. Plain value.
class PartialDate final
{
public:
    enum class Precision { Day, Month, Year, About };

    // Reads what is stored and sent: `1979-06-21`, `1979-06`, `1979`, `~1979`. InvalidInput for anything else.
    [[nodiscard]] static Result<PartialDate> parseIso(QStringView text);

    // Reads what a person types, day first as in Britain: `21/6/1979`, `21.06.79`, `21 6 1979`, `21 June 1979`,
    // `June 1979`, `1979`, `about 1979`, `c. 1979`, `21061979`, and all of parseIso(). Month names in English and
    // Welsh. A two-digit year is the latest such year not after `today`. InvalidInput for anything else.
    [[nodiscard]] static Result<PartialDate> parse(QStringView text, QDate today);

    [[nodiscard]] static Result<PartialDate> fromDate(QDate date);

    [[nodiscard]] Precision precision() const noexcept { return m_precision; }
    [[nodiscard]] int year() const noexcept { return m_year; }
    [[nodiscard]] int month() const noexcept { return m_month; } // 0 when not known
    [[nodiscard]] int day() const noexcept { return m_day; }     // 0 when not known

    // The form parseIso() reads.
    [[nodiscard]] QString toIso() const;

    // Whole years from this date to `today`, as good as the precision allows; at least 0.
    [[nodiscard]] int yearsUntil(QDate today) const;

    friend auto operator<=>(const PartialDate &, const PartialDate &) noexcept = default;

private:
    PartialDate(int year, int month, int day, Precision precision) noexcept
        : m_year(year),
          m_month(month),
          m_day(day),
          m_precision(precision)
    {}

    int m_year;
    int m_month;
    int m_day;
    Precision m_precision;
};

} // namespace reeve::domain
