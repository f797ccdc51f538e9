// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <initializer_list>

namespace reeve::matching {

namespace {

struct Level
{
    Agreement how;
    double same;   // m
    double chance; // -log2 u
};

void setField(LinkageModel &model, std::size_t field, std::initializer_list<Level> levels)
{
    model.agree[field].fill(-10);
    model.chance[field].fill(10);
    for (const Level &level : levels) {
        const auto how = static_cast<std::size_t>(level.how);
        model.agree[field][how] = static_cast<float>(std::log2(level.same));
        model.chance[field][how] = static_cast<float>(level.chance);
    }
}

void setField(LinkageModel &model, MatchField field, std::initializer_list<Level> levels)
{
    setField(model, static_cast<std::size_t>(field), levels);
}

// True where the same value is no surprise among people of one home.
bool isLikeSame(Agreement how)
{
    return how == Agreement::Same || how == Agreement::Variant || how == Agreement::OneEdit ||
           how == Agreement::SoundsAlike;
}

bool isOneStreet(Agreement address)
{
    return address == Agreement::Part || address == Agreement::Variant || address == Agreement::SoundsAlike ||
           address == Agreement::Near;
}

constexpr std::size_t at(MatchField field)
{
    return static_cast<std::size_t>(field);
}

constexpr bool isPlace(std::size_t field)
{
    return field == at(MatchField::Postcode) || field >= firstExtra;
}

// What changes with the home: who has moved has another landline, as another postcode.
constexpr bool goesWithHome(std::size_t field)
{
    return isPlace(field) || field == at(MatchField::Landline);
}

// What two share who may be of one household.
struct Shared
{
    bool home;
    bool contact;
    [[nodiscard]] bool life() const { return home || contact; }
};

// Twins have one date of birth and two names: who has both in common has neither from being a twin.
bool isOfNoTwin(const Evidence &evidence)
{
    return evidence[MatchField::GivenName] == Agreement::Same && evidence[MatchField::DateOfBirth] == Agreement::Same &&
           evidence[MatchField::MiddleName] != Agreement::Differs;
}

// The chance of strangers agreeing on `field`, given what else they share.
float rarityOf(const LinkageModel &model, const Evidence &evidence, std::size_t field, Shared shared)
{
    const Agreement how = evidence.agreement[field];
    const float told = evidence.rarity[field];
    float rarity = told == Evidence::usual ? model.chance[field][static_cast<std::size_t>(how)] : told;
    if (field == at(MatchField::Email) && how != Agreement::Same && isLikeSame(evidence[MatchField::GivenName]) &&
        isLikeSame(evidence[MatchField::FamilyName]))
        rarity = std::min(rarity, model.emailOfNamesakes[static_cast<std::size_t>(how)]);
    if (!isLikeSame(how))
        return rarity;
    if (how == Agreement::Same)
        rarity += model.rarer[field][evidence.commonness[field]];

    const bool isContact =
        field == at(MatchField::Phone) || field == at(MatchField::Landline) || field == at(MatchField::Email);
    if (field < firstExtra && !isPlace(field) && field != at(MatchField::Address) &&
        (isContact ? shared.home : shared.life()) && !(field == at(MatchField::DateOfBirth) && isOfNoTwin(evidence)))
        rarity = std::min(rarity, model.atHome[field][static_cast<std::size_t>(how)]);
    if (isPlace(field)) {
        if (shared.home)
            rarity = std::min(rarity, model.atHome[field][static_cast<std::size_t>(how)]);
        if (how == Agreement::Same && isOneStreet(evidence[MatchField::Address]))
            rarity = std::min(rarity, model.beside[at(MatchField::Address)][field]);
        for (std::size_t other = at(MatchField::Postcode); other < field; ++other) {
            if (how == Agreement::Same && evidence.agreement[other] == Agreement::Same && isPlace(other))
                rarity = std::min(rarity, model.beside[other][field]);
        }
    }
    return rarity;
}

Weighed weighSharing(const LinkageModel &model, const Evidence &evidence, FieldMask without, Shared shared)
{
    Weighed result;
    float ofHousehold = 0;
    float ofPerson = 0;
    for (FieldMask rest = evidence.known & ~without; rest != 0; rest &= rest - 1) {
        const auto field = static_cast<std::size_t>(std::countr_zero(rest));
        const Agreement how = evidence.agreement[field];
        const LinkageModel::Table &agree = !goesWithHome(field)                                  ? model.agree
                                           : shared.home                                         ? model.agreeStayed
                                           : evidence[MatchField::Address] == Agreement::Differs ? model.agreeMoved
                                                                                                 : model.agree;
        float bits = agree[field][static_cast<std::size_t>(how)] + rarityOf(model, evidence, field, shared);
        // Both names change places at once: how seldom that is counts once.
        if (field == at(MatchField::FamilyName) && how == Agreement::Swapped &&
            evidence[MatchField::GivenName] == Agreement::Swapped)
            bits -= model.agree[field][static_cast<std::size_t>(how)];
        // What nearly everybody at home shares speaks for nothing, and not against; nor does a slip in it.
        if (shared.life() && (how == Agreement::Same || (field == at(MatchField::FamilyName) && isLikeSame(how))))
            bits = std::max(bits, 0.0F);
        result.bits[field] = bits;
        const bool isShared = field == at(MatchField::FamilyName) || field == at(MatchField::Address) ||
                              field == at(MatchField::Postcode) || field == at(MatchField::Phone) ||
                              field == at(MatchField::Landline) || field == at(MatchField::Email);
        (isShared ? ofHousehold : ofPerson) += bits;
    }
    // Whatever a household shares says no more than that it is one household.
    if (evidence[MatchField::GivenName] == Agreement::Differs)
        ofHousehold = std::min(ofHousehold, static_cast<float>(model.homeOdds - model.prior));
    result.weight = model.prior + ofHousehold + ofPerson;
    return result;
}

// What agrees of all that people of one home have in common.
FieldMask sharedByHome(const Evidence &evidence)
{
    FieldMask shared = 0;
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const bool isOfHome = goesWithHome(field) || field == at(MatchField::Address) ||
                              field == at(MatchField::Phone) || field == at(MatchField::Email);
        if (isOfHome && evidence.agreement[field] != Agreement::Differs)
            shared |= FieldMask{1} << field;
    }
    return shared;
}

} // namespace

Weighed weigh(const LinkageModel &model, const Evidence &evidence, FieldMask without)
{
    const Shared shared{evidence.isOneHome(), evidence.sharesContact()};
    Weighed result = weighSharing(model, evidence, without, shared);
    // Who shares a home as well is no less likely one person than who shares only what is a person's own.
    if (without == 0 && shared.life() && isLikeSame(evidence[MatchField::GivenName]))
        result.weight =
            std::max(result.weight, weighSharing(model, evidence, sharedByHome(evidence), {false, false}).weight);
    return result;
}

double probabilityOf(double weight)
{
    return 1.0 / (1.0 + std::exp2(-weight));
}

double LinkageModel::priorAmong(std::int64_t people)
{
    const double all = static_cast<double>(std::max<std::int64_t>(people, 2));
    return std::log2(0.1 * all / (all * (all - 1) / 2));
}

LinkageModel LinkageModel::usual()
{
    using A = Agreement;
    LinkageModel model;
    setField(model, MatchField::GivenName,
             {{A::Same, .74, 8},
              {A::Variant, .09, 9},
              {A::OneEdit, .10, 10},
              {A::SoundsAlike, .02, 8},
              {A::Part, .01, 8},
              {A::Swapped, .02, 13},
              {A::Near, .01, 6},
              {A::Differs, .01, 0}});
    setField(model, MatchField::MiddleName,
             {{A::Same, .85, 7},
              {A::Variant, .02, 9},
              {A::OneEdit, .03, 10},
              {A::SoundsAlike, .01, 8},
              {A::Part, .04, 4.5},
              {A::Near, .01, 6},
              {A::Differs, .04, 0}});
    setField(model, MatchField::FamilyName,
             {{A::Same, .75, 10},
              {A::Variant, .02, 11},
              {A::OneEdit, .12, 9.5},
              {A::SoundsAlike, .04, 7.5},
              {A::Part, .01, 8},
              {A::Former, .015, 13},
              {A::Swapped, .015, 12},
              {A::Near, .015, 6},
              {A::Differs, .015, 0}});
    setField(model, MatchField::DateOfBirth,
             {{A::Same, .82, 14.3},
              {A::Swapped, .01, 16},
              {A::OneEdit, .06, 11.5},
              {A::YearOnly, .02, 11},
              {A::Part, .04, 7.7},
              {A::SoundsAlike, .01, 6},
              {A::Near, .01, 9},
              {A::Differs, .02, 0}});
    setField(model, MatchField::Address,
             {{A::Same, .55, 18},
              {A::OneEdit, .10, 17},
              {A::Variant, .01, 12},
              {A::SoundsAlike, .02, 10},
              {A::Part, .02, 11},
              {A::Near, .02, 12},
              {A::Differs, .27, 0}});
    setField(model, MatchField::Postcode,
             {{A::Same, .64, 14}, {A::OneEdit, .07, 11}, {A::Part, .01, 9}, {A::Near, .02, 5.5}, {A::Differs, .26, 0}});
    setField(model, MatchField::Phone, {{A::Same, .70, 20}, {A::OneEdit, .01, 17}, {A::Differs, .29, 0}});
    setField(model, MatchField::Landline, {{A::Same, .65, 19}, {A::OneEdit, .01, 16}, {A::Differs, .34, 0}});
    setField(model, MatchField::Email,
             {{A::Same, .77, 20},
              {A::Part, .02, 16},
              {A::OneEdit, .08, 16},
              {A::SoundsAlike, .02, 12},
              {A::Near, .01, 12},
              {A::Differs, .10, 0}});
    for (const MatchField field : {MatchField::NhsNumber, MatchField::NiNumber})
        setField(model, field, {{A::Same, .97, 23}, {A::OneEdit, .02, 17}, {A::Differs, .01, 0}});
    for (std::size_t field = firstExtra; field < fieldCount; ++field)
        setField(model, field,
                 {{A::Same, .70, 5},
                  {A::OneEdit, .06, 8},
                  {A::SoundsAlike, .05, 7},
                  {A::Part, .03, 6},
                  {A::Differs, .16, 0}});

    model.atHome = model.chance;
    constexpr auto same = static_cast<std::size_t>(Agreement::Same);
    model.atHome[at(MatchField::GivenName)][same] = 8;
    model.atHome[at(MatchField::MiddleName)][same] = 6.5F;
    model.atHome[at(MatchField::FamilyName)][same] = 0.5F;
    model.atHome[at(MatchField::FamilyName)][static_cast<std::size_t>(Agreement::OneEdit)] = 5;
    model.atHome[at(MatchField::FamilyName)][static_cast<std::size_t>(Agreement::SoundsAlike)] = 6;
    model.atHome[at(MatchField::FamilyName)][static_cast<std::size_t>(Agreement::Variant)] = 8;
    model.atHome[at(MatchField::DateOfBirth)][same] = 7.5F;
    model.atHome[at(MatchField::Phone)][same] = 4;
    model.atHome[at(MatchField::Landline)][same] = 0.2F;
    model.atHome[at(MatchField::Email)][same] = 4.5F;
    model.emailOfNamesakes = {20, 20, 20, 7, 3, 3, 20, 20, 20, 2, 0};
    model.agreeStayed = model.agree;
    model.agreeMoved = model.agree;
    model.agreeMoved[at(MatchField::Postcode)][static_cast<std::size_t>(Agreement::Differs)] = -0.2F;
    model.agreeMoved[at(MatchField::Landline)][same] = -3;
    model.agreeMoved[at(MatchField::Landline)][static_cast<std::size_t>(Agreement::Differs)] = -0.2F;
    for (auto &row : model.beside)
        row.fill(20);
    model.beside[at(MatchField::Address)][at(MatchField::Postcode)] = 1;
    model.atHome[at(MatchField::Postcode)][same] = 0.2F;
    return model;
}

} // namespace reeve::matching
