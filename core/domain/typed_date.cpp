// SPDX-License-Identifier: MIT
#include "core/domain/typed_date.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr qsizetype longestInput = 60;

struct MonthName
{
    const char16_t *name;
    int month;
};

// English and Welsh, the Welsh ones also softened as after "o" ("21 o Fehefin").
constexpr std::array monthNames = {
    MonthName{u"january", 1},  MonthName{u"jan", 1},       MonthName{u"ionawr", 1},     MonthName{u"february", 2},
    MonthName{u"feb", 2},      MonthName{u"chwefror", 2},  MonthName{u"march", 3},      MonthName{u"mar", 3},
    MonthName{u"mawrth", 3},   MonthName{u"fawrth", 3},    MonthName{u"april", 4},      MonthName{u"apr", 4},
    MonthName{u"ebrill", 4},   MonthName{u"may", 5},       MonthName{u"mai", 5},        MonthName{u"fai", 5},
    MonthName{u"june", 6},     MonthName{u"jun", 6},       MonthName{u"mehefin", 6},    MonthName{u"fehefin", 6},
    MonthName{u"july", 7},     MonthName{u"jul", 7},       MonthName{u"gorffennaf", 7}, MonthName{u"orffennaf", 7},
    MonthName{u"august", 8},   MonthName{u"aug", 8},       MonthName{u"awst", 8},       MonthName{u"september", 9},
    MonthName{u"sept", 9},     MonthName{u"sep", 9},       MonthName{u"medi", 9},       MonthName{u"fedi", 9},
    MonthName{u"october", 10}, MonthName{u"oct", 10},      MonthName{u"hydref", 10},    MonthName{u"november", 11},
    MonthName{u"nov", 11},     MonthName{u"tachwedd", 11}, MonthName{u"dachwedd", 11},  MonthName{u"december", 12},
    MonthName{u"dec", 12},     MonthName{u"rhagfyr", 12},  MonthName{u"ragfyr", 12},
};

constexpr std::array aboutWords = {u"about", u"around", u"approx", u"approximately", u"circa",
                                   u"c",     u"ca",     u"tua",    u"oddeutu",       u"~"};
constexpr std::array ordinalEndings = {u"st", u"nd", u"rd", u"th", u"af", u"il", u"ydd", u"ed", u"fed", u"eg", u"ain"};
constexpr std::array fillers = {u"of", u"o", u"the", u"y"};

template <std::size_t N>
bool isOneOf(const std::array<const char16_t *, N> &words, QStringView word)
{
    return std::any_of(words.begin(), words.end(), [word](const char16_t *w) { return word == QStringView(w); });
}

int monthOf(QStringView word)
{
    const auto *const found = std::find_if(monthNames.begin(), monthNames.end(),
                                           [word](const MonthName &m) { return word == QStringView(m.name); });
    return found == monthNames.end() ? 0 : found->month;
}

// Either digits or letters.
using Tokens = std::vector<QString>;

bool isNumber(const QString &token)
{
    return token.front().isDigit();
}

// Words and numbers, lower-cased; nullopt when there is anything that no date is written with.
std::optional<Tokens> tokens(QStringView text)
{
    Tokens result;
    bool isOpen = false;
    for (const QChar c : text) {
        const int digit = c.digitValue();
        const QChar folded = digit >= 0 ? QChar(u'0' + digit) : c.toLower();
        if (digit >= 0 || c.isLetter()) {
            if (isOpen && isNumber(result.back()) == (digit >= 0))
                result.back() += folded;
            else
                result.emplace_back(folded);
            isOpen = true;
        } else if (c == u'~') {
            result.emplace_back(c);
            isOpen = false;
        } else if (c.isSpace() || c.category() == QChar::Punctuation_Dash || QStringView(u"/.,").contains(c)) {
            isOpen = false;
        } else {
            return std::nullopt;
        }
    }
    return result;
}

// "21st", "3ydd": the ending goes; so do "of" and "o".
void dropOrnaments(Tokens &all)
{
    for (std::size_t i = all.size(); i-- > 0;) {
        const bool follows = i > 0 && isNumber(all[i - 1]);
        if (!isNumber(all[i]) && ((follows && isOneOf(ordinalEndings, all[i])) || isOneOf(fillers, all[i])))
            all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// A four-digit year, or the latest year with these last two digits whose date is not after `today`; 0 when it is none.
int yearOf(const QString &token, int month, int day, QDate today)
{
    if (token.size() == 4)
        return token.toInt();
    if (token.size() != 2)
        return 0;
    const int year = today.year() - today.year() % 100 + token.toInt();
    const bool isAfter = std::tuple(year, month, day) > std::tuple(today.year(), today.month(), today.day());
    return isAfter ? year - 100 : year;
}

std::optional<TypedDate> dayMonthYear(const QString &day, int month, const QString &year, QDate today)
{
    if (day.size() > 2 || month < 1 || month > 12)
        return std::nullopt;
    TypedDate date;
    date.day = day.toInt();
    date.month = month;
    date.year = yearOf(year, month, date.day, today);
    return date.year > 0 && date.day > 0 ? std::optional(date) : std::nullopt;
}

std::optional<TypedDate> compact(const QString &digits, QDate today)
{
    // ddmmyyyy. A year before 1800 is a date written the other way round (20101112), which is nobody's date of birth.
    if (digits.size() != 8 || digits.last(4).toInt() < 1800)
        return std::nullopt;
    return dayMonthYear(digits.first(2), digits.sliced(2, 2).toInt(), digits.last(4), today);
}

std::optional<TypedDate> yearAlone(const QString &token, bool isAbout)
{
    if (token.size() != 4 || token.toInt() < 1)
        return std::nullopt;
    return TypedDate{token.toInt(), 0, 0, isAbout};
}

} // namespace

std::optional<TypedDate> readTypedDate(QStringView text, QDate today)
{
    auto read = text.size() <= longestInput ? tokens(text) : std::nullopt;
    if (!read || read->empty())
        return std::nullopt;
    Tokens &all = *read;
    const bool isAbout = isOneOf(aboutWords, all.front());
    if (isAbout)
        all.erase(all.begin());
    dropOrnaments(all);

    if (all.size() == 1 && isNumber(all[0]))
        return !isAbout && all[0].size() == 8 ? compact(all[0], today) : yearAlone(all[0], isAbout);
    if (isAbout)
        return std::nullopt;
    if (all.size() == 2 && !isNumber(all[0]) && isNumber(all[1])) {
        const int month = monthOf(all[0]);
        const int year = yearOf(all[1], month, 1, today);
        return month > 0 && year > 0 ? std::optional(TypedDate{year, month, 0, false}) : std::nullopt;
    }
    if (all.size() != 3 || !isNumber(all[0]) || !isNumber(all[2]))
        return std::nullopt;
    if (!isNumber(all[1]))
        return dayMonthYear(all[0], monthOf(all[1]), all[2], today);
    return all[1].size() <= 2 ? dayMonthYear(all[0], all[1].toInt(), all[2], today) : std::nullopt;
}

} // namespace reeve::domain
