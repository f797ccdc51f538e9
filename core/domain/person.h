// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/partial_date.h"
#include "core/domain/value_mark.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace reeve::domain {

// A name as told. Any part may be empty: people with a single name have only a family or only a given name.
struct PersonName
{
    QString title; // free text, optional
    QString given;
    QString middle;
    QString family;

    [[nodiscard]] bool isEmpty() const { return given.isEmpty() && family.isEmpty() && middle.isEmpty(); }

    // "Mrs Joan Hayward"; without double spaces when parts are empty.
    [[nodiscard]] QString full() const;

    friend bool operator==(const PersonName &, const PersonName &) = default;
};

enum class ContactKind { Phone, Email };

// A telephone number or e-mail address of a person. `value` is as told; `normalised` is E.164 or the folded
// address, and empty when it could not be read as one: nothing a resident tells is refused for its form.
struct ContactPoint
{
    QString key; // identifies it within the person; a UUID, or from an import
    ContactKind kind = ContactKind::Phone;
    QString value;
    QString normalised;
    QString label; // "home", "mobile", "daughter's", free text
    bool preferred = false;
    bool safeToLeaveMessage = true;
    std::optional<Instant> confirmedAt;

    friend bool operator==(const ContactPoint &, const ContactPoint &) = default;
};

enum class AddressUse { Home, Correspondence, Previous };

// UPRN and the text as told; either may be missing. A person of no fixed abode has text only.
struct Address
{
    QString key;
    AddressUse use = AddressUse::Home;
    QString text;     // lines separated by ", ", without the postcode
    QString postcode; // the written form when it parses, else as told
    std::optional<qint64> uprn;
    std::optional<PartialDate> from;
    std::optional<PartialDate> to;
    std::optional<Instant> confirmedAt;

    friend bool operator==(const Address &, const Address &) = default;
};

// Being related is not the same as being allowed to act for someone: see Authority.
enum class RelationshipKind {
    Partner,
    Parent,
    Child,
    Sibling,
    Carer,
    CaredFor,
    Neighbour,
    Friend,
    Landlord,
    Professional,
    Other
};
enum class Authority {
    None,
    LastingPowerHealth,
    LastingPowerProperty,
    Deputy,
    Appointee,
    Advocate,
    ParentalResponsibility,
    WrittenConsent
};

struct Relationship
{
    QString key;
    RelationshipKind kind = RelationshipKind::Other;
    std::optional<PersonId> other; // when that person has a record
    QString nameAsTold;            // when they have none
    Authority authority = Authority::None;
    QString evidence;                             // what was seen: free text
    std::optional<PartialDate> evidenceSeen = {}; // when
    std::optional<PartialDate> from = {};         // of the authority, or of the relationship where there is none
    std::optional<PartialDate> until = {};        // its last day
    QString reach = {};                           // how to reach them: a number, an address, as told
    bool handlesEstate = false;                   // whom one speaks to after a death

    friend bool operator==(const Relationship &, const Relationship &) = default;
};

// A reference under which the person pays: "council tax 80012345". Never a card or a full account number.
struct PaymentReference
{
    QString key;
    QString scheme; // "council_tax", "rent", free text
    QString reference;
    QString outcome; // "direct debit set up", "instalment missed", …

    friend bool operator==(const PaymentReference &, const PaymentReference &) = default;
};

struct FormerName
{
    QString key;
    PersonName name;

    friend bool operator==(const FormerName &, const FormerName &) = default;
};

// One former council reference or the like under which the person is known elsewhere.
struct ExternalReference
{
    QString key;
    QString system;
    QString reference;

    friend bool operator==(const ExternalReference &, const ExternalReference &) = default;
};

// GSS harmonised legal partnership status, with "not asked" kept apart from "prefer not to say".
enum class MaritalStatus {
    NotAsked,
    PreferNotToSay,
    NeverMarried,
    Married,
    CivilPartnership,
    SeparatedMarried,
    SeparatedCivilPartnership,
    Divorced,
    FormerCivilPartnership,
    Widowed,
    SurvivingCivilPartner
};

enum class PersonRole { Resident, ServiceUser, BusinessContact, Visitor, ThirdParty };

// The single record of one human being. Its nine notice fields (first name, family name, address, contact details,
// date of birth, date of death, relationship, payment information, marital status) are all first class.
//
// On the wire and in the store a person is a flat object of named fields (see person_fields.h), so that two people
// editing different fields never conflict. Plain value.
struct Person
{
    PersonId id;
    qint64 revision = 0; // the centre's; 0 while it has not seen the person
    PersonName name;
    QString knownAs;
    std::vector<FormerName> formerNames;
    std::optional<PartialDate> dateOfBirth;
    std::optional<PartialDate> dateOfDeath;
    MaritalStatus maritalStatus = MaritalStatus::NotAsked;
    std::vector<PersonRole> roles = {PersonRole::Resident};
    std::vector<ContactPoint> contactPoints;
    std::vector<Address> addresses;
    std::vector<Relationship> relationships;
    std::vector<PaymentReference> paymentReferences;
    std::vector<ExternalReference> externalReferences;
    std::vector<ValueMark> marks; // where values come from, when they were confirmed, what reaches nobody
    QString externalId;           // the council's own reference, from an import
    QString preferredLanguage;    // "en", "cy", …; empty when not asked
    QString communicationNeeds;   // a need, never a diagnosis: "large print"
    QString contactPreference;    // "phone, mornings"
    QString nhsNumber;            // ten digits, or empty; social care only
    QString niNumber;             // or empty
    bool isDemo = false;
    QJsonObject unknownFields; // of a newer version; kept and sent back untouched

    [[nodiscard]] const Address *homeAddress() const; // the first Home address, or nullptr
    [[nodiscard]] QString displayName() const;        // "Mrs Joan Hayward", "(no name)" never: may be empty

    friend bool operator==(const Person &, const Person &) = default;
};

} // namespace reeve::domain
