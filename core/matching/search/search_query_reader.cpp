// SPDX-License-Identifier: MIT
#include "core/matching/search/search_query_reader.h"

#include "core/domain/phone_number.h"
#include "core/matching/normalise.h"
#include "core/matching/search/code_readings.h"
#include "core/matching/search/query_tokens.h"
#include "core/matching/search/search_card.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr std::size_t mostWords = 12;
constexpr qsizetype nhsNumberLength = 10;

} // namespace

// As many tokens as belong together.
qsizetype SearchQueryReader::readNext()
{
    using Read = qsizetype (SearchQueryReader::*)();
    // The surest first: what has a form of its own, then what is only digits, then words.
    static constexpr Read readers[] = {&SearchQueryReader::uprn,
                                       &SearchQueryReader::label,
                                       &SearchQueryReader::email,
                                       &SearchQueryReader::writtenDate,
                                       &SearchQueryReader::spokenDate,
                                       &SearchQueryReader::joinedDate,
                                       &SearchQueryReader::aboutYear,
                                       &SearchQueryReader::niNumber,
                                       &SearchQueryReader::postcode,
                                       &SearchQueryReader::spacedDate,
                                       &SearchQueryReader::phoneWithExtension,
                                       &SearchQueryReader::phone,
                                       &SearchQueryReader::groupedDigits,
                                       &SearchQueryReader::houseLetter,
                                       &SearchQueryReader::digits,
                                       &SearchQueryReader::title,
                                       &SearchQueryReader::nameInTwo,
                                       &SearchQueryReader::nameInOne,
                                       &SearchQueryReader::nameAndYear,
                                       &SearchQueryReader::mixed,
                                       &SearchQueryReader::words};

    for (const Read reader : readers) {
        if (const qsizetype taken = (this->*reader)(); taken > 0)
            return taken;
    }
    return 1; // a token without a letter or digit is nothing to search for
}

SearchQuery SearchQueryReader::read()
{
    while (left() > 0 && m_query.words.size() < mostWords) {
        const Postcode odd = oddPostcode();
        const std::size_t first = m_query.words.size();
        const qsizetype end = m_at + std::max<qsizetype>(odd.count, 1);
        while (m_at < end)
            m_at += readNext();
        for (std::size_t i = first; odd.count > 0 && i < m_query.words.size(); ++i)
            m_query.words[i].codes.push_back({SearchField::Postcode, exactly(odd.code), bits(1), MatchKind::Exact});
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

// "UPRN 199356", "uprn000000199356".
qsizetype SearchQueryReader::uprn()
{
    static const QString name = u"uprn"_s;
    if (!token().startsWith(name))
        return 0;
    const bool isApart = token() == name && left() > 1;
    const QString digits = isApart ? token(1) : token().sliced(name.size());
    if (!isDigits(digits))
        return 0;
    const qsizetype count = isApart ? 2 : 1;
    SearchWord &word = add(count);
    readUprn(word.codes, digits, word.isLast);
    readReference(word.codes, isApart ? digits : token(), word.isLast);
    return count;
}

// "NHS no. 999 000 0018": what a number is called says nothing about whose it is.
qsizetype SearchQueryReader::label()
{
    qsizetype count = 0;
    while (count < left() && isNumberName(token(count)))
        ++count;
    if (count == 0 || count == left())
        return 0;
    const QString &next = token(count);
    const bool isOfNiNumber = next.size() >= 2 && next[0].isLetter() && next[1].isLetter() &&
                              hasDigit(next.size() == 2 && left() > count + 1 ? token(count + 1) : next);
    if (count == 1 && token() == u"ni") // somebody may be called so
        return isOfNiNumber ? 1 : 0;
    return isOfNiNumber || (hasDigit(next) && !isYear(next)) ? count : 0;
}

qsizetype SearchQueryReader::email()
{
    if (token().indexOf(u'@') < 1)
        return 0;
    readEmail(add(1).codes, token());
    return 1;
}

qsizetype SearchQueryReader::niNumber()
{
    QString text;
    for (qsizetype count = 1; count <= std::min<qsizetype>(left(), 5); ++count) {
        text += QString(token(count - 1)).remove(u'-');
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
        word.codes.push_back({SearchField::NiNumber, beginningWith(text), 0, MatchKind::Exact, text.size() == 9});
        readReference(word.codes, text, isLast(count));
        return count;
    }
    return 0;
}

// A postcode in one token or two that has not the form of one: they are read as anything else too.
SearchQueryReader::Postcode SearchQueryReader::oddPostcode() const
{
    constexpr qsizetype longest = 7;
    QString compact;
    for (qsizetype count = 1; count <= std::min<qsizetype>(left(), 2); ++count) {
        compact += token(count - 1);
        if (compact.size() > longest)
            return {};
        if (isOtherPostcode(compact))
            return {count, compact};
        if (const QString meant = postcodeMeant(compact); !meant.isEmpty())
            return {count, postcodeCode(QStringView(meant).chopped(3), QStringView(meant).last(3))};
    }
    return {};
}

// With a space or without, or only its beginning: "EX1 1AA", "ex11aa", "EX1 1".
qsizetype SearchQueryReader::postcode()
{
    const QString &first = token();
    if (const qsizetype hyphen = first.indexOf(u'-'); hyphen > 0) { // "EX1-1AA"
        const QStringView outward = QStringView(first).first(hyphen);
        const QStringView inward = QStringView(first).sliced(hyphen + 1);
        if (!isOutward(outward) || !isInward(inward) || inward.size() < 3)
            return 0;
        SearchWord &word = add(1);
        readPostcode(word.codes, outward, inward);
        readReference(word.codes, compactCode(first), isLast(1));
        return 1;
    }
    if (isOutward(first)) {
        if (left() >= 2 && isInward(token(1)) && (token(1).size() == 3 || isLast(2))) {
            readPostcode(add(2).codes, first, token(1));
            return 2;
        }
        SearchWord &word = add(1);
        addForm(word, first, bits(3), true); // or a name with a number in it
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

// An extension says nothing about whose number it is.
qsizetype SearchQueryReader::phoneWithExtension()
{
    constexpr qsizetype mostPieces = 6; // of the number, and the word before the extension
    constexpr qsizetype leastDigits = 9;
    if (!token().startsWith(u'0') && !token().startsWith(u'+') && !token().startsWith(u'('))
        return 0;
    for (qsizetype count = 1; count <= std::min(left(), mostPieces); ++count) {
        const QString told = joined(count);
        const QStringView number = domain::withoutExtension(told);
        if (number.size() == told.size())
            continue;
        const QString digits = nationalDigits(number);
        if (digits.size() < leastDigits || !isDialled(number.toString().remove(u' ')))
            return 0;
        const bool isApart = !hasDigit(token(count - 1)) && count < left() && isDigits(token(count));
        const qsizetype taken = isApart ? count + 1 : count;
        readPhone(add(taken).codes, digits);
        return taken;
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
    if (count == 1 && isDigits(told))
        readUprn(word.codes, told, word.isLast && told.startsWith(u"00"));
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
    readGroups(add(count).codes, all);
    return count;
}

void SearchQueryReader::readGroups(std::vector<SearchWord::Code> &codes, QStringView digits)
{
    const bool isWhole = digits.size() == nhsNumberLength;
    codes.push_back({SearchField::NhsNumber, beginningWith(digits), bits(0.5), MatchKind::Exact, isWhole});
    readPhoneEnd(codes, digits, 0); // as a neighbour says it, without the area code
    readPhone(codes, digits);
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
        readUprn(word.codes, text, isOpen && size >= 5);
        word.codes.push_back({SearchField::NhsNumber, exactly(text), 0, MatchKind::Exact, size == nhsNumberLength});
        if (isOpen && size >= 5)
            word.codes.push_back({SearchField::NhsNumber, beginningWith(text), bits(2), MatchKind::Beginning});
    }
    readReference(word.codes, text, isOpen);
    return 1;
}

// Letters and digits, or digits with something between: a house number, a reference, the beginning of an NI number, the
// second half of a postcode, a name, what stands before the @ of an e-mail address, a number said in groups.
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
    if (isDigits(compact)) {
        if (compact.size() >= 6)
            readGroups(word.codes, compact);
        return 1;
    }
    if (parts.size() > 1 || compact.size() > 5)
        addForm(word, compact, 0, true);
    if (compact.startsWith(u"nhs") && compact.size() > nhsNumberLength && isDigits(compact.last(nhsNumberLength)))
        readGroups(word.codes, compact.last(nhsNumberLength));
    if (compact.size() == 3 && isInward(compact))
        word.codes.push_back({SearchField::Postcode, endingWithInward(compact), bits(1), MatchKind::Beginning});
    if (compact[0].isLetter()) {
        if (word.isLast && compact.size() > 4)
            word.codes.push_back({SearchField::Postcode, beginningWith(compact), bits(2), MatchKind::Beginning});
        word.codes.push_back({SearchField::NiNumber, beginningWith(compact), bits(2), MatchKind::Beginning});
        if (compact.size() >= 4)
            readEmailName(word.codes, compact, word.isLast);
    }
    return 1;
}

SearchQuery readQuery(QStringView typed, QDate today)
{
    return SearchQueryReader(queryTokens(typed), today).read();
}

} // namespace reeve::matching
