// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_model.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace reeve::matching {

namespace {

constexpr float slipAtHome = 2; // that a slip in a name shared at home says more than the name itself

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

constexpr std::size_t at(MatchField field)
{
    return static_cast<std::size_t>(field);
}

constexpr bool isPlace(std::size_t field)
{
    return field == at(MatchField::Postcode) || field >= firstExtra;
}

// The chance of strangers agreeing on `field`, given what else they share.
float rarityOf(const LinkageModel &model, const Evidence &evidence, std::size_t field, bool sharesHome, bool sharesLife)
{
    const Agreement how = evidence.agreement[field];
    const float told = evidence.rarity[field];
    float rarity = told == Evidence::usual ? model.chance[field][static_cast<std::size_t>(how)] : told;
    if (!isLikeSame(how))
        return rarity;
    if (how == Agreement::Same)
        rarity += model.rarer[field][evidence.commonness[field]];

    const bool isContact = field == at(MatchField::Phone) || field == at(MatchField::Email);
    if (field < firstExtra && !isPlace(field) && field != at(MatchField::Address) &&
        (isContact ? sharesHome : sharesLife))
        rarity = std::min(rarity, model.atHome[field] + (how == Agreement::Same ? 0 : slipAtHome));
    if (isPlace(field)) {
        if (sharesHome)
            rarity = std::min(rarity, model.beside[at(MatchField::Address)][field]);
        for (std::size_t other = at(MatchField::Postcode); other < field; ++other) {
            if (evidence.agreement[other] == Agreement::Same && isPlace(other))
                rarity = std::min(rarity, model.beside[other][field]);
        }
    }
    return rarity;
}

} // namespace

Weighed weigh(const LinkageModel &model, const Evidence &evidence, FieldMask without)
{
    const bool sharesHome = evidence.isOneHome();
    const bool sharesLife = sharesHome || evidence.sharesContact();
    Weighed result;
    float ofHousehold = 0;
    float ofPerson = 0;
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const Agreement how = evidence.agreement[field];
        if (how == Agreement::Unknown || (without >> field & 1) != 0)
            continue;
        float bits = model.agree[field][static_cast<std::size_t>(how)] +
                     rarityOf(model, evidence, field, sharesHome, sharesLife);
        // Both names change places at once: how seldom that is counts once.
        if (field == at(MatchField::FamilyName) && how == Agreement::Swapped &&
            evidence[MatchField::GivenName] == Agreement::Swapped)
            bits -= model.agree[field][static_cast<std::size_t>(how)];
        result.bits[field] = bits;
        const bool isShared = field == at(MatchField::FamilyName) || field == at(MatchField::Address) ||
                              field == at(MatchField::Postcode) || field == at(MatchField::Phone) ||
                              field == at(MatchField::Email);
        (isShared ? ofHousehold : ofPerson) += bits;
    }
    // Whatever a household shares says no more than that it is one household.
    if (evidence[MatchField::GivenName] == Agreement::Differs)
        ofHousehold = std::min(ofHousehold, static_cast<float>(model.homeOdds - model.prior));
    result.weight = model.prior + ofHousehold + ofPerson;
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
    setField(model, MatchField::Email,
             {{A::Same, .77, 20},
              {A::Part, .02, 16},
              {A::OneEdit, .08, 16},
              {A::SoundsAlike, .03, 12},
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

    model.atHome.fill(20);
    model.atHome[at(MatchField::GivenName)] = 8;
    model.atHome[at(MatchField::MiddleName)] = 6.5F;
    model.atHome[at(MatchField::FamilyName)] = 0.7F;
    model.atHome[at(MatchField::DateOfBirth)] = 7.5F;
    model.atHome[at(MatchField::Phone)] = 4;
    model.atHome[at(MatchField::Email)] = 4.5F;
    for (auto &row : model.beside)
        row.fill(20);
    model.beside[at(MatchField::Address)][at(MatchField::Postcode)] = 0.3F;
    return model;
}

} // namespace reeve::matching
