// SPDX-License-Identifier: MIT
#include "core/matching/table/person_field.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

struct FieldWords
{
    PersonField field;
    const char16_t *ours;  // the name of our own documentation; empty: none
    const char16_t *words; // compactHeading(), with spaces between
};
constexpr FieldWords knownFields[] = {
    {PersonField::Id, u"id",
     u"id externalid reference ref personid personref personreference personnumber clientid recordid recid uniqueid "
     u"residentid customerid"},
    {PersonField::Title, u"title", u"title salutation"},
    {PersonField::Given, u"given_name",
     u"givenname firstname forename given first givennames forenames firstnames fname"},
    {PersonField::Middle, u"middle_name", u"middlename middlenames middle secondname"},
    {PersonField::Family, u"family_name", u"familyname surname lastname family last lname"},
    {PersonField::KnownAs, u"known_as", u"knownas preferredname nickname alias"},
    {PersonField::Former, u"former_name",
     u"formername maidenname previousname previoussurname formersurname birthname"},
    {PersonField::Born, u"date_of_birth", u"dateofbirth dob birthdate born"},
    {PersonField::Died, u"date_of_death", u"dateofdeath dod deathdate died"},
    {PersonField::MaritalStatus, u"marital_status", u"maritalstatus legalpartnershipstatus"},
    {PersonField::Phone, u"phone",
     u"phone telephone tel phonenumber telephonenumber telno phoneno telephoneno landline contactnumber "
     u"contacttelephone contactphone otherphone othertelephone alternativephone alternativetelephone "
     u"alternativenumber"},
    {PersonField::HomePhone, u"home_phone",
     u"homephone hometel hometelephone homephonenumber hometelephonenumber hometelno homephoneno phonehome telhome "
     u"telephonehome homelandline"},
    {PersonField::WorkPhone, u"work_phone",
     u"workphone worktel worktelephone workphonenumber worktelephonenumber worktelno workphoneno phonework telwork "
     u"telephonework businessphone businesstelephone officephone"},
    {PersonField::Mobile, u"mobile",
     u"mobile mobilephone mobilenumber mobileno mobiletel mobiletelephone mobilephonenumber cell"},
    {PersonField::Email, u"email",
     u"email emailaddress mail otheremail otheremailaddress alternativeemail alternativeemailaddress"},
    {PersonField::HomeEmail, u"home_email", u"homeemail homeemailaddress personalemail personalemailaddress"},
    {PersonField::WorkEmail, u"work_email", u"workemail workemailaddress businessemail"},
    {PersonField::Address, u"address",
     u"address addressline address1 addressline1 housename street road streetname propertyaddress homeaddress "
     u"fulladdress"},
    {PersonField::AddressPart, u"",
     u"address2 address3 address4 address5 addressline2 addressline3 addressline4 addressline5 suburb locality town "
     u"posttown city county"},
    {PersonField::HouseNumber, u"", u"streetnumber housenumber"},
    {PersonField::Postcode, u"postcode", u"postcode postalcode zip zipcode"},
    {PersonField::Uprn, u"uprn", u"uprn"},
    {PersonField::Language, u"preferred_language", u"preferredlanguage language"},
    {PersonField::Needs, u"communication_needs", u"communicationneeds"},
    {PersonField::Preference, u"contact_preference", u"contactpreference"},
    {PersonField::NhsNumber, u"nhs_number", u"nhsnumber nhsno nhs"},
    {PersonField::NiNumber, u"ni_number", u"ninumber nino nationalinsurancenumber nationalinsuranceno"},
    {PersonField::Roles, u"roles", u"roles role"},
};

PersonField fieldCalled(QStringView word)
{
    for (const FieldWords &known : knownFields) {
        const QStringView words(known.words);
        for (const QStringView each : words.split(u' ')) {
            if (each == word)
                return known.field;
        }
    }
    return PersonField::None;
}

bool mayBeSeveral(PersonField field)
{
    switch (field) {
    case PersonField::Phone:
    case PersonField::HomePhone:
    case PersonField::WorkPhone:
    case PersonField::Mobile:
    case PersonField::Email:
    case PersonField::HomeEmail:
    case PersonField::WorkEmail:
        return true;
    default:
        return false;
    }
}

} // namespace

QString compactHeading(const QString &heading)
{
    QString result;
    for (const QChar c : heading) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

PersonHeading personHeading(const QString &heading)
{
    const QString word = compactHeading(heading);
    if (const PersonField field = fieldCalled(word); field != PersonField::None)
        return {field, 0};
    if (word.size() < 2 || word.back() < u'1' || word.back() > u'9')
        return {};
    const PersonField numbered = fieldCalled(QStringView(word).chopped(1));
    return mayBeSeveral(numbered) ? PersonHeading{numbered, word.back().unicode() - u'0'} : PersonHeading{};
}

QStringList personFieldNames()
{
    QStringList names;
    for (const FieldWords &known : knownFields) {
        if (*known.ours != u'\0')
            names << QString::fromUtf16(known.ours);
    }
    return names;
}

} // namespace reeve::matching
