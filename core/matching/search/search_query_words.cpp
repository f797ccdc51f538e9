// SPDX-License-Identifier: MIT
// The words of a query: names, streets.
#include "core/matching/normalise.h"
#include "core/matching/search/code_readings.h"
#include "core/matching/search/query_tokens.h"
#include "core/matching/search/search_card.h"
#include "core/matching/search/search_query_reader.h"
#include "core/matching/street_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr qsizetype longestNameInOne = 8;
constexpr qsizetype leastNameBeforeYear = 3;
constexpr qsizetype leastOfEmailName = 5; // before the @, in one piece: a shorter one is a name first of all

bool isWrittenWithoutSpaces(uint letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return letter == 0x30fc; // makes the vowel before it long; belongs to no script
    }
}

bool isShortMac(QStringView token) // "m'donald"
{
    return token.size() > 2 && token[0] == u'm' && QStringView(u"'`\u2019").contains(token[1]);
}

} // namespace

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
    addName(particle, first + second);
    addStreetWords(particle, first);
    ++m_at;
    SearchWord &name = add(1);
    addForm(name, second);
    addName(name, first + second);
    addStreetWords(name, second);
    --m_at;
    return 2;
}

// "张小明": family and given name without a space between them, in either order, and who knows where one ends.
qsizetype SearchQueryReader::nameInOne()
{
    const QString folded = fold(token());
    const QList<uint> letters = folded.toUcs4();
    const bool isName = letters.size() >= 2 && letters.size() <= longestNameInOne &&
                        std::all_of(letters.begin(), letters.end(), [](uint c) { return isWrittenWithoutSpaces(c); });
    if (!isName)
        return 0;
    SearchWord first;
    SearchWord second;
    first.typed = second.typed = token();
    second.isLast = isLast(1);
    addForm(first, folded);
    addForm(second, folded);
    for (qsizetype split = 1; split < letters.size(); ++split) {
        const auto *const all = reinterpret_cast<const char32_t *>(letters.constData());
        // Only as they stand: a slip in so short a name is another name.
        addForm(first, QString::fromUcs4(all, split), bits(1), true);
        addForm(second, QString::fromUcs4(all + split, letters.size() - split), bits(1), true);
    }
    m_query.words.push_back(std::move(first));
    m_query.words.push_back(std::move(second));
    return 1;
}

// Family name and year of birth in one piece; or a reference, or what stands before the @ of an e-mail address.
qsizetype SearchQueryReader::nameAndYear()
{
    const QString whole = compactCode(token());
    if (whole.size() < leastNameBeforeYear + 4)
        return 0;
    const QString name = whole.chopped(4);
    const QString year = whole.last(4);
    if (hasDigit(name) || !isYear(year) || year.toInt() > m_today.year())
        return 0;
    const auto readWhole = [&whole, isOpen = isLast(1)](SearchWord &word) {
        addForm(word, whole, 0, true);
        readReference(word.codes, whole, isOpen);
        readEmailName(word.codes, whole, isOpen);
    };
    SearchWord &named = add(1);
    named.typed = name;
    named.isLast = false;
    addName(named, name);
    readWhole(named);
    SearchWord &born = add(1);
    born.typed = year;
    readBornYear(born.codes, year.toInt());
    readWhole(born);
    return 1;
}

// "31 b park road": number 31b, or number 31 and somebody whose name begins with a b.
qsizetype SearchQueryReader::houseLetter()
{
    const bool isApart = left() >= 2 && isDigits(token()) && token().size() <= 4 && !isYear(token()) &&
                         token(1).size() == 1 && token(1)[0] >= u'a' && token(1)[0] <= u'z';
    if (!isApart)
        return 0;
    const QString whole = token() + token(1);
    const std::size_t number = m_query.words.size();
    digits();
    for (SearchWord::Form &form : m_query.words.at(number).forms)
        form.cost = bits(3);
    addForm(m_query.words.at(number), whole, 0, true);
    const std::size_t letter = m_query.words.size();
    ++m_at;
    const qsizetype inTwo = nameInTwo(); // "14 o connell way"
    const qsizetype taken = inTwo > 0 ? inTwo : words();
    --m_at;
    addForm(m_query.words.at(letter), whole, 0, true);
    return 1 + taken;
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
        addName(word, parts.at(i));
        if (i == 0 && isShortMac(token()))
            addForm(word, u"mac"_s + parts.at(i).sliced(1), bits(1), true);
        if (parts.size() > 1) {
            addForm(word, whole);
            readEmailName(word.codes, whole, isLast(1));
        } else {
            addStreetWords(word, whole);
            addNeighbours(word, whole);
            if (whole.size() <= 2 && word.isLast) // the beginning of a postcode
                word.codes.push_back({SearchField::Postcode, beginningWith(whole), bits(4), MatchKind::Beginning});
            else if (whole.size() >= leastOfEmailName)
                readEmailName(word.codes, whole, false);
        }
    }
    return 1;
}

// "mcd" is on its way to MacDonald as well, and "maca" to McAllister.
void SearchQueryReader::addName(SearchWord &word, const QString &folded)
{
    addForm(word, folded);
    if (folded.startsWith(u"mac"))
        addForm(word, u"mc"_s + folded.sliced(3), bits(1), true);
    else if (folded.startsWith(u"mc"))
        addForm(word, u"mac"_s + folded.sliced(2), bits(1), true);
}

// A name that the record has in one word: "bell weather".
void SearchQueryReader::addNeighbours(SearchWord &word, const QString &folded) const
{
    const auto isNamePart = [](const QString &text) {
        return text.size() > 1 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'a' && c <= u'z'; });
    };
    if (!isNamePart(folded))
        return;
    if (left() > 1 && isNamePart(token(1)))
        addForm(word, folded + token(1), bits(2), true);
    if (m_at > 0 && isNamePart(token(-1)))
        addForm(word, token(-1) + folded, bits(2), true);
}

void SearchQueryReader::addStreetWords(SearchWord &word, QStringView folded)
{
    // What is not finished may become anything: "st" is on its way to Stevens as well.
    for (const QStringView other : otherStreetWords(folded))
        addForm(word, other.toString(), word.isLast ? bits(3) : bits(1), true);
}

} // namespace reeve::matching
