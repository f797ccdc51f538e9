// SPDX-License-Identifier: MIT
#include "core/domain/postcode.h"
#include "core/matching/normalise.h"

#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

// Bounds what one hostile record can put into the index.
constexpr qsizetype longestText = 1000;
constexpr qsizetype longestWord = 64;
constexpr std::size_t mostTerms = 400;

class Terms final
{
public:
    Terms() { m_terms.reserve(32); }

    void add(char16_t field, QStringView word)
    {
        const QStringView kept = word.first(std::min(word.size(), longestWord));
        if (kept.isEmpty() || m_terms.size() == mostTerms)
            return;
        const bool isKnown = std::any_of(m_terms.cbegin(), m_terms.cend(), [&](const SearchTerm &term) {
            return term.field == QChar(field) && term.text == kept;
        });
        if (!isKnown)
            m_terms.push_back({QChar(field), kept.toString()});
    }

    // Each word of `text`.
    void words(char16_t field, QStringView text)
    {
        for (const QStringView word : QStringTokenizer(fold(cut(text)), u' ', Qt::SkipEmptyParts))
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

    [[nodiscard]] std::vector<SearchTerm> take() { return std::move(m_terms); }

private:
    [[nodiscard]] static QStringView cut(QStringView text) { return text.first(std::min(text.size(), longestText)); }

    std::vector<SearchTerm> m_terms;
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

} // namespace

std::vector<SearchTerm> searchTerms(const domain::Person &person)
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
    return terms.take();
}

} // namespace reeve::matching
