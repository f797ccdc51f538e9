// SPDX-License-Identifier: MIT
#include "core/matching/linkage/evidence.h"
#include "core/matching/linkage/forenames.h"
#include "core/matching/string_distance.h"

#include <algorithm>

namespace reeve::matching {

namespace {

using Number = TextPool::Number;

// How many ways there are to differ like that, in bits: a stranger has this other name by chance of its frequency, the
// same person by one of so many slips.
constexpr float variantChoices = 2;
constexpr float editChoices = 6;
constexpr float soundChoices = 8;
constexpr float nearChoices = 10;
constexpr float partChoices = 2;
constexpr double nearSimilarity = 0.82;
constexpr double leastJaro = 0.7; // Winkler's prefix makes 0.82 of it, at most; what sounds alike needs no more

QStringView textOf(const RecordSet &set, Number name)
{
    const std::u16string_view text = set.names.text(name);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Calls `use` for each word of `text` until it answers true.
template <typename Use>
bool anyWord(QStringView text, const Use &use)
{
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(u' ');
        if (use(end < 0 ? text : text.first(end)))
            return true;
        text = end < 0 ? QStringView() : text.sliced(end + 1);
    }
    return false;
}

// One half of a double name ("smith jones" and "jones"), or two halves joined ("smithjones").
bool isPart(QStringView a, QStringView b)
{
    const bool severalA = a.contains(u' ');
    const bool severalB = b.contains(u' ');
    if (!severalA && !severalB)
        return false;
    return anyWord(a, [&](QStringView word) {
        return word.size() >= 3 && anyWord(b, [word](QStringView other) { return word == other; });
    });
}

bool isJoined(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (!b.contains(u' ') && !a.contains(u' '))
        return false;
    const auto next = [](QStringView text, qsizetype &at) {
        while (at < text.size() && text[at] == u' ')
            ++at;
        return at < text.size() ? text[at++] : QChar();
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (true) {
        const QChar left = next(a, i);
        if (left != next(b, j))
            return false;
        if (left.isNull())
            return true;
    }
}

bool isInitial(const RecordSet &set, Number a, Number b)
{
    return (set.names.letters(a).count == 1 || set.names.letters(b).count == 1) &&
           set.names.text(a).front() == set.names.text(b).front();
}

// What Jaro's similarity must be at least for Winkler's, with that common beginning, to be near.
double leastJaroOf(QStringView a, QStringView b)
{
    constexpr double ofEachLetter = 0.1;
    double prefix = 0;
    for (qsizetype i = 0; i < 4 && i < a.size() && i < b.size() && a[i] == b[i]; ++i)
        prefix += ofEachLetter;
    return (nearSimilarity - prefix) / (1 - prefix);
}

// What both kinds of name have in common. Unknown when nothing agrees.
Agreement likeness(const RecordSet &set, Number a, Number b, bool isFamily)
{
    if (a == b)
        return Agreement::Same;
    if (set.areVariants(a, b, isFamily))
        return Agreement::Variant;
    // Most names are nothing like each other, which their letters tell.
    const Letters lettersA = set.names.letters(a);
    const Letters lettersB = set.names.letters(b);
    const bool mayBeAlike = mayBeWithin(2, lettersA, lettersB) || mayBeJaro(leastJaro, lettersA, lettersB);
    const bool isDouble = ((lettersA.set | lettersB.set) & spaceOrOther) != 0;
    if (!mayBeAlike && !isDouble)
        return Agreement::Unknown;
    const QStringView left = textOf(set, a);
    const QStringView right = textOf(set, b);
    if (isDouble && isJoined(left, right))
        return Agreement::Variant;
    const qsizetype shorter = std::min(left.size(), right.size());
    if (shorter >= 3 && isWithinOneEdit(left, right))
        return Agreement::OneEdit;
    if (isDouble && isPart(left, right))
        return Agreement::Part;
    if (!mayBeAlike)
        return Agreement::Unknown;
    const bool soundsSame = shorter >= 3 && set.sound(a) == set.sound(b) && set.sound(a) != 0;
    const bool mayBeWinkler = soundsSame || mayBeJaro(leastJaroOf(left, right), lettersA, lettersB);
    const double similarity = mayBeWinkler ? jaroWinkler(left, right) : 0;
    if (similarity >= 0.9 || (soundsSame && similarity >= 0.7))
        return Agreement::SoundsAlike;
    if (similarity >= nearSimilarity || (shorter >= 5 && editDistance(left, right, 2) <= 2))
        return Agreement::Near;
    return Agreement::Unknown;
}

float choices(Agreement how)
{
    switch (how) {
    case Agreement::Variant:
        return variantChoices;
    case Agreement::OneEdit:
        return editChoices;
    case Agreement::SoundsAlike:
        return soundChoices;
    case Agreement::Near:
        return nearChoices;
    case Agreement::Part:
        return partChoices;
    default:
        return 0;
    }
}

float rarityOf(const Frequencies &frequencies, Agreement how, Number a, Number b)
{
    if (how == Agreement::Differs)
        return Evidence::usual;
    return std::max(std::max(frequencies.rarity(a), frequencies.rarity(b)) - choices(how), 0.0F);
}

// One letter apart, or two that changed places; of names that are long enough to tell.
bool isSlip(const RecordSet &set, Number a, Number b)
{
    constexpr std::uint32_t longEnough = 4;
    const Letters lettersA = set.names.letters(a);
    const Letters lettersB = set.names.letters(b);
    return a != 0 && b != 0 && std::min(lettersA.count, lettersB.count) >= longEnough &&
           mayBeWithin(1, lettersA, lettersB) && isWithinOneEdit(textOf(set, a), textOf(set, b));
}

bool isSameOrSlip(const RecordSet &set, Number a, Number b)
{
    return a != 0 && (a == b || isSlip(set, a, b));
}

// First and family name changed places: one of them is the very same, and the other at least like it; or both have one
// slip.
bool isSwapped(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    const bool firstSame = a.given == b.family && a.given != 0;
    const bool otherSame = a.family == b.given && a.family != 0;
    if (!firstSame && !otherSame)
        return isSlip(set, a.given, b.family) && isSlip(set, a.family, b.given);
    if (firstSame && otherSame)
        return true;
    const Number left = firstSame ? a.family : a.given;
    const Number right = firstSame ? b.given : b.family;
    return left == 0 || right == 0 || likeness(set, left, right, firstSame) != Agreement::Unknown;
}

Agreement compareGiven(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    const Agreement how = likeness(set, a.given, b.given, false);
    if (how == Agreement::Same)
        return how;
    if (isKnownAs(a, b))
        return Agreement::Variant;
    if (how != Agreement::Unknown && how != Agreement::Near)
        return how;
    if (isSwapped(set, a, b))
        return Agreement::Swapped;
    if ((a.middle != 0 && a.middle == b.given) || (b.middle != 0 && b.middle == a.given) ||
        isInitial(set, a.given, b.given))
        return Agreement::Part;
    return how == Agreement::Near ? how : Agreement::Differs;
}

Agreement compareFamily(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    const Agreement how = likeness(set, a.family, b.family, true);
    if (how != Agreement::Unknown && how != Agreement::Near)
        return how;
    if (isSameOrSlip(set, a.former, b.family) || isSameOrSlip(set, b.former, a.family) ||
        isSameOrSlip(set, a.former, b.former))
        return Agreement::Former;
    if (isSwapped(set, a, b))
        return Agreement::Swapped;
    if (isInitial(set, a.family, b.family))
        return Agreement::Part;
    return how == Agreement::Near ? how : Agreement::Differs;
}

Agreement compareMiddle(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    if (a.middle == b.middle)
        return Agreement::Same;
    if (isInitial(set, a.middle, b.middle))
        return Agreement::Part;
    const Agreement how = likeness(set, a.middle, b.middle, false);
    return how == Agreement::Unknown ? Agreement::Differs : how;
}

// Whether two names that are much alike are both names that people are given.
bool areTwoNames(const RecordSet &set, Agreement how, Number a, Number b)
{
    const bool areSpellings =
        how == Agreement::Variant && (isSlip(set, a, b) || (set.sound(a) != 0 && set.sound(a) == set.sound(b)));
    return (how == Agreement::OneEdit || how == Agreement::SoundsAlike || areSpellings) && set.isGivenName(a) &&
           set.isGivenName(b);
}

} // namespace

void compareNames(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const Frequencies &given = set.frequencies(static_cast<std::size_t>(MatchField::GivenName));
    const Frequencies &family = set.frequencies(static_cast<std::size_t>(MatchField::FamilyName));
    // A name that changed places is as common as it is where it belongs.
    const auto ofEitherKind = [&](Number name) { return std::min(given.rarity(name), family.rarity(name)); };
    if (a.given != 0 && b.given != 0) {
        const Agreement how = compareGiven(set, a, b);
        if (how == Agreement::Same)
            evidence.setSame(MatchField::GivenName, given, a.given);
        else if (how == Agreement::Swapped)
            evidence.set(MatchField::GivenName, how, ofEitherKind(a.given == b.family ? a.given : b.given));
        else
            evidence.set(MatchField::GivenName, how,
                         how == Agreement::Part ? Evidence::usual : rarityOf(given, how, a.given, b.given));
        evidence.areGivenNames = areTwoNames(set, how, a.given, b.given);
    }
    evidence.sharesFormerName = a.former != 0 && a.former == b.former;
    if (a.family != 0 && b.family != 0) {
        const Agreement how = compareFamily(set, a, b);
        if (how == Agreement::Same)
            evidence.setSame(MatchField::FamilyName, family, a.family);
        else if (how == Agreement::Swapped)
            evidence.set(MatchField::FamilyName, how, ofEitherKind(a.family == b.given ? a.family : b.family));
        else
            evidence.set(MatchField::FamilyName, how,
                         how == Agreement::Former ? Evidence::usual : rarityOf(family, how, a.family, b.family));
    }
    // A single field with both names, or one of them missing and standing in the other's place.
    if (evidence[MatchField::FamilyName] == Agreement::Unknown &&
        evidence[MatchField::GivenName] == Agreement::Unknown &&
        ((a.given != 0 && a.given == b.family) || (a.family != 0 && a.family == b.given)))
        evidence.set(MatchField::FamilyName, Agreement::Swapped);
    if (a.middle != 0 && b.middle != 0) {
        const Agreement how = compareMiddle(set, a, b);
        const Frequencies &middle = set.frequencies(static_cast<std::size_t>(MatchField::MiddleName));
        if (how == Agreement::Same)
            evidence.setSame(MatchField::MiddleName, middle, a.middle);
        else
            evidence.set(MatchField::MiddleName, how,
                         how == Agreement::Part ? Evidence::usual : rarityOf(middle, how, a.middle, b.middle));
    }
}

} // namespace reeve::matching
