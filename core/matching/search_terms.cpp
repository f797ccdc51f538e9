// SPDX-License-Identifier: MIT
#include "core/domain/postcode.h"
#include "core/matching/normalise.h"

#include <QStringTokenizer>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

// Bounds what one hostile record can put into the index.
constexpr qsizetype longestText = 1000;
constexpr qsizetype longestWord = 64;
constexpr std::size_t mostTerms = 400;

// The words of one person, one after the other in one text: this runs for every person of a council.
class Terms final
{
public:
    Terms() { m_text.reserve(256); }

    void add(char16_t field, QStringView word)
    {
        const QStringView kept = word.first(std::min(word.size(), longestWord));
        if (kept.isEmpty() || m_terms.size() == static_cast<qsizetype>(mostTerms))
            return;
        for (qsizetype term = 0; term < m_terms.size(); ++term) {
            if (m_terms[term].field == field && textOf(term) == kept)
                return;
        }
        m_terms.append({field, m_text.size(), kept.size()});
        m_text += kept;
    }

    // Each word of `text`.
    void words(char16_t field, QStringView text)
    {
        const QString folded = fold(cut(text));
        for (const QStringView word : QStringTokenizer(QStringView(folded), u' ', Qt::SkipEmptyParts))
            add(field, word);
    }

    // Each word, and what is written apart or with hyphens also as one: "smith", "jones", "smithjones".
    void name(char16_t field, QStringView text)
    {
        QString folded = fold(cut(text));
        for (const QStringView word : QStringTokenizer(QStringView(folded), u' ', Qt::SkipEmptyParts))
            add(field, word);
        if (folded.contains(u' '))
            add(field, folded.remove(u' '));
    }

    void compact(char16_t field, QStringView text) { add(field, fold(cut(text)).remove(u' ')); }

    [[nodiscard]] qsizetype size() const { return m_terms.size(); }
    [[nodiscard]] char16_t fieldOf(qsizetype term) const { return m_terms[term].field; }
    [[nodiscard]] QStringView textOf(qsizetype term) const
    {
        return QStringView(m_text).sliced(m_terms[term].start, m_terms[term].size);
    }

private:
    struct Term
    {
        char16_t field;
        qsizetype start;
        qsizetype size;
    };

    [[nodiscard]] static QStringView cut(QStringView text) { return text.first(std::min(text.size(), longestText)); }

    QString m_text;
    QVarLengthArray<Term, 48> m_terms;
};

// Words separated by spaces, each once.
class Words final
{
public:
    Words() { m_words.reserve(256); }

    void add(QStringView word, QStringView before = {})
    {
        const QStringView all(m_words);
        for (const Word &known : m_known) {
            if (known.isMarked == before.isEmpty() || known.size != word.size())
                continue;
            if (all.sliced(known.start, known.size) == word)
                return;
        }
        if (!m_words.isEmpty())
            m_words += u' ';
        m_words += before;
        m_known.append({m_words.size(), word.size(), !before.isEmpty()});
        m_words += word;
    }

    [[nodiscard]] QByteArray utf8() const { return m_words.toUtf8(); }

private:
    struct Word
    {
        qsizetype start;
        qsizetype size;
        bool isMarked;
    };
    QString m_words;
    QVarLengthArray<Word, 64> m_known;
};

QString padded(int number, int digits)
{
    return QString::number(number).rightJustified(digits, u'0');
}

void addDate(Terms &terms, const domain::PartialDate &date)
{
    using Precision = domain::PartialDate::Precision;
    const QString year = padded(date.year(), 4);
    const QString month = padded(date.month(), 2);
    const QString day = padded(date.day(), 2);
    if (date.precision() == Precision::Day) {
        terms.add(u'd', QString(year + month + day));
        terms.add(u'd', QString(day + month + year));
    } else if (date.precision() == Precision::Month) {
        terms.add(u'd', QString(year + month));
    }
    terms.add(u'd', year);
}

void addPhone(Terms &terms, const domain::ContactPoint &point)
{
    const QString &source = point.normalised.isEmpty() ? point.value : point.normalised;
    QString digits;
    for (const QChar c : source) {
        if (c.isDigit() && digits.size() < longestWord)
            digits += QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    }
    // As PhoneNumber::nationalDigits(), without reading the number again for each of 100,000 people.
    if (source.startsWith(u"+44"))
        digits.remove(0, 2);
    else if (point.normalised.isEmpty() && digits.startsWith(u'0'))
        digits.remove(0, 1);

    terms.add(u't', digits);
    if (digits.size() > 6)
        terms.add(u't', QStringView(digits).last(6));
}

void addAddress(Terms &terms, const domain::Address &address)
{
    if (const auto postcode = domain::Postcode::parse(address.postcode)) {
        terms.add(u'p', postcode->compact().toLower());
        terms.add(u'p', postcode->outward().toLower());
    } else {
        terms.compact(u'p', address.postcode);
    }
    terms.words(u'a', address.text);
    if (address.uprn)
        terms.add(u'u', QString::number(*address.uprn));
}

// Those a search commonly begins with, before more is known of it.
bool hasBeginnings(char16_t field)
{
    return QStringView(u"fgkop").contains(QChar(field));
}

Terms termsOf(const domain::Person &person)
{
    Terms terms;
    terms.name(u'f', person.name.family);
    terms.name(u'g', person.name.given);
    terms.words(u'g', person.name.middle);
    terms.name(u'k', person.knownAs);
    for (const domain::FormerName &former : person.formerNames) {
        terms.name(u'o', former.name.family);
        terms.name(u'o', former.name.given);
        terms.words(u'o', former.name.middle);
    }
    if (person.dateOfBirth)
        addDate(terms, *person.dateOfBirth);
    for (const domain::Address &address : person.addresses)
        addAddress(terms, address);
    for (const domain::ContactPoint &point : person.contactPoints) {
        if (point.kind == domain::ContactKind::Phone)
            addPhone(terms, point);
        else
            terms.compact(u'e', point.normalised.isEmpty() ? point.value : point.normalised);
    }
    terms.compact(u'n', person.nhsNumber);
    terms.compact(u'i', person.niNumber);
    terms.name(u'r', person.externalId);
    for (const domain::ExternalReference &reference : person.externalReferences)
        terms.name(u'r', reference.reference);
    for (const domain::PaymentReference &payment : person.paymentReferences)
        terms.name(u'r', payment.reference);
    return terms;
}

} // namespace

std::vector<SearchTerm> searchTerms(const domain::Person &person)
{
    const Terms terms = termsOf(person);
    std::vector<SearchTerm> list;
    list.reserve(static_cast<std::size_t>(terms.size()));
    for (qsizetype term = 0; term < terms.size(); ++term)
        list.push_back({QChar(terms.fieldOf(term)), terms.textOf(term).toString()});
    return list;
}

QByteArray searchWords(const domain::Person &person)
{
    const Terms terms = termsOf(person);
    Words words;
    for (qsizetype term = 0; term < terms.size(); ++term)
        words.add(terms.textOf(term));
    for (qsizetype term = 0; term < terms.size(); ++term) {
        if (!hasBeginnings(terms.fieldOf(term)))
            continue;
        const QStringView text = terms.textOf(term);
        for (qsizetype letters = 1; letters <= std::min(longestBeginning, text.size()); ++letters) {
            if (!text[letters - 1].isHighSurrogate())
                words.add(text.first(letters), QStringView(&beginningMark, 1));
        }
    }
    return words.utf8();
}

} // namespace reeve::matching
