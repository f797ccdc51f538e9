// SPDX-License-Identifier: MIT
#include "core/domain/person_codes.h"

#include "core/domain/code_table.h"
#include "core/domain/person_fields.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr std::array maritalStatusCodes = {
    Coded<MaritalStatus>{MaritalStatus::NotAsked, "not_asked"_L1},
    Coded<MaritalStatus>{MaritalStatus::PreferNotToSay, "prefer_not_to_say"_L1},
    Coded<MaritalStatus>{MaritalStatus::NeverMarried, "never_married"_L1},
    Coded<MaritalStatus>{MaritalStatus::Married, "married"_L1},
    Coded<MaritalStatus>{MaritalStatus::CivilPartnership, "civil_partnership"_L1},
    Coded<MaritalStatus>{MaritalStatus::SeparatedMarried, "separated_married"_L1},
    Coded<MaritalStatus>{MaritalStatus::SeparatedCivilPartnership, "separated_civil_partnership"_L1},
    Coded<MaritalStatus>{MaritalStatus::Divorced, "divorced"_L1},
    Coded<MaritalStatus>{MaritalStatus::FormerCivilPartnership, "former_civil_partnership"_L1},
    Coded<MaritalStatus>{MaritalStatus::Widowed, "widowed"_L1},
    Coded<MaritalStatus>{MaritalStatus::SurvivingCivilPartner, "surviving_civil_partner"_L1},
};

constexpr std::array personRoleCodes = {
    Coded<PersonRole>{PersonRole::Resident, "resident"_L1},
    Coded<PersonRole>{PersonRole::ServiceUser, "service_user"_L1},
    Coded<PersonRole>{PersonRole::BusinessContact, "business_contact"_L1},
    Coded<PersonRole>{PersonRole::Visitor, "visitor"_L1},
    Coded<PersonRole>{PersonRole::ThirdParty, "third_party"_L1},
};

constexpr std::array contactKindCodes = {
    Coded<ContactKind>{ContactKind::Phone, "phone"_L1},
    Coded<ContactKind>{ContactKind::Email, "email"_L1},
};

constexpr std::array addressUseCodes = {
    Coded<AddressUse>{AddressUse::Home, "home"_L1},
    Coded<AddressUse>{AddressUse::Correspondence, "correspondence"_L1},
    Coded<AddressUse>{AddressUse::Previous, "previous"_L1},
};

constexpr std::array relationshipCodes = {
    Coded<RelationshipKind>{RelationshipKind::Partner, "partner"_L1},
    Coded<RelationshipKind>{RelationshipKind::Parent, "parent"_L1},
    Coded<RelationshipKind>{RelationshipKind::Child, "child"_L1},
    Coded<RelationshipKind>{RelationshipKind::Sibling, "sibling"_L1},
    Coded<RelationshipKind>{RelationshipKind::Carer, "carer"_L1},
    Coded<RelationshipKind>{RelationshipKind::CaredFor, "cared_for"_L1},
    Coded<RelationshipKind>{RelationshipKind::Neighbour, "neighbour"_L1},
    Coded<RelationshipKind>{RelationshipKind::Friend, "friend"_L1},
    Coded<RelationshipKind>{RelationshipKind::Landlord, "landlord"_L1},
    Coded<RelationshipKind>{RelationshipKind::Professional, "professional"_L1},
    Coded<RelationshipKind>{RelationshipKind::Other, "other"_L1},
};

constexpr std::array authorityCodes = {
    Coded<Authority>{Authority::None, "none"_L1},
    Coded<Authority>{Authority::LastingPowerHealth, "lasting_power_health"_L1},
    Coded<Authority>{Authority::LastingPowerProperty, "lasting_power_property"_L1},
    Coded<Authority>{Authority::Deputy, "deputy"_L1},
    Coded<Authority>{Authority::Appointee, "appointee"_L1},
    Coded<Authority>{Authority::Advocate, "advocate"_L1},
    Coded<Authority>{Authority::ParentalResponsibility, "parental_responsibility"_L1},
    Coded<Authority>{Authority::WrittenConsent, "written_consent"_L1},
};

} // namespace

QString toCode(MaritalStatus status)
{
    return codeOf(maritalStatusCodes, status);
}

QString toCode(PersonRole role)
{
    return codeOf(personRoleCodes, role);
}

QString toCode(ContactKind kind)
{
    return codeOf(contactKindCodes, kind);
}

QString toCode(AddressUse use)
{
    return codeOf(addressUseCodes, use);
}

QString toCode(RelationshipKind kind)
{
    return codeOf(relationshipCodes, kind);
}

QString toCode(Authority authority)
{
    return codeOf(authorityCodes, authority);
}

Result<MaritalStatus> parseMaritalStatus(QStringView code)
{
    if (const auto status = valueOf(maritalStatusCodes, code))
        return *status;
    return fail(ErrorCode::NotFound, u"unknown marital status"_s);
}

Result<PersonRole> parsePersonRole(QStringView code)
{
    if (const auto role = valueOf(personRoleCodes, code))
        return *role;
    return fail(ErrorCode::NotFound, u"unknown role of a person"_s);
}

std::optional<ContactKind> contactKindOf(QStringView code)
{
    return valueOf(contactKindCodes, code);
}

std::optional<AddressUse> addressUseOf(QStringView code)
{
    return valueOf(addressUseCodes, code);
}

std::optional<RelationshipKind> relationshipKindOf(QStringView code)
{
    return valueOf(relationshipCodes, code);
}

std::optional<Authority> authorityOf(QStringView code)
{
    return valueOf(authorityCodes, code);
}

} // namespace reeve::domain
