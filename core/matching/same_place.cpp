// SPDX-License-Identifier: MIT
#include "core/matching/same_place.h"

#include "core/matching/normalise.h"
#include "core/matching/search/query_tokens.h"
#include "core/matching/street_words.h"

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

bool isSameWord(const QString &a, const QString &b)
{
    return a == b || otherStreetWords(a).contains(b);
}

// Behind a street: which home of several it is. "3 Mill Lane Exampleton" is 3 Mill Lane, and its annexe is not.
bool isOfPart(const QString &word)
{
    static constexpr std::array<QStringView, 13> parts = {u"annex", u"annexe", u"apartment", u"basement", u"cottage",
                                                          u"flat",  u"floor",  u"house",     u"lodge",    u"rear",
                                                          u"room",  u"studio", u"unit"};
    return word.size() == 1 || hasDigit(word) || std::any_of(parts.begin(), parts.end(), [&word](QStringView part) {
               return part == word || otherStreetWords(word).contains(part);
           });
}

// One of the two may go on with the place and the county, as long as a house number stands before.
bool saysSame(const QStringList &a, const QStringList &b)
{
    const QStringList &shorter = a.size() < b.size() ? a : b;
    const QStringList &longer = a.size() < b.size() ? b : a;
    if (shorter.size() < 2 || !std::equal(shorter.begin(), shorter.end(), longer.begin(), isSameWord))
        return false;
    return shorter.size() == longer.size() || (std::any_of(shorter.begin(), shorter.end() - 1, hasDigit) &&
                                               std::none_of(longer.begin() + shorter.size(), longer.end(), isOfPart));
}

// "14 A Mill Lane" and "14a Mill Lane"; but not "1/3 Mill Lane" and "13 Mill Lane".
bool isSameButForGaps(const QString &a, const QString &b)
{
    const auto joined = [](const QString &folded) { return QString(folded).remove(u' '); };
    const auto numbers = [](const QString &folded) {
        QString all;
        for (const QChar c : folded)
            all += c.isDigit() ? c : QChar(u' ');
        return all.simplified();
    };
    return joined(a) == joined(b) && numbers(a) == numbers(b);
}

} // namespace

bool isSamePlace(const domain::Address &a, const domain::Address &b)
{
    if (a.uprn && b.uprn)
        return *a.uprn == *b.uprn;
    const QString ours = fold(a.text);
    const QString theirs = fold(b.text);
    const QString postcode = fold(a.postcode).remove(u' ');
    if (ours.isEmpty() || postcode != fold(b.postcode).remove(u' '))
        return false;
    return isSameButForGaps(ours, theirs) || (!postcode.isEmpty() && saysSame(ours.split(u' '), theirs.split(u' ')));
}

} // namespace reeve::matching
