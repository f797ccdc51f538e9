// SPDX-License-Identifier: MIT
#include "core/matching/linkage/forenames.h"

#include "core/matching/linkage/words.h"
#include "core/matching/string_distance.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

using Number = TextPool::Number;
using Words = std::vector<std::u16string_view>;

QStringView view(std::u16string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// "kat" of "katie" and "katy", "tom" of "tommy"; empty when it does not end so.
QString stemOf(const QString &name)
{
    QString stem = name;
    if (name.endsWith(u"ie"_s) || name.endsWith(u"ey"_s))
        stem.chop(2);
    else if (name.endsWith(u'y'))
        stem.chop(1);
    else
        return {};
    if (stem.size() > 2 && stem.back() == stem[stem.size() - 2])
        stem.chop(1);
    return stem;
}

bool isWithoutSome(const QString &shorter, const QString &longer)
{
    qsizetype at = 0;
    for (const QChar c : longer)
        at += at < shorter.size() && shorter[at] == c ? 1 : 0;
    return at == shorter.size();
}

// "katie" of "kate", "tommy" of "tom".
bool isDiminutive(const QString &name, const QString &of)
{
    const QString stem = stemOf(name);
    return !stem.isEmpty() && (stem == of || stem + u'e' == of || stem + stem.back() == of);
}

// Of two that a table calls nickname and name.
bool isShortForm(const QString &one, const QString &other)
{
    if (one.front() != other.front())
        return true; // "bob" and "robert"
    if (one.size() == other.size())
        return false; // "sophie" and "sophia"
    const auto &[shorter, longer] =
        std::minmax(one, other, [](const auto &a, const auto &b) { return a.size() < b.size(); });
    const QString stem = stemOf(shorter);
    return longer.startsWith(shorter) || (stem.size() >= 2 && longer.startsWith(stem)) ||
           (shorter.back() == longer.back() && isWithoutSome(shorter, longer));
}

// One letter too few, too many or another in the middle of a long name, as it is said all the same.
bool isLongSlip(const RecordSet &set, Number a, Number b)
{
    constexpr std::size_t longEnough = 7;
    const std::u16string_view left = set.names.text(a);
    const std::u16string_view right = set.names.text(b);
    return std::min(left.size(), right.size()) >= longEnough && left.front() == right.front() &&
           left.back() == right.back() && set.sound(a) == set.sound(b) && isWithinOneEdit(view(left), view(right));
}

bool areTwoNames(const RecordSet &set, Number a, Number b)
{
    return a != b && set.isGivenName(a) && set.isGivenName(b) && !set.arePetForms(a, b) && !isLongSlip(set, a, b);
}

Words wordsOf(std::u16string_view text)
{
    Words words;
    eachWord(text, [&words](std::u16string_view word) { words.push_back(word); });
    return words;
}

// One word of a double name for another: the same, its initial, a form of it, or a slip.
bool areAlike(const RecordSet &set, std::u16string_view a, std::u16string_view b)
{
    if (a == b)
        return true;
    const auto isLetter = [](std::u16string_view word) { return word.size() == 1 && word.front() >= u'a'; };
    if ((isLetter(a) || isLetter(b)) && a.size() != b.size())
        return a.front() == b.front();
    const std::size_t shorter = std::min(a.size(), b.size());
    if (shorter >= 3 && (shorter > 3 || a.size() != b.size()) && isWithinOneEdit(view(a), view(b)))
        return true;
    const Number left = set.names.find(a);
    const Number right = set.names.find(b);
    return left != 0 && right != 0 && set.arePetForms(left, right);
}

// The words that are like none of the others.
Words rest(const RecordSet &set, const Words &words, const Words &others, const Words &more)
{
    Words left;
    for (const std::u16string_view word : words) {
        const auto isLike = [&](std::u16string_view other) { return areAlike(set, word, other); };
        if (std::none_of(others.begin(), others.end(), isLike) && std::none_of(more.begin(), more.end(), isLike))
            left.push_back(word);
    }
    return left;
}

std::u16string joined(const Words &words)
{
    std::u16string all;
    for (const std::u16string_view word : words)
        all += word;
    return all;
}

// Of which one at least has several words.
bool areTwoDoubles(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    const Words left = wordsOf(set.names.text(a.given));
    const Words right = wordsOf(set.names.text(b.given));
    // "Xiao Yan" and "Xiaoyan"; but "Twin 1" and "Twin 2" are as near.
    if (left.size() != right.size() && isWithinOneEdit(view(joined(left)), view(joined(right))))
        return false;
    const Words ofLeft = rest(set, left, right, wordsOf(set.names.text(b.middle)));
    const Words ofRight = rest(set, right, left, wordsOf(set.names.text(a.middle)));
    if (!ofLeft.empty() && !ofRight.empty())
        return true;
    const Words &one = ofLeft.empty() ? ofRight : ofLeft;
    return std::any_of(one.begin(), one.end(), [](std::u16string_view word) { return word.size() > 1; });
}

} // namespace

QStringList petFormsOf(const QString &given, const NameVariants &variants)
{
    QStringList forms = variants.sureForms(given);
    const QStringList &nicknames = variants.nicknames(given);
    std::copy_if(nicknames.cbegin(), nicknames.cend(), std::back_inserter(forms),
                 [&given](const QString &other) { return isShortForm(given, other); });
    for (const QStringList *const names : {&nicknames, &variants.givenSpellings(given)}) {
        std::copy_if(names->cbegin(), names->cend(), std::back_inserter(forms), [&given](const QString &other) {
            return isDiminutive(given, other) || isDiminutive(other, given);
        });
    }
    return forms;
}

bool areTwoForenames(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Agreement how)
{
    if (how == Agreement::Same || how == Agreement::Swapped || a.given == 0 || b.given == 0 || isKnownAs(a, b))
        return false;
    const bool isDouble = set.names.text(a.given).find(u' ') != std::u16string_view::npos ||
                          set.names.text(b.given).find(u' ') != std::u16string_view::npos;
    if (isDouble)
        return areTwoDoubles(set, a, b);
    return how != Agreement::Part && areTwoNames(set, a.given, b.given);
}

bool isKnownAs(const LinkageRecord &a, const LinkageRecord &b)
{
    return (a.knownAs != 0 && (a.knownAs == b.given || a.knownAs == b.knownAs)) ||
           (b.knownAs != 0 && b.knownAs == a.given);
}

} // namespace reeve::matching
