// SPDX-License-Identifier: MIT
#include "ui/person/person_words.h"

#include "core/domain/nhs_number.h"
#include "core/domain/phone_number.h"
#include "core/services/person/named_by.h"

#include <QCoreApplication>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(PersonWords)
};

// Where it was found.
QString fieldWord(QStringView code)
{
    if (code == "family_name"_L1)
        return Words::tr("family name");
    if (code == "given_name"_L1)
        return Words::tr("first name");
    if (code == "middle_name"_L1)
        return Words::tr("middle name");
    if (code == "known_as"_L1)
        return Words::tr("known as");
    if (code == "former_name"_L1)
        return Words::tr("former name");
    if (code == "date_of_birth"_L1)
        return Words::tr("date of birth");
    if (code == "postcode"_L1)
        return Words::tr("postcode");
    if (code == "address"_L1)
        return Words::tr("address");
    if (code == "phone"_L1)
        return Words::tr("phone");
    if (code == "email"_L1)
        return Words::tr("e-mail");
    if (code == "uprn"_L1)
        return Words::tr("UPRN");
    if (code == "nhs_number"_L1)
        return Words::tr("NHS number");
    if (code == "ni_number"_L1)
        return Words::tr("National Insurance number");
    if (code == "reference"_L1)
        return Words::tr("reference");
    return {};
}

// "date_of_birth", or with how it was found, "family_name:sounds_alike".
QString whyWord(const QString &code)
{
    const qsizetype colon = code.indexOf(u':');
    const QString field = fieldWord(QStringView(code).first(colon < 0 ? code.size() : colon));
    const QStringView how = colon < 0 ? QStringView() : QStringView(code).sliced(colon + 1);
    if (how == "nickname"_L1)
        return Words::tr("%1 is a short form").arg(field);
    if (how == "spelling"_L1)
        return Words::tr("%1 spelled another way").arg(field);
    if (how == "sounds_alike"_L1)
        return Words::tr("%1 sounds alike").arg(field);
    if (how == "mistyped"_L1)
        return Words::tr("%1 differs by a letter or two").arg(field);
    if (how == "day_month_swapped"_L1)
        return Words::tr("day and month of birth swapped");
    if (how == "same_year"_L1)
        return Words::tr("year of birth");
    if (how == "same_district"_L1)
        return Words::tr("postcode district");
    if (how == "last_digits"_L1)
        return Words::tr("last digits of the phone number");
    if (how == "near_date"_L1 || how == "near_postcode"_L1 || how == "near_number"_L1)
        return Words::tr("%1 nearly the same").arg(field);
    return field;
}

} // namespace

QString lifeWords(const domain::Person &person, QDate today)
{
    if (!person.dateOfBirth)
        return {};
    if (!person.dateOfDeath)
        return Words::tr("%n year(s) old", nullptr, person.dateOfBirth->yearsUntil(today));
    const domain::PartialDate &death = *person.dateOfDeath;
    const QDate last(death.year(), death.month() > 0 ? death.month() : 1, death.day() > 0 ? death.day() : 1);
    return Words::tr("lived to %1").arg(person.dateOfBirth->yearsUntil(last));
}

QString whyWords(const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes) {
        const QString word = whyWord(code);
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words.join(u" · "_s);
}

QString contactWords(const domain::ContactPoint &contact)
{
    return contact.kind == domain::ContactKind::Phone ? domain::readablePhone(contact.value) : contact.value;
}

QString contactLabelWords(const QString &label)
{
    if (label == "mobile"_L1)
        return Words::tr("mobile");
    if (label == "home"_L1)
        return Words::tr("home");
    if (label == "work"_L1)
        return Words::tr("work");
    return label;
}

QString maritalStatusWords(domain::MaritalStatus status)
{
    switch (status) {
    case domain::MaritalStatus::NotAsked:
        return Words::tr("Not asked");
    case domain::MaritalStatus::PreferNotToSay:
        return Words::tr("Prefers not to say");
    case domain::MaritalStatus::NeverMarried:
        return Words::tr("Never married or in a civil partnership");
    case domain::MaritalStatus::Married:
        return Words::tr("Married");
    case domain::MaritalStatus::CivilPartnership:
        return Words::tr("In a civil partnership");
    case domain::MaritalStatus::SeparatedMarried:
        return Words::tr("Separated, still married");
    case domain::MaritalStatus::SeparatedCivilPartnership:
        return Words::tr("Separated, still in a civil partnership");
    case domain::MaritalStatus::Divorced:
        return Words::tr("Divorced");
    case domain::MaritalStatus::FormerCivilPartnership:
        return Words::tr("Civil partnership dissolved");
    case domain::MaritalStatus::Widowed:
        return Words::tr("Widowed");
    case domain::MaritalStatus::SurvivingCivilPartner:
        return Words::tr("Surviving civil partner");
    }
    return {};
}

QString relationshipWords(domain::RelationshipKind kind)
{
    switch (kind) {
    case domain::RelationshipKind::Partner:
        return Words::tr("Partner");
    case domain::RelationshipKind::Parent:
        return Words::tr("Parent");
    case domain::RelationshipKind::Child:
        return Words::tr("Child");
    case domain::RelationshipKind::Sibling:
        return Words::tr("Brother or sister");
    case domain::RelationshipKind::Carer:
        return Words::tr("Carer");
    case domain::RelationshipKind::CaredFor:
        return Words::tr("Cared for");
    case domain::RelationshipKind::Neighbour:
        return Words::tr("Neighbour");
    case domain::RelationshipKind::Friend:
        return Words::tr("Friend");
    case domain::RelationshipKind::Landlord:
        return Words::tr("Landlord");
    case domain::RelationshipKind::Professional:
        return Words::tr("Professional");
    case domain::RelationshipKind::Other:
        return Words::tr("Other relationship");
    }
    return {};
}

QString otherSideWords(domain::RelationshipKind kind)
{
    if (const auto other = services::otherSideOf(kind))
        return relationshipWords(*other);
    return kind == domain::RelationshipKind::Landlord ? Words::tr("Tenant") : Words::tr("Client");
}

QString authorityWords(domain::Authority authority)
{
    switch (authority) {
    case domain::Authority::None:
        return {};
    case domain::Authority::LastingPowerHealth:
        return Words::tr("Lasting power of attorney, health and welfare");
    case domain::Authority::LastingPowerProperty:
        return Words::tr("Lasting power of attorney, property and money");
    case domain::Authority::Deputy:
        return Words::tr("Court-appointed deputy");
    case domain::Authority::Appointee:
        return Words::tr("Benefits appointee");
    case domain::Authority::Advocate:
        return Words::tr("Advocate");
    case domain::Authority::ParentalResponsibility:
        return Words::tr("Parental responsibility");
    case domain::Authority::WrittenConsent:
        return Words::tr("Written consent");
    }
    return {};
}

QString addressUseWords(domain::AddressUse use)
{
    switch (use) {
    case domain::AddressUse::Home:
        return Words::tr("Home");
    case domain::AddressUse::Correspondence:
        return Words::tr("For letters");
    case domain::AddressUse::Previous:
        return Words::tr("Previous");
    }
    return {};
}

QString languageWords(const QString &code)
{
    if (code == "en"_L1)
        return Words::tr("English");
    if (code == "cy"_L1)
        return Words::tr("Welsh");
    if (code == "bsl"_L1)
        return Words::tr("British Sign Language");
    if (code == "pl"_L1)
        return Words::tr("Polish");
    if (code == "pa"_L1)
        return Words::tr("Panjabi");
    if (code == "ur"_L1)
        return Words::tr("Urdu");
    if (code == "ro"_L1)
        return Words::tr("Romanian");
    if (code == "ar"_L1)
        return Words::tr("Arabic");
    if (code == "bn"_L1)
        return Words::tr("Bengali");
    return code;
}

QString paymentSchemeWords(const QString &scheme)
{
    if (scheme == "council_tax"_L1)
        return Words::tr("Council tax");
    if (scheme == "rent"_L1)
        return Words::tr("Rent");
    if (scheme == "business_rates"_L1)
        return Words::tr("Business rates");
    return scheme;
}

QString personRoleWords(domain::PersonRole role)
{
    switch (role) {
    case domain::PersonRole::Resident:
        return Words::tr("Resident");
    case domain::PersonRole::ServiceUser:
        return Words::tr("Service user");
    case domain::PersonRole::BusinessContact:
        return Words::tr("Business contact");
    case domain::PersonRole::Visitor:
        return Words::tr("Visitor");
    case domain::PersonRole::ThirdParty:
        return Words::tr("Third party");
    }
    return {};
}

QString personRolesWords(const std::vector<domain::PersonRole> &roles)
{
    QStringList words;
    for (const domain::PersonRole role : roles)
        words << personRoleWords(role);
    return words.join(u" · "_s);
}

QString nhsNumberWords(const QString &number)
{
    const auto read = domain::NhsNumber::parse(number);
    return read ? read->toString() : number;
}

QString niNumberWords(const QString &number)
{
    constexpr qsizetype length = 9;
    if (number.size() != length)
        return number;
    QStringList groups;
    for (qsizetype at = 0; at < length; at += 2)
        groups << number.mid(at, 2);
    return groups.join(u' ');
}

QString referenceSystemWords(const QString &system)
{
    if (system.isEmpty())
        return Words::tr("the council's own reference, in a merged record");
    if (system == "housing"_L1)
        return Words::tr("Housing");
    return system;
}

const std::vector<domain::MaritalStatus> &allMaritalStatuses()
{
    using domain::MaritalStatus;
    static const std::vector<MaritalStatus> all = {MaritalStatus::NotAsked,
                                                   MaritalStatus::PreferNotToSay,
                                                   MaritalStatus::NeverMarried,
                                                   MaritalStatus::Married,
                                                   MaritalStatus::CivilPartnership,
                                                   MaritalStatus::SeparatedMarried,
                                                   MaritalStatus::SeparatedCivilPartnership,
                                                   MaritalStatus::Divorced,
                                                   MaritalStatus::FormerCivilPartnership,
                                                   MaritalStatus::Widowed,
                                                   MaritalStatus::SurvivingCivilPartner};
    return all;
}

const std::vector<domain::RelationshipKind> &allRelationshipKinds()
{
    using domain::RelationshipKind;
    static const std::vector<RelationshipKind> all = {
        RelationshipKind::Partner,      RelationshipKind::Parent, RelationshipKind::Child,
        RelationshipKind::Sibling,      RelationshipKind::Carer,  RelationshipKind::CaredFor,
        RelationshipKind::Neighbour,    RelationshipKind::Friend, RelationshipKind::Landlord,
        RelationshipKind::Professional, RelationshipKind::Other};
    return all;
}

const std::vector<domain::Authority> &allAuthorities()
{
    using domain::Authority;
    static const std::vector<Authority> all = {Authority::None,
                                               Authority::LastingPowerHealth,
                                               Authority::LastingPowerProperty,
                                               Authority::Deputy,
                                               Authority::Appointee,
                                               Authority::Advocate,
                                               Authority::ParentalResponsibility,
                                               Authority::WrittenConsent};
    return all;
}

const std::vector<domain::PersonRole> &allPersonRoles()
{
    using domain::PersonRole;
    static const std::vector<PersonRole> all = {PersonRole::Resident, PersonRole::ServiceUser,
                                                PersonRole::BusinessContact, PersonRole::Visitor,
                                                PersonRole::ThirdParty};
    return all;
}

const QStringList &offeredLanguages()
{
    static const QStringList all = {u"en"_s, u"cy"_s, u"bsl"_s, u"ar"_s, u"bn"_s, u"pa"_s, u"pl"_s, u"ro"_s, u"ur"_s};
    return all;
}

} // namespace reeve::ui
