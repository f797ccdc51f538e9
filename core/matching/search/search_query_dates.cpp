// SPDX-License-Identifier: MIT
// The dates of a query.
#include "core/matching/search/code_readings.h"
#include "core/matching/search/query_tokens.h"
#include "core/matching/search/search_card.h"
#include "core/matching/search/search_query_reader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

int SearchQueryReader::fullYear(QStringView digits) const
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    const int thisCentury = m_today.year() / 100 * 100 + year;
    return thisCentury > m_today.year() ? thisCentury - 100 : thisCentury;
}

qsizetype SearchQueryReader::writtenDate()
{
    QString text = token();
    const bool isDated =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit() || QStringView(u"/.-").contains(c); });
    if (!isDated || !text[0].isDigit())
        return 0;
    text.replace(u'.', u'/').replace(u'-', u'/');
    const QStringList parts = text.split(u'/', Qt::SkipEmptyParts);
    if (text.count(u'/') < 1 || parts.size() > 3)
        return 0;

    if (isYear(parts.at(0))) { // 1979-06-21
        const int year = parts.at(0).toInt();
        SearchWord &word = add(1);
        if (parts.size() == 3 && parts.at(2).size() == 2)
            readBorn(word.codes, year, parts.at(1).toInt(), parts.at(2).toInt());
        else if (parts.size() >= 2 && parts.at(1).size() == 2)
            readBornMonth(word.codes, year, parts.at(1).toInt());
        else
            readBornYear(word.codes, year);
        return 1;
    }
    if (parts.size() == 2 && isDayOrMonth(parts.at(0)) && isYear(parts.at(1))) { // 12/1970
        const int month = parts.at(0).toInt();
        if (month < 1 || month > 12)
            return 0;
        readBornMonth(add(1).codes, parts.at(1).toInt(), month);
        return 1;
    }
    if (!isDayOrMonth(parts.at(0)) || (parts.size() > 1 && !isDayOrMonth(parts.at(1))))
        return 0;
    const int day = parts.at(0).toInt();
    if (parts.size() == 1) { // "21/": the day, or what a house number is written with
        if (!isLast(1))
            return 0;
        addForm(add(1), parts.at(0), 0, true);
        return 1;
    }
    const int month = parts.at(1).toInt();
    const QString year = parts.value(2);
    if (year.size() > 4 || (!QDate::isValid(2000, month, day) && !QDate::isValid(2000, day, month)))
        return 0;
    SearchWord &word = add(1);
    readDate(word, day, month, year);
    if (parts.size() == 2 && left() > 1 && !hasDigit(token(1))) // "2/14 Mill Lane": a flat and its house
        addForm(word, parts.at(1), bits(1), true);
    return 1;
}

qsizetype SearchQueryReader::spokenDate()
{
    // "21st", "of", "the": only the day, the month and the year are read.
    const auto skip = [this](qsizetype &at, std::initializer_list<QStringView> fillers) {
        if (left() > at && std::find(fillers.begin(), fillers.end(), token(at)) != fillers.end())
            ++at;
    };
    qsizetype at = 0;
    int day = 0;
    skip(at, {u"the"});
    if (left() <= at)
        return 0;
    if (const QStringView first = withoutOrdinal(token(at)); isDayOrMonth(first)) {
        day = first.toInt();
        ++at;
        skip(at, {u"of", u"o"});
    } else if (at > 0) {
        return 0;
    }
    if (left() <= at)
        return 0;
    const int month = monthOf(token(at));
    if (month == 0)
        return 0;
    ++at;
    if (day == 0) { // "June 21st 1979"
        qsizetype ahead = at;
        skip(ahead, {u"the"});
        if (left() > ahead + 1 && isDayOrMonth(withoutOrdinal(token(ahead))) && isYear(token(ahead + 1))) {
            day = withoutOrdinal(token(ahead)).toInt();
            at = ahead + 1;
        }
    }
    const QString year = left() > at && isDigits(token(at)) ? token(at) : QString();
    const bool hasYear = isYear(year) || (day > 0 && year.size() == 2);
    if (day == 0)
        return hasYear ? monthAndYear(at) : 0; // else somebody called June
    if (hasYear) {
        SearchWord &word = add(at + 1);
        readDate(word, day, month, year);
        return at + 1;
    }
    if (!QDate::isValid(2000, month, day))
        return 0;
    const bool isBegun = !year.isEmpty() && year.size() < 4 && isLast(at + 1);
    at += isBegun ? 1 : 0;
    readBornBeginning(add(at).codes, day, month, isBegun ? QStringView(year) : QStringView(), m_today.year());
    return at;
}

// The month stands before `year`. Or it is somebody called June who was born in that year.
qsizetype SearchQueryReader::monthAndYear(qsizetype yearAt)
{
    const QString name = token(yearAt - 1);
    const int year = token(yearAt).toInt();
    const qsizetype count = yearAt + 1;
    SearchWord &word = add(count);
    readBornMonth(word.codes, year, monthOf(name));
    word.typed = name;
    addForm(word, name, bits(1));
    m_at += count - 1;
    readBornYear(add(1).codes, year);
    m_at -= count - 1;
    return count;
}

void SearchQueryReader::readDate(SearchWord &word, int day, int month, QStringView year) const
{
    if (year.size() == 4) {
        readBorn(word.codes, year.toInt(), month, day);
        return;
    }
    if (year.size() == 2) {
        readBorn(word.codes, fullYear(year), month, day);
        readBorn(word.codes, fullYear(year) - 100, month, day, bits(3)); // somebody of 102
        if (!word.isLast)
            return;
    }
    readBornBeginning(word.codes, day, month, year, m_today.year());
}

// The tokens become the pieces, to be read as they would be apart.
qsizetype SearchQueryReader::joinedDate()
{
    const QStringList pieces = joinedDatePieces(token());
    if (pieces.isEmpty())
        return 0;
    const QStringList tokens = m_tokens;
    const std::size_t first = m_query.words.size();
    m_tokens = tokens.first(m_at) + pieces + tokens.sliced(m_at + 1);
    const qsizetype taken = spokenDate();
    if (taken < pieces.size()) {
        m_query.words.resize(first);
        m_tokens = tokens;
        return 0;
    }
    SearchWord &word = m_query.words.at(first);
    word.typed = (QStringList{tokens.at(m_at)} + tokens.sliced(m_at + 1, taken - pieces.size())).join(u' ');
    const QString compact = compactCode(tokens.at(m_at));
    addForm(word, compact, bits(3), true); // a name of that kind, or a reference
    readReference(word.codes, compact, word.isLast);
    return taken;
}

qsizetype SearchQueryReader::spacedDate()
{
    if (left() < 3)
        return 0;
    const auto bare = [this](qsizetype ahead) { // "21. 6. 1979"
        const QString &text = token(ahead);
        return text.size() > 1 && QStringView(u"./-").contains(text.back()) ? QStringView(text).chopped(1)
                                                                            : QStringView(text);
    };
    const QStringView year = token(2);
    if (!isDayOrMonth(bare(0)) || !isDayOrMonth(bare(1)) || !isDigits(year) || (!isYear(year) && year.size() != 2))
        return 0;
    const int day = bare(0).toInt();
    const int month = bare(1).toInt();
    if (!QDate::isValid(2000, month, day) && !QDate::isValid(2000, day, month))
        return 0;
    readBorn(add(3).codes, fullYear(year), month, day);
    return 3;
}

qsizetype SearchQueryReader::aboutYear()
{
    static const QStringList about = {u"about"_s, u"circa"_s, u"c"_s, u"c."_s, u"tua"_s};
    static const QStringList onlySay = {u"born"_s, u"dob"_s, u"d.o.b"_s, u"d.o.b."_s}; // what follows
    if (left() > 1 && onlySay.contains(token()))
        return hasDigit(token(1)) ? 1 : 0;
    if (left() < 2 || !about.contains(token()) || !isYear(token(1)))
        return 0;
    SearchWord &word = add(2);
    const int year = token(1).toInt();
    for (int by = -5; by <= 5; ++by)
        word.codes.push_back({SearchField::Born, beginningWith(QString::number(year + by)), bits(0.5 * std::abs(by)),
                              by == 0 ? MatchKind::Exact : MatchKind::NearDate});
    return 2;
}

} // namespace reeve::matching
