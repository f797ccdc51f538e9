// SPDX-License-Identifier: MIT
#include "core/matching/linkage/evidence.h"
#include "core/matching/string_distance.h"

#include <algorithm>

namespace reeve::matching {

namespace {

constexpr float similarStreetBits = 4; // that a similar street is less than the same one
constexpr double leastSimilarity = 0.93;
constexpr double leastJaro = 0.88; // of which Winkler's prefix makes so much
constexpr float slipBits = 3;      // that few who share a home have it written with a slip

QStringView view(std::u16string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Whether at least half of the words of the one with fewer are in the other too.
bool sharesHalfOfWords(const RecordSet &set, TextPool::Number a, TextPool::Number b)
{
    const auto left = set.streetWords(a);
    const auto right = set.streetWords(b);
    std::size_t shared = 0;
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        shared += left[i] == right[j] ? 1 : 0;
        const bool isLeftNext = left[i] <= right[j];
        j += right[j] <= left[i] ? 1 : 0;
        i += isLeftNext ? 1 : 0;
    }
    return 2 * shared >= std::min(left.size(), right.size());
}

bool isSimilarStreet(const RecordSet &set, TextPool::Number a, TextPool::Number b)
{
    const Letters lettersA = set.streets.letters(a);
    const Letters lettersB = set.streets.letters(b);
    const std::uint32_t shorter = std::min(lettersA.count, lettersB.count);
    const int edits = shorter >= 8 ? 2 : 1;
    const bool mayBeSlips = mayBeWithin(static_cast<std::uint32_t>(edits), lettersA, lettersB);
    if (shorter < 4 || (!mayBeSlips && !mayBeJaro(leastJaro, lettersA, lettersB)))
        return false;
    const QStringView left = view(set.streets.text(a));
    const QStringView right = view(set.streets.text(b));
    return (mayBeSlips && editDistance(left, right, edits) <= edits) || jaroWinkler(left, right) >= leastSimilarity;
}

void compareStreets(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const bool sameNumber = a.number != 0 && a.number == b.number;
    const bool numberUnknown = a.number == 0 || b.number == 0;
    const Frequencies &streets = set.frequencies(static_cast<std::size_t>(MatchField::Address));
    const float home = std::min(set.homes().rarity(set.home(a)), set.homes().rarity(set.home(b)));
    if (a.uprn != 0 && a.uprn == b.uprn) {
        evidence.set(MatchField::Address, Agreement::Same, a.street == 0 ? Evidence::usual : home);
        return;
    }
    if (a.street == 0 || b.street == 0)
        return;
    if (a.street == b.street) {
        if (sameNumber)
            evidence.setSame(MatchField::Address, set.homes(), set.home(a));
        else
            evidence.set(MatchField::Address, numberUnknown ? Agreement::Variant : Agreement::Part,
                         streets.rarity(a.street));
        return;
    }
    if (isSimilarStreet(set, a.street, b.street)) {
        if (sameNumber)
            evidence.set(MatchField::Address, Agreement::OneEdit, home + slipBits);
        else
            evidence.set(
                MatchField::Address, Agreement::SoundsAlike,
                std::max(std::max(streets.rarity(a.street), streets.rarity(b.street)) - similarStreetBits, 0.0F));
        return;
    }
    const bool sharesWords = (sameNumber || numberUnknown) && sharesHalfOfWords(set, a.street, b.street);
    if (sharesWords && sameNumber)
        evidence.set(MatchField::Address, Agreement::Near);
    else
        evidence.set(MatchField::Address, sharesWords && numberUnknown ? Agreement::SoundsAlike : Agreement::Differs);
}

void comparePostcodes(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    if (a.postcode == 0 || b.postcode == 0)
        return;
    const Frequencies &codes = set.frequencies(static_cast<std::size_t>(MatchField::Postcode));
    if (a.postcode == b.postcode) {
        evidence.setSame(MatchField::Postcode, codes, a.postcode);
        return;
    }
    const RecordSet::Postcode &left = set.postcode(a.postcode);
    const RecordSet::Postcode &right = set.postcode(b.postcode);
    const bool british = left.isBritish && right.isBritish;
    const Letters lettersA = set.postcodes.letters(a.postcode);
    const Letters lettersB = set.postcodes.letters(b.postcode);
    const auto isWithin = [&](int edits) {
        return mayBeWithin(static_cast<std::uint32_t>(edits), lettersA, lettersB) &&
               editDistance(view(set.postcodes.text(a.postcode)), view(set.postcodes.text(b.postcode)), edits) <= edits;
    };
    if (isWithin(1))
        evidence.set(MatchField::Postcode, Agreement::OneEdit);
    else if (british && left.sector == right.sector)
        evidence.set(MatchField::Postcode, Agreement::Part);
    else if (british ? left.district == right.district && lettersA.count == lettersB.count : isWithin(2))
        evidence.set(MatchField::Postcode, Agreement::Near); // the district
    else
        evidence.set(MatchField::Postcode, Agreement::Differs);
}

} // namespace

void comparePlaces(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    compareStreets(set, a, b, evidence);
    comparePostcodes(set, a, b, evidence);
}

} // namespace reeve::matching
