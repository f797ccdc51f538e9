// SPDX-License-Identifier: MIT
#include "core/matching/search/query_tokens.h"

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

} // namespace

QStringList queryTokens(QStringView typed)
{
    const QStringView trimmed = typed.trimmed();
    QString text = trimmed.first(std::min(trimmed.size(), longestQuery)).toString().toLower();
    for (QChar &c : text) {
        if (c.isSpace() || c == u',' || c == u';' || c.isNull())
            c = u' ';
        else if (c.isDigit())
            c = QChar(static_cast<char16_t>(u'0' + c.digitValue()));
    }
    return text.split(u' ', Qt::SkipEmptyParts).mid(0, mostTokens);
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

int monthOf(QStringView folded) noexcept
{
    static constexpr std::array<QStringView, 24> names = {
        u"january",   u"february", u"march",      u"april",    u"may",    u"june",     u"july",     u"august",
        u"september", u"october",  u"november",   u"december", u"ionawr", u"chwefror", u"mawrth",   u"ebrill",
        u"mai",       u"mehefin",  u"gorffennaf", u"awst",     u"medi",   u"hydref",   u"tachwedd", u"rhagfyr"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (folded.size() >= 3 && names[i].startsWith(folded))
            return static_cast<int>(i % 12) + 1;
    }
    return 0;
}

} // namespace reeve::matching
