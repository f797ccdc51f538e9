// SPDX-License-Identifier: MIT
#include "core/matching/query_reader.h"

#include "core/domain/partial_date.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::PartialDate;

namespace reeve::matching {

namespace {

constexpr std::size_t mostWords = 12;

bool matches(QStringView text, const QRegularExpression &pattern)
{
    return pattern.match(text).hasMatch();
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    }
    return digits;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool hasDigit(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// A piece of a telephone number: digits and what is written between them.
bool isDialled(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.isDigit() || QStringView(u"+()-./").contains(c); });
}

// Without 0, 0044 or +44; as typed when there is none of them.
QString withoutTrunk(const QString &digits, bool isInternational)
{
    if (isInternational && digits.startsWith(u"44"))
        return digits.sliced(2);
    if (digits.startsWith(u"0044"))
        return digits.sliced(4);
    return digits.startsWith(u'0') ? digits.sliced(1) : digits;
}

QString compactDate(int year, const PartialDate &date)
{
    return u"%1%2%3"_s.arg(year, 4, 10, QChar(u'0'))
        .arg(date.month(), 2, 10, QChar(u'0'))
        .arg(date.day(), 2, 10, QChar(u'0'));
}

} // namespace

std::vector<QueryWord> QueryReader::read()
{
    using Read = qsizetype (QueryReader::*)();
    // The surest first: what has a form of its own, then what is only digits, then words.
    static constexpr Read readers[] = {
        &QueryReader::email,     &QueryReader::date,  &QueryReader::monthAndYear,     &QueryReader::niNumber,
        &QueryReader::postcode,  &QueryReader::phone, &QueryReader::beginningOfPhone, &QueryReader::digitGroups,
        &QueryReader::nameInTwo, &QueryReader::words};

    while (left() > 0 && m_words.size() < mostWords) {
        qsizetype taken = 0;
        for (const Read reader : readers) {
            taken = (this->*reader)();
            if (taken > 0)
                break;
        }
        m_at += std::max<qsizetype>(taken, 1); // a token without a letter or digit is nothing to search for
    }
    if (m_words.size() > mostWords)
        m_words.resize(mostWords);
    return std::move(m_words);
}

QString QueryReader::joined(qsizetype count, QChar between) const
{
    return m_tokens.mid(m_at, count).join(between);
}

void QueryReader::add(qsizetype count, QStringList alternatives, bool isPrefix)
{
    alternatives.removeAll(QString());
    alternatives.removeDuplicates();
    m_words.push_back({joined(count, u' '), std::move(alternatives), isPrefix});
}

qsizetype QueryReader::email()
{
    if (!token().contains(u'@'))
        return 0;
    const QString compact = fold(token()).remove(u' ');
    if (compact.isEmpty())
        return 0;
    add(1, {compact}, isLast(1));
    return 1;
}

bool QueryReader::addDate(const QString &text, bool isShortYear, qsizetype count)
{
    const auto date = PartialDate::parse(text, m_today);
    if (!date || date->precision() != PartialDate::Precision::Day)
        return false;

    QStringList forms = {compactDate(date->year(), *date)};
    if (isShortYear) {
        forms << compactDate(date->year() - 100, *date); // somebody of 102
        const QString ahead = forms.first();             // ddmmyy may still become ddmmyyyy
        forms << ahead.sliced(6) + ahead.sliced(4, 2) + ahead.sliced(2, 2);
    }
    if (isDigits(text))
        forms << text; // it may be something else
    add(count, forms, isLast(count));
    return true;
}

qsizetype QueryReader::date()
{
    static const QRegularExpression day(uR"(\A\d{1,2}(?:st|nd|rd|th)?\z)"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression whole(uR"(\A(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|\d{4})|\d{4}-\d\d-\d\d|\d{8})\z)"_s);
    static const QRegularExpression about(uR"(\A(?:about|circa|c\.?|tua)\z)"_s,
                                          QRegularExpression::CaseInsensitiveOption);

    if (left() >= 3 && matches(token(), day) && isDigits(token(2)) && (token(2).size() == 2 || token(2).size() == 4) &&
        addDate(joined(3, u' '), token(2).size() == 2, 3))
        return 3;
    if (left() >= 2 && matches(token(), about) && isDigits(token(1)) && token(1).size() == 4) {
        add(2, {token(1)}, false);
        return 2;
    }
    if (matches(token(), whole)) {
        const bool isShortYear = !isDigits(token()) && !matches(token(), QRegularExpression(uR"(\d{4})"_s));
        return addDate(token(), isShortYear, 1) ? 1 : 0;
    }
    if (isDigits(token()) && token().size() == 6) { // ddmmyy, or the last six of a telephone number
        const QString written = token().first(2) + u'/' + token().sliced(2, 2) + u'/' + token().last(2);
        const qsizetype before = static_cast<qsizetype>(m_words.size());
        if (addDate(written, true, 1)) {
            m_words[static_cast<std::size_t>(before)].alternatives << token();
            m_words[static_cast<std::size_t>(before)].alternatives.removeDuplicates();
            return 1;
        }
    }
    return 0;
}

// "June 1979" is a month of birth, or somebody called June who was born in that year.
qsizetype QueryReader::monthAndYear()
{
    if (left() < 2 || !isDigits(token(1)) || token(1).size() != 4 || hasDigit(token()))
        return 0;
    const auto date = PartialDate::parse(joined(2, u' '), m_today);
    if (!date || date->precision() != PartialDate::Precision::Month)
        return 0;
    add(1, {fold(token()), token(1) + QString::number(date->month()).rightJustified(2, u'0')}, true);
    ++m_at;
    add(1, {token()}, isLast(1));
    --m_at;
    return 2;
}

// With the spaces it is printed with: "QQ 12 34 56 C".
qsizetype QueryReader::niNumber()
{
    static const QRegularExpression form(uR"(\A[a-z]{2}\d{6}[a-d]\z)"_s);
    for (qsizetype count = std::min<qsizetype>(5, left()); count >= 2; --count) {
        const QString compact = fold(joined(count, QChar(u' '))).remove(u' ');
        if (matches(compact, form) && token().size() == 2 && token(1).size() >= 2) {
            add(count, {compact}, isLast(count));
            return count;
        }
    }
    return 0;
}

qsizetype QueryReader::phone()
{
    if (!isDialled(token()) || !hasDigit(token()))
        return 0;
    for (qsizetype count = std::min<qsizetype>(6, left()); count >= 1; --count) {
        const QString written = joined(count, u' ');
        const QString digits = digitsOf(written);
        const bool isInternational = written.startsWith(u'+') || written.startsWith(u"(+");
        if (!isDialled(joined(count, u'-')) || digits.size() < 9 || (!isInternational && !digits.startsWith(u'0')))
            continue;
        // "+44 (0)7700 900123": the zero is only dialled at home.
        QString dialled = written;
        if (isInternational)
            dialled.remove(u"(0)"_s);
        if (const auto number = domain::PhoneNumber::parse(dialled)) {
            add(count, {number->nationalDigits(), digits}, isLast(count));
            return count;
        }
    }
    return 0;
}

// As it is typed: "07700", "07700 900", "+44 77".
qsizetype QueryReader::beginningOfPhone()
{
    const bool isInternational = token().startsWith(u'+');
    if (!isDialled(token()) || (!isInternational && !digitsOf(token()).startsWith(u'0')))
        return 0;

    qsizetype count = 1;
    QString digits = digitsOf(token());
    // A group has three digits or more; a shorter one is rather the number of a house.
    while (count < left() && isDigits(token(count)) && (token(count).size() >= 3 || isLast(count + 1)) &&
           digits.size() + token(count).size() <= 14) {
        digits += token(count);
        ++count;
    }
    const QString national = withoutTrunk(digits, isInternational);
    if (national.size() < 2)
        return 0;
    add(count, {national, digits}, true); // with its zeros it may be a reference
    return count;
}

// Digits in the groups they are read out in: the last six of a telephone number, an NHS number.
qsizetype QueryReader::digitGroups()
{
    const auto isGroup = [this](qsizetype ahead, qsizetype size) {
        return ahead < left() && isDigits(token(ahead)) && token(ahead).size() == size;
    };
    qsizetype count = 0;
    if (isGroup(0, 3) && isGroup(1, 3) && isGroup(2, 4))
        count = 3;
    else if (isGroup(0, 3) && isGroup(1, 3))
        count = 2;
    if (count > 0)
        add(count, {joined(count, u' ').remove(u' ')}, isLast(count));
    return count;
}

// With a space or without, or only its beginning: "EX1 1AA", "ex11aa", "EX1 1".
qsizetype QueryReader::postcode()
{
    static const QRegularExpression outward(uR"(\A[a-z]{1,2}\d[a-z\d]?\z)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inward(uR"(\A\d[a-z]{0,2}\z)"_s, QRegularExpression::CaseInsensitiveOption);

    if (left() >= 2 && matches(token(), outward) && matches(token(1), inward)) {
        if (const auto whole = domain::Postcode::parse(joined(2, u' '))) {
            add(2, {whole->compact().toLower()}, isLast(2));
            return 2;
        }
        if (isLast(2)) {
            add(2, {joined(2, u' ').remove(u' ').toLower()}, true);
            return 2;
        }
    }
    if (const auto whole = domain::Postcode::parse(token())) {
        add(1, {whole->compact().toLower()}, isLast(1));
        return 1;
    }
    return 0;
}

// Names that some write in two words and some in one: "O Brien", "Mc Donald", "De Vries".
qsizetype QueryReader::nameInTwo()
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
    add(1, {first, first + second}, false);
    ++m_at;
    add(1, {second, first + second}, true);
    --m_at;
    return 2;
}

qsizetype QueryReader::words()
{
    QString folded = fold(token());
    if (folded.isEmpty())
        return 0;
    const QStringList parts = folded.split(u' ');
    const QString whole = folded.remove(u' ');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts.at(i);
        const bool isLastPart = isLast(1) && i == parts.size() - 1;
        // Numbers in the middle are meant as they stand: number 1 is not number 12.
        add(1, {part, whole}, isLastPart || (part.size() >= 2 && !hasDigit(part)));
    }
    return 1;
}

} // namespace reeve::matching
