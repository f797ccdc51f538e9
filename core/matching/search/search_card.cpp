// SPDX-License-Identifier: MIT
#include "core/matching/search/search_card.h"

#include "core/domain/postcode.h"
#include "core/matching/normalise.h"
#include "core/matching/search/query_tokens.h"

#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

// Bounds what one hostile record can put into the index.
constexpr qsizetype longestText = 1000;
constexpr qsizetype longestWord = 40;
constexpr std::size_t mostEntries = 200;
constexpr qsizetype leastOfEmailEnd = 3; // letters after the last dot before the @

std::string utf8Of(QStringView folded)
{
    std::string text;
    text.reserve(static_cast<std::size_t>(folded.size()));
    for (const QChar c : folded) {
        if (c.unicode() >= 0x80)
            return folded.toUtf8().toStdString();
        text += static_cast<char>(c.unicode());
    }
    return text;
}

class CardMaker final
{
public:
    explicit CardMaker(SearchCard &card) : m_card(card)
    {
        card.words.reserve(12);
        card.codes.reserve(12);
    }

    void name(SearchField field, QStringView text)
    {
        if (text.isEmpty())
            return;
        QString folded = fold(cut(text));
        words(field, folded);
        // What is written apart or with hyphens also as one: "smith", "jones", "smithjones".
        if (folded.contains(u' '))
            word(field, folded.remove(u' '));
    }

    void words(SearchField field, QStringView folded)
    {
        for (const QStringView part : QStringTokenizer(folded, u' ', Qt::SkipEmptyParts))
            word(field, part);
    }

    void address(const domain::Address &address);
    void phone(const domain::ContactPoint &point);
    void email(const domain::ContactPoint &point);
    void born(const domain::PartialDate &date)
    {
        code(SearchField::Born, dateCode(date.year(), date.month(), date.day()));
    }

    void reference(QStringView text)
    {
        if (text.isEmpty())
            return;
        const QString folded = fold(cut(text));
        const QString whole = QString(folded).remove(u' ');
        code(SearchField::Reference, whole);
        if (whole.startsWith(u'0'))
            code(SearchField::Reference, withoutZeros(whole, 3));
        // Its parts, each also with all that follows: "00012-b" of REF/00012-b.
        qsizetype rest = 0;
        for (const QStringView part : QStringTokenizer(QStringView(folded), u' ', Qt::SkipEmptyParts)) {
            if (part.size() >= 3 && part.size() < folded.size())
                code(SearchField::Reference, part);
            if (rest > 0 && whole.size() - rest >= 3)
                code(SearchField::Reference, QStringView(whole).sliced(rest));
            rest += part.size();
        }
    }

    void compact(SearchField field, QStringView text)
    {
        if (!text.isEmpty())
            code(field, compactCode(cut(text)));
    }

    void code(SearchField field, QStringView text)
    {
        if (!text.isEmpty())
            key(field, codeKey(text));
    }

    void key(SearchField field, CodeKey key)
    {
        const SearchCard::Code entry{field, key};
        if (m_card.codes.size() < mostEntries &&
            std::find(m_card.codes.begin(), m_card.codes.end(), entry) == m_card.codes.end())
            m_card.codes.push_back(entry);
    }

private:
    void word(SearchField field, QStringView text)
    {
        if (text.isEmpty() || m_card.words.size() == mostEntries)
            return;
        SearchCard::Word entry{field, utf8Of(text.first(std::min(text.size(), longestWord)))};
        if (std::find(m_card.words.begin(), m_card.words.end(), entry) == m_card.words.end())
            m_card.words.push_back(std::move(entry));
    }

    [[nodiscard]] static QStringView cut(QStringView text) { return text.first(std::min(text.size(), longestText)); }

    SearchCard &m_card;
};

void CardMaker::address(const domain::Address &address)
{
    if (const auto postcode = domain::Postcode::parse(address.postcode)) {
        const QString written = postcode->toString().toLower();
        code(SearchField::Postcode, postcodeCode(QStringView(written).chopped(4), QStringView(written).last(3)));
    } else if (!address.postcode.isEmpty()) { // as it was told, and in the same way where it has the same parts
        const QString told = compactCode(cut(address.postcode));
        const bool hasParts =
            told.size() > 3 && isOutward(QStringView(told).chopped(3)) && isInward(QStringView(told).last(3));
        code(SearchField::Postcode,
             hasParts ? postcodeCode(QStringView(told).chopped(3), QStringView(told).last(3)) : told);
    }
    words(SearchField::Street, fold(cut(address.text)));
    if (address.uprn)
        code(SearchField::Uprn, QString::number(*address.uprn));
}

void CardMaker::phone(const domain::ContactPoint &point)
{
    const QString digits = nationalDigits(point.normalised.isEmpty() ? point.value : point.normalised);
    code(SearchField::Phone, digits);
    if (digits.size() > 6)
        code(SearchField::PhoneEnd, phoneEndCode(digits));
}

void CardMaker::email(const domain::ContactPoint &point)
{
    const QString &told = point.normalised.isEmpty() ? point.value : point.normalised;
    const QString whole = compactCode(cut(told));
    const QStringView local = QStringView(told).first(std::max<qsizetype>(told.indexOf(u'@'), 0));
    code(SearchField::Email, compactCode(local));
    if (!whole.isEmpty())
        key(SearchField::EmailWhole, textKey(whole));
    const qsizetype plus = local.indexOf(u'+');
    // "hesketh" of anna.hesketh@: what is remembered of it.
    const QStringView named = plus > 0 ? local.first(plus) : local;
    const auto dot =
        std::find_if(named.crbegin(), named.crend(), [](QChar c) { return QStringView(u"._-").contains(c); });
    if (dot != named.crend() && dot - named.crbegin() >= leastOfEmailEnd)
        code(SearchField::Email, compactCode(named.last(dot - named.crbegin())));
    // What comes after a plus is for its owner's sorting, and not always told.
    if (plus > 0) {
        code(SearchField::Email, compactCode(named));
        key(SearchField::EmailWhole, textKey(compactCode(QString(told).remove(plus, local.size() - plus))));
    }
}

} // namespace

QString postcodeCode(QStringView outward, QStringView inward)
{
    QString code;
    code.reserve(7);
    code += outward;
    while (code.size() < 4)
        code += u' ';
    code += inward;
    return code;
}

QString dateCode(int year, int month, int day)
{
    QString code(8, Qt::Uninitialized);
    QChar *at = code.data() + code.size();
    for (const auto &[number, width] : {std::pair(day, 2), std::pair(month, 2), std::pair(year, 4)}) {
        int rest = number;
        for (int i = 0; i < width; ++i, rest /= 10)
            *--at = QChar(static_cast<char16_t>(u'0' + rest % 10));
    }
    return code;
}

QString compactCode(QStringView text)
{
    QString compact = fold(text);
    if (compact.contains(u' '))
        compact.remove(u' ');
    return compact;
}

QString nationalDigits(QStringView told)
{
    constexpr qsizetype mostDigits = 20;
    QString digits(std::min(told.size(), mostDigits), Qt::Uninitialized);
    QChar *const begin = digits.data();
    QChar *end = begin;
    for (const QChar c : told) {
        if (c.isDigit() && end - begin < mostDigits)
            *end++ = QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    }
    digits.truncate(end - begin);
    if (told.trimmed().startsWith(u'+') && digits.startsWith(u"44"))
        digits.remove(0, 2);
    else if (digits.startsWith(u"0044"))
        digits.remove(0, 4);
    if (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

QString phoneEndCode(QStringView digits)
{
    QString code;
    code.reserve(digits.size());
    std::copy(digits.crbegin(), digits.crend(), std::back_inserter(code));
    return code;
}

SearchCard searchCard(const domain::Person &person)
{
    SearchCard card;
    CardMaker maker(card);
    maker.name(SearchField::Family, person.name.family);
    maker.name(SearchField::Given, person.name.given);
    maker.name(SearchField::KnownAs, person.knownAs);
    for (const domain::FormerName &former : person.formerNames) {
        maker.name(SearchField::Former, former.name.family);
        maker.name(SearchField::Former, former.name.given);
    }
    if (!person.name.middle.isEmpty())
        maker.words(SearchField::Middle, fold(person.name.middle));
    if (person.dateOfBirth)
        maker.born(*person.dateOfBirth);
    for (const domain::Address &address : person.addresses)
        maker.address(address);
    for (const domain::ContactPoint &point : person.contactPoints) {
        if (point.kind == domain::ContactKind::Phone)
            maker.phone(point);
        else
            maker.email(point);
    }
    maker.compact(SearchField::NhsNumber, person.nhsNumber);
    maker.compact(SearchField::NiNumber, person.niNumber);
    maker.reference(person.externalId);
    for (const domain::ExternalReference &reference : person.externalReferences)
        maker.reference(reference.reference);
    for (const domain::PaymentReference &payment : person.paymentReferences)
        maker.reference(payment.reference);
    return card;
}

} // namespace reeve::matching
