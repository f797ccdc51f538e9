// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_model.h"

#include <algorithm>
#include <cstdlib>

namespace reeve::matching {

namespace {

constexpr double potentialWeight = 3.9; // just below 0.95: 0.937
constexpr double neverWeight = -10;     // for what can be ruled out
constexpr double priorOfOne = -2.3;     // log2 of a fifth, which priorAmong() takes off how many there are
constexpr double slipChoices = 6;       // bits that a likeness is worth less than the name; see compare_names.cpp
constexpr double variantChoices = 2;    // the same of a nickname
constexpr double inUse = 3;             // bits: eight records have it
constexpr double leastTwins = 13.3;     // bits: what one in ten thousand is called, twins may be called
constexpr std::uint8_t ofTwo = 1;       // commonness: no more than two records have it
constexpr int leastGeneration = 16;     // years between parent and child
constexpr int mostGeneration = 45;

bool agrees(Agreement how)
{
    return how == Agreement::Same || how == Agreement::Variant || how == Agreement::OneEdit ||
           how == Agreement::SoundsAlike;
}

bool isForename(Agreement how)
{
    return agrees(how) || how == Agreement::Swapped || how == Agreement::Part || how == Agreement::Unknown;
}

// Something that is a person's own rather than a family's. Children have the telephone of a parent.
bool hasOwnProof(const Evidence &evidence)
{
    const bool hasOwnPhone = evidence[MatchField::Phone] == Agreement::Same &&
                             evidence.commonness[static_cast<std::size_t>(MatchField::Phone)] <= ofTwo;
    return hasOwnPhone || evidence.sharesFormerName || evidence[MatchField::Email] == Agreement::Same ||
           evidence[MatchField::Email] == Agreement::OneEdit || evidence[MatchField::NhsNumber] == Agreement::Same ||
           evidence[MatchField::NiNumber] == Agreement::Same || evidence[MatchField::MiddleName] == Agreement::Same;
}

// Something of their own that is not the same: one person hardly ever has two middle names, or changed both telephone
// and e-mail address and nothing else.
bool hasOwnDifference(const Evidence &evidence)
{
    const Agreement email = evidence[MatchField::Email];
    const bool isOtherEmail =
        email == Agreement::Differs || email == Agreement::Near || email == Agreement::SoundsAlike;
    return evidence[MatchField::MiddleName] == Agreement::Differs ||
           (evidence[MatchField::Phone] == Agreement::Differs && isOtherEmail);
}

// Two names that are both in use and much alike, or one the short form of the other: twins may be called so (Lara and
// Laura, Henry and Harry). A slip of the pen is hardly ever a name that others have; and what hardly anybody is called,
// a twin is not either, but somebody for short.
bool mayBeTwoNames(const LinkageModel &model, const Evidence &evidence)
{
    const Agreement given = evidence[MatchField::GivenName];
    if (given != Agreement::Variant && given != Agreement::OneEdit && given != Agreement::SoundsAlike)
        return false;
    if (evidence.areGivenNames)
        return true;
    const double ofTheRarer = evidence.rarity[static_cast<std::size_t>(MatchField::GivenName)];
    if (given == Agreement::Variant)
        return ofTheRarer + variantChoices < leastTwins;
    const double ofNobodyElse = priorOfOne - model.prior; // rarity of a name that one record has
    return ofTheRarer + slipChoices < ofNobodyElse - inUse;
}

} // namespace

MatchCaution cautionOf(const LinkageModel &model, const LinkageRecord &a, const LinkageRecord &b,
                       const Evidence &evidence)
{
    if (a.died != 0 && b.died != 0 && a.died != b.died)
        return MatchCaution::DifferentDeaths;
    if (evidence[MatchField::NhsNumber] == Agreement::Differs)
        return MatchCaution::DifferentNhsNumbers;
    if (evidence[MatchField::NiNumber] == Agreement::Differs)
        return MatchCaution::DifferentNiNumbers;

    const Agreement given = evidence[MatchField::GivenName];
    const Agreement family = evidence[MatchField::FamilyName];
    const Agreement born = evidence[MatchField::DateOfBirth];
    const bool sharesLife =
        evidence.isOneHome() || evidence.sharesContact() || evidence[MatchField::Postcode] == Agreement::Same;
    const bool sharesFamily =
        agrees(family) || family == Agreement::Unknown || family == Agreement::Part || family == Agreement::Former;

    const bool isFamilyLikely = model.hasHouseholds();
    const bool isOneFamily = family == Agreement::Same || family == Agreement::Former;
    const bool isOtherName =
        !isForename(given) || (evidence.isOneHome() && !hasOwnProof(evidence) &&
                               (hasOwnDifference(evidence) || (isOneFamily && mayBeTwoNames(model, evidence))));
    if (isFamilyLikely && born == Agreement::Same && sharesFamily && sharesLife && isOtherName)
        return MatchCaution::PossibleTwin;
    const bool isNameLike = (agrees(given) && (sharesFamily || family == Agreement::Former)) ||
                            given == Agreement::Swapped; // then so is the family name
    if (isFamilyLikely && isNameLike && sharesLife) {
        const int years = std::abs(a.born / 10'000 - b.born / 10'000);
        const bool isKnown = a.born != 0 && b.born != 0;
        if (isKnown && born != Agreement::Same && years >= leastGeneration && years <= mostGeneration)
            return MatchCaution::PossibleJunior;
        if (!isKnown && !hasOwnProof(evidence))
            return MatchCaution::UnknownBirth;
    }
    if ((a.died != 0) != (b.died != 0))
        return MatchCaution::Deceased;
    return MatchCaution::None;
}

double heldBack(double weight, MatchCaution caution)
{
    switch (caution) {
    case MatchCaution::None:
        return weight;
    case MatchCaution::DifferentDeaths:
    case MatchCaution::DifferentNhsNumbers:
    case MatchCaution::DifferentNiNumbers:
        return std::min(weight, neverWeight);
    default:
        return std::min(weight, potentialWeight);
    }
}

} // namespace reeve::matching
