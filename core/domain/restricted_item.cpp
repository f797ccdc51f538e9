// SPDX-License-Identifier: MIT
#include "core/domain/restricted_item.h"

#include "core/domain/code_table.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

using enum SpecialCategory;

constexpr std::array categoryCodes = {
    Coded<SpecialCategory>{RacialOrEthnicOrigin, "racial_ethnic_origin"_L1},
    Coded<SpecialCategory>{PoliticalOpinions, "political_opinions"_L1},
    Coded<SpecialCategory>{ReligiousOrPhilosophicalBeliefs, "religious_philosophical_beliefs"_L1},
    Coded<SpecialCategory>{TradeUnionMembership, "trade_union_membership"_L1},
    Coded<SpecialCategory>{Genetic, "genetic"_L1},
    Coded<SpecialCategory>{Biometric, "biometric"_L1},
    Coded<SpecialCategory>{Health, "health"_L1},
    Coded<SpecialCategory>{SexLife, "sex_life"_L1},
    Coded<SpecialCategory>{SexualOrientation, "sexual_orientation"_L1},
};

} // namespace

QString toCode(SpecialCategory category)
{
    return codeOf(categoryCodes, category);
}

Result<SpecialCategory> parseSpecialCategory(QStringView code)
{
    if (const auto category = valueOf(categoryCodes, code))
        return *category;
    return fail(ErrorCode::InvalidInput, u"unknown special category"_s);
}

const std::vector<SpecialCategory> &allSpecialCategories()
{
    static const std::vector<SpecialCategory> all = {
        RacialOrEthnicOrigin,
        PoliticalOpinions,
        ReligiousOrPhilosophicalBeliefs,
        TradeUnionMembership,
        Genetic,
        Biometric,
        Health,
        SexLife,
        SexualOrientation,
    };
    return all;
}

} // namespace reeve::domain
