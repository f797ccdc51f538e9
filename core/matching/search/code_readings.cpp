// SPDX-License-Identifier: MIT
#include "core/matching/search/code_readings.h"

#include "core/matching/search/query_tokens.h"
#include "core/matching/search/search_card.h"

#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr int earliestYear = 1890;

void add(CodeReadings &codes, SearchField field, CodeKeys keys, Cost cost, MatchKind kind)
{
    codes.push_back({field, keys, cost, kind});
}

// The dates that somebody may have meant, each once, the likeliest first.
class Dates final
{
public:
    explicit Dates(CodeReadings &codes) : m_codes(codes) {}

    void add(int year, int month, int day, Cost cost, MatchKind kind)
    {
        if (year < earliestYear || !QDate::isValid(year, month, day) || m_known.contains(code(year, month, day)))
            return;
        m_known.append(code(year, month, day));
        m_codes.push_back({SearchField::Born, exactly(dateCode(year, month, day)), cost, kind});
    }

private:
    static int code(int year, int month, int day) { return year * 10000 + month * 100 + day; }

    CodeReadings &m_codes;
    QVarLengthArray<int, 96> m_known;
};

// Every number that differs from `digits` in one digit, or in two neighbours that changed places.
template <typename Use>
void withOneSlip(QString digits, Use use)
{
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const QChar right = digits[i];
        for (char16_t other = u'0'; other <= u'9'; ++other) {
            if (other == right.unicode())
                continue;
            digits[i] = QChar(other);
            use(digits);
        }
        digits[i] = right;
        if (i + 1 < digits.size() && digits[i] != digits[i + 1]) {
            std::swap(digits[i], digits[i + 1]);
            use(digits);
            std::swap(digits[i], digits[i + 1]);
        }
    }
}

} // namespace

void readBorn(CodeReadings &codes, int year, int month, int day, Cost cost)
{
    const auto plus = [cost](double more) { return static_cast<Cost>(cost + bits(more)); };
    Dates dates(codes);
    dates.add(year, month, day, cost, MatchKind::Exact);
    dates.add(year, day, month, plus(4), MatchKind::DayMonthSwapped);
    for (const int by : {-1, 1}) {
        dates.add(year, month, day + by, plus(6), MatchKind::NearDate);
        dates.add(year + by, month, day, plus(6), MatchKind::NearDate);
        dates.add(year, month + by, day, plus(6.5), MatchKind::NearDate);
    }
    dates.add(year / 100 * 100 + year % 10 * 10 + year / 10 % 10, month, day, plus(6.5), MatchKind::NearDate);
    for (const int by : {-10, 10})
        dates.add(year + by, month, day, plus(7), MatchKind::NearDate);
    withOneSlip(dateCode(year, month, day), [&](const QString &digits) {
        dates.add(QStringView(digits).first(4).toInt(), QStringView(digits).sliced(4, 2).toInt(),
                  QStringView(digits).last(2).toInt(), plus(8), MatchKind::NearDate);
    });
    if (!QDate::isValid(year, month, day) && !QDate::isValid(year, day, month))
        return;
    // Records that hold only the year or the month; 1 January stands for a year in many.
    add(codes, SearchField::Born, exactly(dateCode(year, 0, 0)), plus(3), MatchKind::SameYear);
    add(codes, SearchField::Born, exactly(dateCode(year, month, 0)), plus(2), MatchKind::SameYear);
    dates.add(year, 1, 1, plus(6), MatchKind::SameYear);
    add(codes, SearchField::Born, beginningWith(dateCode(year, month, day).first(6)), plus(9), MatchKind::SameYear);
    add(codes, SearchField::Born, beginningWith(QString::number(year)), plus(11), MatchKind::SameYear);
}

void readBornBeginning(CodeReadings &codes, int day, int month, QStringView year, int latestYear)
{
    for (int each = earliestYear; each <= latestYear; ++each) {
        const QString digits = QString::number(each);
        const bool isShort = year.size() <= 2 && QStringView(digits).sliced(2).startsWith(year);
        if (!digits.startsWith(year) && !isShort)
            continue;
        if (QDate::isValid(each, month, day))
            add(codes, SearchField::Born, exactly(dateCode(each, month, day)), cost::beginning, MatchKind::Beginning);
        if (day != month && QDate::isValid(each, day, month))
            add(codes, SearchField::Born, exactly(dateCode(each, day, month)), bits(5.5), MatchKind::DayMonthSwapped);
    }
}

void readBornYear(CodeReadings &codes, int year, Cost cost)
{
    add(codes, SearchField::Born, beginningWith(QString::number(year)), cost, MatchKind::Exact);
    for (const int by : {-1, 1})
        add(codes, SearchField::Born, beginningWith(QString::number(year + by)), static_cast<Cost>(cost + bits(6)),
            MatchKind::NearDate);
}

void readBornMonth(CodeReadings &codes, int year, int month)
{
    add(codes, SearchField::Born, beginningWith(dateCode(year, month, 0).first(6)), 0, MatchKind::Exact);
    add(codes, SearchField::Born, exactly(dateCode(year, 0, 0)), bits(3), MatchKind::SameYear);
    add(codes, SearchField::Born, beginningWith(QString::number(year)), bits(7), MatchKind::SameYear);
}

void readPostcode(CodeReadings &codes, QStringView outward, QStringView inward)
{
    constexpr auto field = SearchField::Postcode;
    if (inward.isEmpty()) {
        add(codes, field, beginningWith(postcodeCode(outward, {})), bits(0.5), MatchKind::Beginning);
        if (outward.size() < 4)
            add(codes, field, beginningWith(outward), bits(2.5), MatchKind::Beginning);
        return;
    }
    QString code = postcodeCode(outward, inward);
    if (inward.size() < 3) {
        add(codes, field, beginningWith(code), bits(0.5), MatchKind::Beginning);
        add(codes, field, beginningWith(postcodeCode(outward, {})), bits(7), MatchKind::SameDistrict);
        return;
    }
    add(codes, field, exactly(code), 0, MatchKind::Exact);
    // One character wrong. The gap that fills the outward part is none.
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar right = code[i];
        if (right == u' ')
            continue;
        for (char16_t other = u'0'; other <= u'z'; other = other == u'9' ? u'a' : static_cast<char16_t>(other + 1)) {
            if (other == right.unicode())
                continue;
            code[i] = QChar(other);
            const bool isSameKind = right.isDigit() == QChar(other).isDigit();
            add(codes, field, exactly(code), isSameKind ? bits(7) : bits(8), MatchKind::NearPostcode);
        }
        code[i] = right;
        if (i + 1 < code.size() && i != 3 && code[i + 1] != u' ' && code[i] != code[i + 1]) {
            std::swap(code[i], code[i + 1]);
            add(codes, field, exactly(code), bits(6.5), MatchKind::NearPostcode);
            std::swap(code[i], code[i + 1]);
        }
    }
    add(codes, field, beginningWith(QStringView(code).first(5)), bits(7.5), MatchKind::SameDistrict);
    add(codes, field, beginningWith(QStringView(code).first(4)), bits(9), MatchKind::SameDistrict);
}

void readPhone(CodeReadings &codes, QStringView digits)
{
    if (digits.size() < 3)
        return;
    if (digits.size() < 9) {
        add(codes, SearchField::Phone, beginningWith(digits), bits(0.5), MatchKind::Beginning);
        return;
    }
    add(codes, SearchField::Phone, exactly(digits), 0, MatchKind::Exact);
    add(codes, SearchField::Phone, beginningWith(digits), bits(0.5), MatchKind::Beginning);
    withOneSlip(digits.toString(), [&](const QString &other) {
        add(codes, SearchField::Phone, exactly(other), bits(8), MatchKind::NearNumber);
    });
    readPhoneEnd(codes, digits.last(leastOfPhoneEnd), bits(9));
}

void readPhoneEnd(CodeReadings &codes, QStringView digits, Cost cost)
{
    if (digits.size() >= leastOfPhoneEnd)
        add(codes, SearchField::PhoneEnd, beginningWith(phoneEndCode(digits)), cost, MatchKind::LastDigits);
}

void readUprn(CodeReadings &codes, QStringView digits, bool isOpen)
{
    digits = withoutZeros(digits, 0);
    if (digits.isEmpty())
        return;
    add(codes, SearchField::Uprn, exactly(digits), 0, MatchKind::Exact);
    if (isOpen)
        add(codes, SearchField::Uprn, beginningWith(digits), bits(2), MatchKind::Beginning);
}

void readEmail(CodeReadings &codes, QStringView told)
{
    const qsizetype at = told.indexOf(u'@');
    const QString local = compactCode(told.first(std::max<qsizetype>(at, 0)));
    const bool isWhole = told.sliced(at + 1).contains(u'.');
    if (isWhole) {
        const CodeKey key = textKey(compactCode(told));
        add(codes, SearchField::EmailWhole, {key, key + 1, 0}, 0, MatchKind::Exact);
    }
    if (local.isEmpty())
        return;
    add(codes, SearchField::Email, exactly(local), isWhole ? bits(4) : bits(0.5), MatchKind::Beginning);
}

void readEmailName(CodeReadings &codes, QStringView compact, bool isOpen)
{
    add(codes, SearchField::Email, exactly(compact), bits(1), MatchKind::Beginning);
    if (isOpen)
        add(codes, SearchField::Email, beginningWith(compact), bits(2), MatchKind::Beginning);
}

void readReference(CodeReadings &codes, QStringView compact, bool isLast)
{
    if (compact.size() < 2)
        return;
    add(codes, SearchField::Reference, exactly(compact), 0, MatchKind::Exact);
    const Cost open = isLast ? bits(2) : bits(5);
    if (compact.size() >= 3)
        add(codes, SearchField::Reference, beginningWith(compact), open, MatchKind::Beginning);
}

} // namespace reeve::matching
