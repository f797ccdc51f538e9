// SPDX-License-Identifier: MIT
#include "core/matching/linkage/forenames.h"
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
constexpr std::uint8_t ofFew = 4;       // no more than sixteen
constexpr int leastGeneration = 16;     // years between parent and child

bool agrees(Agreement how)
{
    return how == Agreement::Same || how == Agreement::Variant || how == Agreement::OneEdit ||
           how == Agreement::SoundsAlike;
}

bool isForename(Agreement how)
{
    return agrees(how) || how == Agreement::Swapped || how == Agreement::Part || how == Agreement::Unknown;
}

// What no family shares: two who have it are one. Hardly any twins have the same second name.
bool hasIdentityProof(const RecordSet &set, const LinkageRecord &a, const Evidence &evidence)
{
    return evidence[MatchField::NhsNumber] == Agreement::Same || evidence[MatchField::NiNumber] == Agreement::Same ||
           (evidence[MatchField::MiddleName] == Agreement::Same && set.names.letters(a.middle).count > 1);
}

// Marie Sarah and Sarah Sarah: both say their middle name, so that neither is called by it.
bool isOneByMiddleName(const LinkageRecord &a, const LinkageRecord &b)
{
    return a.middle != 0 && a.middle == b.middle && (a.given == a.middle) != (b.given == b.middle);
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

// A child who has no name yet: so is the other of twins.
bool isUnnamed(const RecordSet &set, const LinkageRecord &record)
{
    const std::u16string_view given = set.names.text(record.given);
    return given == u"baby" || given.starts_with(u"baby ") || given == u"infant" || given == u"newborn" ||
           given == u"unnamed" || given == u"twin";
}

// Parent and child, or grandparent and grandchild. A hundred years to the day are a slip.
bool isGenerationApart(std::int32_t a, std::int32_t b)
{
    constexpr int century = 100;
    const int years = std::abs(a / 10'000 - b / 10'000);
    return years >= leastGeneration && !(years == century && a % 10'000 == b % 10'000);
}

} // namespace

MatchCaution cautionOf(const LinkageModel &model, const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b,
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

    const bool isKnown = a.born != 0 && b.born != 0;
    if (a.generation != b.generation) {
        if (a.generation != Generation::None && b.generation != Generation::None)
            return MatchCaution::PossibleJunior;
        if (!isKnown)
            return MatchCaution::UnknownBirth;
    }

    const bool isFamilyLikely = model.hasHouseholds();
    const bool isOneFamily = family == Agreement::Same || family == Agreement::Former;
    const bool areTwo = areTwoForenames(set, a, b, given);
    // Children share the telephone and the e-mail address of a parent: neither makes one of two names.
    const bool mayBeOneHome = evidence.isOneHome() || evidence[MatchField::Address] != Agreement::Differs;
    const bool isCertainlyOther =
        !hasIdentityProof(set, a, evidence) &&
        ((areTwo && mayBeOneHome) || (evidence.isOneHome() && evidence[MatchField::MiddleName] == Agreement::Differs));
    const bool isOtherName = !isForename(given) || isCertainlyOther ||
                             (!hasIdentityProof(set, a, evidence) && isUnnamed(set, a) && isUnnamed(set, b)) ||
                             (given == Agreement::Part && isOneByMiddleName(a, b)) ||
                             (evidence.isOneHome() && !hasOwnProof(evidence) &&
                              (hasOwnDifference(evidence) || (isOneFamily && mayBeTwoNames(model, evidence))));
    if (isFamilyLikely && born == Agreement::Same && sharesFamily && sharesLife && isOtherName)
        return MatchCaution::PossibleTwin;
    const bool isNameLike =
        ((agrees(given) || areTwo) && sharesFamily) || given == Agreement::Swapped; // then so is the family name
    if (isFamilyLikely && isNameLike && (sharesLife || !isKnown)) {
        if (isKnown && born != Agreement::Same && isGenerationApart(a.born, b.born))
            return MatchCaution::PossibleJunior;
        // Chris and Christine have one e-mail address between them.
        const bool isOneName = !areTwo && (given != Agreement::Variant || isKnownAs(a, b));
        if (!isKnown && !(isOneName ? hasOwnProof(evidence) : hasIdentityProof(set, a, evidence)))
            return MatchCaution::UnknownBirth;
    }
    if ((a.died != 0) != (b.died != 0))
        return MatchCaution::Deceased;
    return MatchCaution::None;
}

bool isLeftToDecide(const Evidence &evidence)
{
    const auto isOfFew = [&evidence](MatchField field) {
        return evidence[field] != Agreement::Unknown && evidence[field] != Agreement::Differs &&
               evidence.commonness[static_cast<std::size_t>(field)] <= ofFew;
    };
    const bool sharesHome =
        evidence.isOneHome() && evidence[MatchField::Postcode] != Agreement::Differs && isOfFew(MatchField::Address);
    const bool sharesContact =
        evidence[MatchField::Address] != Agreement::Differs && evidence.sharesContact() &&
        (isOfFew(MatchField::Phone) || isOfFew(MatchField::Landline) || isOfFew(MatchField::Email));
    return evidence[MatchField::GivenName] == Agreement::Same && evidence[MatchField::FamilyName] == Agreement::Same &&
           evidence[MatchField::DateOfBirth] == Agreement::Unknown && (sharesHome || sharesContact) &&
           !hasOwnDifference(evidence);
}

double judged(double weight, MatchCaution caution, bool isLeftToDecide)
{
    const double least = isLeftToDecide ? std::max(weight, potentialWeight) : weight;
    switch (caution) {
    case MatchCaution::None:
        return least;
    case MatchCaution::DifferentDeaths:
    case MatchCaution::DifferentNhsNumbers:
    case MatchCaution::DifferentNiNumbers:
        return std::min(weight, neverWeight);
    default:
        return std::min(least, potentialWeight);
    }
}

} // namespace reeve::matching
