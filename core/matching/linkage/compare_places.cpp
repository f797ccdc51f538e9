// SPDX-License-Identifier: MIT
#include "core/matching/linkage/evidence.h"
#include "core/matching/string_distance.h"

#include <algorithm>

namespace reeve::matching {

namespace {

constexpr float similarStreetBits = 4; // that a similar street is less than the same one
constexpr float slipBits = 3;          // that few who share a home have it written with a slip

QStringView view(std::u16string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// Share of the words of the shorter text that the other has too.
double sharedWords(QStringView a, QStringView b)
{
    int words = 0;
    int shared = 0;
    if (a.size() > b.size())
        std::swap(a, b);
    for (qsizetype at = 0; at < a.size();) {
        const qsizetype space = a.indexOf(u' ', at);
        const QStringView word = a.sliced(at, (space < 0 ? a.size() : space) - at);
        ++words;
        const qsizetype found = b.indexOf(word);
        const bool isWhole = found >= 0 && (found == 0 || b[found - 1] == u' ') &&
                             (found + word.size() == b.size() || b[found + word.size()] == u' ');
        shared += isWhole ? 1 : 0;
        at = space < 0 ? a.size() : space + 1;
    }
    return words > 0 ? static_cast<double>(shared) / words : 0;
}

bool isSimilarStreet(QStringView a, QStringView b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    if (shorter < 4)
        return false;
    return editDistance(a, b, shorter >= 8 ? 2 : 1) <= (shorter >= 8 ? 2 : 1) || jaroWinkler(a, b) >= 0.93;
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
    const QStringView left = view(set.streets.text(a.street));
    const QStringView right = view(set.streets.text(b.street));
    if (isSimilarStreet(left, right)) {
        if (sameNumber)
            evidence.set(MatchField::Address, Agreement::OneEdit, home + slipBits);
        else
            evidence.set(
                MatchField::Address, Agreement::SoundsAlike,
                std::max(std::max(streets.rarity(a.street), streets.rarity(b.street)) - similarStreetBits, 0.0F));
        return;
    }
    const bool sharesWords = sharedWords(left, right) >= 0.5;
    if (sharesWords && sameNumber)
        evidence.set(MatchField::Address, Agreement::Near);
    else
        evidence.set(MatchField::Address, sharesWords && numberUnknown ? Agreement::SoundsAlike : Agreement::Differs);
}

bool isBritish(QStringView code)
{
    return code.size() >= 5 && code.size() <= 7 && code.front().isLetter() && code.back().isLetter() &&
           code[code.size() - 3].isDigit();
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
    const QStringView left = view(set.postcodes.text(a.postcode));
    const QStringView right = view(set.postcodes.text(b.postcode));
    const bool british = isBritish(left) && isBritish(right);
    const auto begins = [&](qsizetype without) {
        return left.size() == right.size() && left.chopped(without) == right.chopped(without);
    };
    if (isWithinOneEdit(left, right))
        evidence.set(MatchField::Postcode, Agreement::OneEdit);
    else if (british && begins(2))
        evidence.set(MatchField::Postcode, Agreement::Part); // the sector
    else if (british ? begins(3) : editDistance(left, right, 2) <= 2)
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
