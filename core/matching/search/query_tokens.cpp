// SPDX-License-Identifier: MIT
#include "core/matching/search/query_tokens.h"

#include <QStringTokenizer>

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

constexpr qsizetype longestQuery = 200;
constexpr qsizetype mostTokens = 24;

bool isLatin(QChar c)
{
    return c >= u'a' && c <= u'z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// As it is typed on a keyboard: what is copied from letters and address books has dashes and gaps of many kinds, and
// marks that nobody sees around a telephone number.
QString plainly(QStringView typed)
{
    constexpr char16_t minus = 0x2212;
    QString plain;
    plain.reserve(typed.size());
    for (const QChar c : typed) {
        if (c.isSpace() || c == u',' || c == u';' || c.isNull())
            plain += u' ';
        else if (c.isDigit())
            plain += QChar(static_cast<char16_t>(u'0' + c.digitValue()));
        else if (c.category() == QChar::Punctuation_Dash || c == minus)
            plain += u'-';
        else if (c == u'\\')
            plain += u'/';
        else if (c.category() != QChar::Other_Format)
            plain += c;
    }
    return plain;
}

// What a number is called, with a colon or without.
constexpr std::array<QStringView, 14> numberNames = {u"nhs",  u"nhsno", u"ni",     u"nino",    u"uprn",
                                                     u"ref",  u"tel",   u"phone",  u"mobile",  u"mob",
                                                     u"ffon", u"no",    u"number", u"postcode"};

template <std::size_t N>
bool isAmong(QStringView text, const std::array<QStringView, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

// What says only of what kind the rest is: "tel:", "NHS:", "mailto:".
bool isLabel(QStringView text)
{
    static constexpr std::array<QStringView, 14> others = {u"telephone", u"home",   u"work",   u"sms",   u"ffôn",
                                                           u"email",     u"e-mail", u"mailto", u"ebost", u"e-bost",
                                                           u"dob",       u"d.o.b",  u"d.o.b.", u"born"};
    return isAmong(text, numberNames) || isAmong(text, others);
}

QChar digitMeant(QChar c)
{
    if (c == u'o')
        return u'0';
    return c == u'i' || c == u'l' ? QChar(u'1') : c;
}

} // namespace

QStringList queryTokens(QStringView typed)
{
    const QStringView trimmed = typed.trimmed();
    const QString text = plainly(trimmed.first(std::min(trimmed.size(), longestQuery)).toString().toLower());
    QStringList tokens;
    for (const QStringView part : QStringTokenizer(QStringView(text), u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        const QStringView token = colon > 0 && isLabel(part.first(colon)) ? part.sliced(colon + 1) : part;
        const bool isSeparator =
            std::all_of(token.begin(), token.end(), [](QChar c) { return QStringView(u"-/").contains(c); });
        if (!isSeparator)
            tokens << token.toString();
        if (tokens.size() == mostTokens)
            break;
    }
    return tokens;
}

bool isDigits(QStringView text) noexcept
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool hasDigit(QStringView text) noexcept
{
    return std::any_of(text.begin(), text.end(), isDigit);
}

bool isDialled(QStringView text) noexcept
{
    return hasDigit(text) && std::all_of(text.begin(), text.end(),
                                         [](QChar c) { return isDigit(c) || QStringView(u"+()-./").contains(c); });
}

bool isOutward(QStringView text) noexcept
{
    if (text.size() < 2 || text.size() > 4 || !isLatin(text[0]))
        return false;
    const qsizetype digit = isLatin(text[1]) ? 2 : 1;
    return text.size() > digit && text.size() <= digit + 2 && isDigit(text[digit]) &&
           (text.size() == digit + 1 || isDigit(text[digit + 1]) || isLatin(text[digit + 1]));
}

bool isInward(QStringView text) noexcept
{
    return !text.isEmpty() && text.size() <= 3 && isDigit(text[0]) &&
           std::all_of(text.begin() + 1, text.end(), isLatin);
}

bool isOtherPostcode(QStringView compact) noexcept
{
    if (compact.startsWith(u"bfpo"))
        return isDigits(compact.sliced(4));
    return compact.size() == 7 && isLatin(compact[0]) && isDigit(compact[1]) &&
           (isDigit(compact[2]) || compact[2] == u'w') && isLatin(compact[3]) && hasDigit(compact.sliced(4)) &&
           std::all_of(compact.begin() + 4, compact.end(), [](QChar c) { return isLatin(c) || isDigit(c); });
}

QString postcodeMeant(QStringView compact)
{
    constexpr qsizetype inward = 3;
    if (compact.size() < 5 || compact.size() > 7 || !hasDigit(compact))
        return {};
    QString meant = compact.toString();
    const qsizetype at = meant.size() - inward;
    meant[at] = digitMeant(meant[at]);
    const qsizetype digit = isDigit(meant[1]) || at < 3 ? 1 : 2;
    for (qsizetype i = digit; i < at; ++i)
        meant[i] = digitMeant(meant[i]);
    const bool isPostcode =
        meant != compact && isOutward(QStringView(meant).first(at)) && isInward(QStringView(meant).sliced(at));
    return isPostcode ? meant : QString();
}

bool isNumberName(QStringView text) noexcept
{
    const bool isClosed = text.size() > 1 && QStringView(u".:").contains(text.back());
    const QStringView name = isClosed ? text.chopped(1) : text;
    return name == u"nr" || isAmong(name, numberNames);
}

QStringView withoutZeros(QStringView text, qsizetype least) noexcept
{
    while (text.size() > least && text.startsWith(u'0'))
        text = text.sliced(1);
    return text;
}

bool isYear(QStringView text) noexcept
{
    return text.size() == 4 && isDigits(text) &&
           (text.startsWith(u"18") || text.startsWith(u"19") || text.startsWith(u"20"));
}

bool isDayOrMonth(QStringView text) noexcept
{
    return text.size() <= 2 && isDigits(text);
}

QStringView withoutOrdinal(QStringView text) noexcept
{
    static constexpr std::array<QStringView, 11> endings = {u"st",  u"nd", u"rd",  u"th", u"af", u"il",
                                                            u"ydd", u"ed", u"fed", u"eg", u"ain"};
    for (const QStringView ending : endings) {
        if (text.endsWith(ending) && isDayOrMonth(text.chopped(ending.size())))
            return text.chopped(ending.size());
    }
    return text;
}

int monthOf(QStringView folded) noexcept
{
    // Welsh ones also softened, as after "o": 21 o Fehefin.
    static constexpr std::array<QStringView, 31> names = {
        u"january",   u"february", u"march",      u"april",     u"may",    u"june",     u"july",     u"august",
        u"september", u"october",  u"november",   u"december",  u"ionawr", u"chwefror", u"mawrth",   u"ebrill",
        u"mai",       u"mehefin",  u"gorffennaf", u"awst",      u"medi",   u"hydref",   u"tachwedd", u"rhagfyr",
        u"fawrth",    u"fai",      u"fehefin",    u"orffennaf", u"fedi",   u"dachwedd", u"ragfyr"};
    static constexpr std::array<int, 7> softened = {3, 5, 6, 7, 9, 11, 12};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (folded.size() >= 3 && names[i].startsWith(folded))
            return i < 24 ? static_cast<int>(i % 12) + 1 : softened[i - 24];
    }
    return 0;
}

QStringList joinedDatePieces(QStringView token)
{
    QStringList runs; // of digits, of letters
    bool isApart = true;
    for (const QChar c : token) {
        if (QStringView(u"-/.").contains(c)) {
            isApart = true;
            continue;
        }
        if (!isDigit(c) && !isLatin(c))
            return {};
        if (isApart || isDigit(c) != isDigit(runs.last().back()))
            runs << QString();
        runs.last() += c;
        isApart = false;
    }
    QStringList pieces;
    int months = 0;
    for (const QString &run : runs) {
        if (monthOf(run) > 0) {
            ++months;
            pieces << run;
        } else if (isDayOrMonth(run) || isYear(run) || (isDigits(run) && run.size() == 3 && &run == &runs.last())) {
            pieces << run;
        } else if (pieces.isEmpty() || (run != u"of" && withoutOrdinal(pieces.last() + run) != pieces.last())) {
            return {};
        }
    }
    if (months != 1 || pieces.size() < 2 || pieces.size() > 3)
        return {};
    if (pieces.size() == 3 && isYear(pieces.first())) // 1979-Jun-21
        std::swap(pieces.first(), pieces.last());
    return pieces;
}

} // namespace reeve::matching
