// SPDX-License-Identifier: MIT
#include "core/matching/search/search_query_reader.h"

#include "core/matching/normalise.h"
#include "core/matching/search/code_readings.h"
#include "core/matching/search/query_tokens.h"
#include "core/matching/search/search_card.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr std::size_t mostWords = 12;

bool isYear(QStringView text)
{
    return text.size() == 4 && isDigits(text) &&
           (text.startsWith(u"18") || text.startsWith(u"19") || text.startsWith(u"20"));
}

bool isDayOrMonth(QStringView text)
{
    return text.size() <= 2 && isDigits(text);
}

} // namespace

SearchQuery SearchQueryReader::read()
{
    using Read = qsizetype (SearchQueryReader::*)();
    // The surest first: what has a form of its own, then what is only digits, then words.
    static constexpr Read readers[] = {
        &SearchQueryReader::email,      &SearchQueryReader::writtenDate, &SearchQueryReader::spokenDate,
        &SearchQueryReader::aboutYear,  &SearchQueryReader::niNumber,    &SearchQueryReader::postcode,
        &SearchQueryReader::spacedDate, &SearchQueryReader::phone,       &SearchQueryReader::groupedDigits,
        &SearchQueryReader::digits,     &SearchQueryReader::title,       &SearchQueryReader::nameInTwo,
        &SearchQueryReader::mixed,      &SearchQueryReader::words};

    while (left() > 0 && m_query.words.size() < mostWords) {
        qsizetype taken = 0;
        for (const Read reader : readers) {
            taken = (this->*reader)();
            if (taken > 0)
                break;
        }
        m_at += std::max<qsizetype>(taken, 1); // a token without a letter or digit is nothing to search for
    }
    if (m_query.words.size() > mostWords)
        m_query.words.resize(mostWords);
    return std::move(m_query);
}

SearchWord &SearchQueryReader::add(qsizetype count)
{
    SearchWord word;
    word.typed = joined(count);
    word.isLast = isLast(count);
    return m_query.words.emplace_back(std::move(word));
}

void SearchQueryReader::addForm(SearchWord &word, const QString &text, Cost cost, bool isNumber)
{
    if (!text.isEmpty())
        word.forms.push_back({text.toStdString(), true, isNumber, cost});
}

int SearchQueryReader::fullYear(QStringView digits) const
{
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    const int thisCentury = m_today.year() / 100 * 100 + year;
    return thisCentury > m_today.year() ? thisCentury - 100 : thisCentury;
}

qsizetype SearchQueryReader::email()
{
    if (token().indexOf(u'@') < 1)
        return 0;
    readEmail(add(1).codes, token());
    return 1;
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
    if (year.size() == 4) {
        readBorn(word.codes, year.toInt(), month, day);
    } else if (year.size() == 2) {
        readBorn(word.codes, fullYear(year), month, day);
        readBorn(word.codes, fullYear(year) - 100, month, day, bits(3)); // somebody of 102
        if (isLast(1))
            readBornBeginning(word.codes, day, month, year, m_today.year());
    } else {
        readBornBeginning(word.codes, day, month, year, m_today.year());
    }
    return 1;
}

qsizetype SearchQueryReader::spokenDate()
{
    // "21st", "21 o", "the": only the day, the month and the year are read.
    qsizetype at = 0;
    int day = 0;
    QString first = token();
    for (const QStringView ending : {u"st", u"nd", u"rd", u"th", u"ain", u"fed", u"eg"}) {
        if (first.endsWith(ending) && first.size() > ending.size() && first[0].isDigit())
            first.chop(ending.size());
    }
    if (isDayOrMonth(first)) {
        day = first.toInt();
        at = 1;
    }
    if (left() <= at)
        return 0;
    int month = monthOf(token(at));
    if (month == 0)
        return 0;
    ++at;
    // "June 21st 1979"
    if (day == 0 && left() > at + 1 && isDayOrMonth(token(at)) && isYear(token(at + 1)))
        day = token(at++).toInt();
    const bool hasYear =
        left() > at && isDigits(token(at)) && (isYear(token(at)) || (day > 0 && token(at).size() == 2));
    if (!hasYear && day == 0)
        return 0; // somebody called June
    if (!hasYear) {
        if (!QDate::isValid(2000, month, day))
            return 0;
        const QString year =
            left() > at && isLast(at + 1) && isDigits(token(at)) && token(at).size() < 4 ? token(at) : u""_s;
        at += year.isEmpty() ? 0 : 1;
        readBornBeginning(add(at).codes, day, month, year, m_today.year());
        return at;
    }
    const QString name = token(at - 1);
    const int year = fullYear(token(at));
    ++at;
    SearchWord &word = add(at);
    if (day > 0) {
        readBorn(word.codes, year, month, day);
    } else {
        readBornMonth(word.codes, year, month);
        // Or somebody called June who was born in that year.
        word.typed = name;
        addForm(word, name, bits(1));
        m_at += at - 1;
        readBornYear(add(1).codes, year);
        m_at -= at - 1;
    }
    return at;
}

qsizetype SearchQueryReader::spacedDate()
{
    if (left() < 3 || !isDayOrMonth(token()) || !isDayOrMonth(token(1)) || !isDigits(token(2)) ||
        (!isYear(token(2)) && token(2).size() != 2))
        return 0;
    const int day = token().toInt();
    const int month = token(1).toInt();
    if (!QDate::isValid(2000, month, day) && !QDate::isValid(2000, day, month))
        return 0;
    readBorn(add(3).codes, fullYear(token(2)), month, day);
    return 3;
}

qsizetype SearchQueryReader::aboutYear()
{
    static const QStringList about = {u"about"_s, u"circa"_s, u"c"_s, u"c."_s, u"tua"_s, u"born"_s, u"dob"_s};
    if (left() < 2 || !about.contains(token()))
        return 0;
    if (token() == u"born" || token() == u"dob") // only says what follows
        return hasDigit(token(1)) ? 1 : 0;
    if (!isYear(token(1)))
        return 0;
    SearchWord &word = add(2);
    const int year = token(1).toInt();
    for (int by = -5; by <= 5; ++by)
        word.codes.push_back({SearchField::Born, beginningWith(QString::number(year + by)), bits(0.5 * std::abs(by)),
                              by == 0 ? MatchKind::Exact : MatchKind::NearDate});
    return 2;
}

qsizetype SearchQueryReader::niNumber()
{
    QString text;
    for (qsizetype count = 1; count <= std::min<qsizetype>(left(), 5); ++count) {
        text += token(count - 1);
        if (text.size() > 9)
            return 0;
        const bool isBegun =
            text.size() >= 8 && text[0].isLetter() && text[1].isLetter() && isDigits(QStringView(text).sliced(2, 6));
        if (!isBegun)
            continue;
        if (text.size() == 8 && left() > count && token(count).size() == 1 && token(count)[0].isLetter())
            continue; // its last letter stands apart
        if (text.size() == 9 && !text[8].isLetter())
            return 0;
        SearchWord &word = add(count);
        word.codes.push_back({SearchField::NiNumber, beginningWith(text), 0, MatchKind::Exact});
        readReference(word.codes, text, isLast(count));
        return count;
    }
    return 0;
}

// With a space or without, or only its beginning: "EX1 1AA", "ex11aa", "EX1 1".
qsizetype SearchQueryReader::postcode()
{
    const QString &first = token();
    if (isOutward(first)) {
        if (left() >= 2 && isInward(token(1)) && (token(1).size() == 3 || isLast(2))) {
            readPostcode(add(2).codes, first, token(1));
            return 2;
        }
        SearchWord &word = add(1);
        readPostcode(word.codes, first, {});
        if (first.size() > 2 && isOutward(QStringView(first).chopped(1)) && isInward(QStringView(first).last(1)))
            readPostcode(word.codes, QStringView(first).chopped(1), QStringView(first).last(1));
        if (isLast(1) || first.size() > 3)
            readReference(word.codes, first, isLast(1));
        if (isLast(1))
            word.codes.push_back({SearchField::NiNumber, beginningWith(first), bits(3), MatchKind::Beginning});
        return 1;
    }
    for (const qsizetype inward : {3, 2, 1}) {
        if (first.size() <= inward || !isOutward(QStringView(first).chopped(inward)) ||
            !isInward(QStringView(first).last(inward)) || (inward < 3 && !isLast(1)))
            continue;
        SearchWord &word = add(1);
        readPostcode(word.codes, QStringView(first).chopped(inward), QStringView(first).last(inward));
        readReference(word.codes, first, isLast(1));
        return 1;
    }
    return 0;
}

qsizetype SearchQueryReader::phone()
{
    const bool isMarked =
        token().startsWith(u'0') || token().startsWith(u'+') || token().startsWith(u"(0") || token().startsWith(u"(+");
    if (!isMarked || !isDialled(token()))
        return 0;
    qsizetype count = 1;
    QString told = token();
    while (count < left() && isDialled(token(count)) && nationalDigits(told).size() < 9)
        told += token(count++);
    const QString digits = nationalDigits(told);
    if (digits.size() < 2 && !isLast(count))
        return 0;
    SearchWord &word = add(count);
    readPhone(word.codes, digits);
    readReference(word.codes, compactCode(told), isLast(count));
    if (told.size() == 6 && isDigits(told)) {
        readBorn(word.codes, fullYear(QStringView(told).last(2)), told.mid(2, 2).toInt(), told.first(2).toInt(),
                 bits(1));
        readPhoneEnd(word.codes, told, bits(1));
    }
    if (told.size() == 8 && isDigits(told))
        readBorn(word.codes, told.last(4).toInt(), told.mid(2, 2).toInt(), told.first(2).toInt(), 0);
    return count;
}

// Digits that are said in groups: an NHS number, or a telephone number without its 0.
qsizetype SearchQueryReader::groupedDigits()
{
    qsizetype count = 0;
    QString all;
    while (count < left() && isDigits(token(count)) && all.size() < 10)
        all += token(count++);
    if (count < 2 || all.size() < 6 || token().size() < 3)
        return 0;
    SearchWord &word = add(count);
    word.codes.push_back({SearchField::NhsNumber, beginningWith(all), bits(0.5), MatchKind::Exact});
    readPhoneEnd(word.codes, all, 0); // as a neighbour says it, without the area code
    readPhone(word.codes, all);
    return count;
}

qsizetype SearchQueryReader::digits()
{
    const QString &text = token();
    if (!isDigits(text))
        return 0;
    SearchWord &word = add(1);
    const qsizetype size = text.size();
    const bool isOpen = word.isLast;
    if (size <= 5)
        addForm(word, text, 0, true);
    if (isYear(text))
        readBornYear(word.codes, text.toInt());
    else if (size == 3 && isOpen && (text.startsWith(u"19") || text.startsWith(u"20")))
        word.codes.push_back({SearchField::Born, beginningWith(text), bits(3), MatchKind::Beginning});
    if (size == 6) {
        const int year = fullYear(text.last(2));
        readBorn(word.codes, year, text.mid(2, 2).toInt(), text.first(2).toInt(), bits(1));
        if (isOpen && QDate::isValid(2000, text.mid(2, 2).toInt(), text.first(2).toInt()))
            readBornBeginning(word.codes, text.first(2).toInt(), text.mid(2, 2).toInt(), text.last(2), m_today.year());
    } else if (size == 8) {
        readBorn(word.codes, text.last(4).toInt(), text.mid(2, 2).toInt(), text.first(2).toInt());
        readBorn(word.codes, text.first(4).toInt(), text.mid(4, 2).toInt(), text.last(2).toInt());
    }
    if (size >= 4) {
        readPhoneEnd(word.codes, text, bits(1));
        readPhone(word.codes, nationalDigits(text));
        for (const SearchField field : {SearchField::Uprn, SearchField::NhsNumber}) {
            word.codes.push_back({field, exactly(text), 0, MatchKind::Exact});
            if (isOpen && size >= 5)
                word.codes.push_back({field, beginningWith(text), bits(2), MatchKind::Beginning});
        }
    }
    readReference(word.codes, text, isOpen);
    return 1;
}

qsizetype SearchQueryReader::title()
{
    static const QStringList titles = {u"mr"_s, u"mrs"_s, u"ms"_s, u"miss"_s, u"mx"_s, u"dr"_s, u"rev"_s};
    QString text = token();
    if (text.endsWith(u'.'))
        text.chop(1);
    return titles.contains(text) && left() > 1 ? 1 : 0; // says nothing about who it is
}

// Names that some write in two words and some in one: "O Brien", "Mc Donald", "De Vries".
qsizetype SearchQueryReader::nameInTwo()
{
    static const QStringList particles = {u"ab"_s, u"al"_s, u"ap"_s, u"bin"_s, u"d"_s,  u"da"_s,
                                          u"de"_s, u"di"_s, u"el"_s, u"la"_s,  u"le"_s, u"mac"_s,
                                          u"mc"_s, u"o"_s,  u"st"_s, u"van"_s, u"von"_s};
    const QString first = fold(token());
    if (left() < 2 || !particles.contains(first))
        return 0;
    const QString second = fold(token(1));
    if (second.isEmpty() || second.contains(u' ') || hasDigit(second))
        return 0;
    SearchWord &particle = add(1);
    addForm(particle, first);
    addForm(particle, first + second);
    ++m_at;
    SearchWord &name = add(1);
    addForm(name, second);
    addForm(name, first + second);
    --m_at;
    return 2;
}

// Letters and digits: a house number, a reference, the beginning of an NI number.
qsizetype SearchQueryReader::mixed()
{
    const QString compact = compactCode(token());
    if (compact.isEmpty() || !hasDigit(compact))
        return 0;
    SearchWord &word = add(1);
    const QStringList parts = fold(token()).split(u' ');
    for (const QString &part : parts) {
        if (part.size() <= 5 && hasDigit(part))
            addForm(word, part, parts.size() > 1 ? bits(3) : Cost{0}, true);
    }
    readReference(word.codes, compact, word.isLast);
    if (compact[0].isLetter())
        word.codes.push_back({SearchField::NiNumber, beginningWith(compact), bits(2), MatchKind::Beginning});
    return 1;
}

qsizetype SearchQueryReader::words()
{
    QString folded = fold(token());
    if (folded.isEmpty())
        return 0;
    const QStringList parts = folded.split(u' ');
    const QString whole = folded.remove(u' ');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        SearchWord &word = add(1);
        word.typed = parts.size() == 1 ? token() : parts.at(i);
        word.isLast = word.isLast && i == parts.size() - 1;
        addForm(word, parts.at(i));
        if (parts.size() > 1)
            addForm(word, whole);
        else if (whole.size() <= 2 && word.isLast) // the beginning of a postcode
            word.codes.push_back({SearchField::Postcode, beginningWith(whole), bits(4), MatchKind::Beginning});
    }
    return 1;
}

SearchQuery readQuery(QStringView typed, QDate today)
{
    return SearchQueryReader(queryTokens(typed), today).read();
}

} // namespace reeve::matching
