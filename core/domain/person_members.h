// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/field_values.h"

namespace reeve::domain {

// What the members of a person are called, for whatever form their values come in: `Value` is one that read() reads
// (field_values.h), `Name` a text of any kind. Private to person_fields.

using namespace Qt::Literals::StringLiterals;

enum class Member { Read, Unknown, Wrong };

inline Member outcome(bool isRight)
{
    return isRight ? Member::Read : Member::Wrong;
}

template <typename Name, typename Value>
Member readMember(PersonName &name, const Name &member, const Value &value)
{
    if (member == "title"_L1)
        return outcome(read(value, name.title));
    if (member == "given_name"_L1)
        return outcome(read(value, name.given));
    if (member == "middle_name"_L1)
        return outcome(read(value, name.middle));
    if (member == "family_name"_L1)
        return outcome(read(value, name.family));
    return Member::Unknown;
}

template <typename Name, typename Value>
Member readMember(FormerName &former, const Name &member, const Value &value)
{
    return readMember(former.name, member, value);
}

template <typename Name, typename Value>
Member readMember(ContactPoint &contact, const Name &member, const Value &value)
{
    if (member == "kind"_L1)
        return outcome(read(value, contact.kind));
    if (member == "value"_L1)
        return outcome(read(value, contact.value));
    if (member == "normalised"_L1)
        return outcome(read(value, contact.normalised));
    if (member == "label"_L1)
        return outcome(read(value, contact.label));
    if (member == "preferred"_L1)
        return outcome(read(value, contact.preferred));
    if (member == "safe_to_leave_message"_L1)
        return outcome(read(value, contact.safeToLeaveMessage));
    if (member == "confirmed_at"_L1)
        return outcome(read(value, contact.confirmedAt));
    return Member::Unknown;
}

template <typename Name, typename Value>
Member readMember(Address &address, const Name &member, const Value &value)
{
    if (member == "use"_L1)
        return outcome(read(value, address.use));
    if (member == "text"_L1)
        return outcome(read(value, address.text));
    if (member == "postcode"_L1)
        return outcome(read(value, address.postcode));
    if (member == "uprn"_L1)
        return outcome(read(value, address.uprn));
    if (member == "from"_L1)
        return outcome(read(value, address.from));
    if (member == "to"_L1)
        return outcome(read(value, address.to));
    if (member == "confirmed_at"_L1)
        return outcome(read(value, address.confirmedAt));
    return Member::Unknown;
}

template <typename Name, typename Value>
Member readMember(Relationship &relationship, const Name &member, const Value &value)
{
    if (member == "kind"_L1)
        return outcome(read(value, relationship.kind));
    if (member == "other"_L1)
        return outcome(read(value, relationship.other));
    if (member == "name_as_told"_L1)
        return outcome(read(value, relationship.nameAsTold));
    if (member == "authority"_L1)
        return outcome(read(value, relationship.authority));
    if (member == "evidence"_L1)
        return outcome(read(value, relationship.evidence));
    if (member == "evidence_seen"_L1)
        return outcome(read(value, relationship.evidenceSeen));
    if (member == "from"_L1)
        return outcome(read(value, relationship.from));
    if (member == "until"_L1)
        return outcome(read(value, relationship.until));
    if (member == "reach"_L1)
        return outcome(read(value, relationship.reach));
    if (member == "handles_estate"_L1)
        return outcome(read(value, relationship.handlesEstate));
    return Member::Unknown;
}

template <typename Name, typename Value>
Member readMember(PaymentReference &payment, const Name &member, const Value &value)
{
    if (member == "scheme"_L1)
        return outcome(read(value, payment.scheme));
    if (member == "reference"_L1)
        return outcome(read(value, payment.reference));
    if (member == "outcome"_L1)
        return outcome(read(value, payment.outcome));
    return Member::Unknown;
}

template <typename Name, typename Value>
Member readMember(ExternalReference &external, const Name &member, const Value &value)
{
    if (member == "system"_L1)
        return outcome(read(value, external.system));
    if (member == "reference"_L1)
        return outcome(read(value, external.reference));
    return Member::Unknown;
}

// A code of a newer version is kept, and means nothing here.
template <typename Value, typename Code, typename Parse>
Member readNewerCode(const Value &value, Code &code, Parse parse)
{
    QString text;
    if (!read(value, text))
        return Member::Wrong;
    const auto known = parse(text);
    if (!known)
        return Member::Unknown;
    code = *known;
    return Member::Read;
}

template <typename Name, typename Value>
Member readMember(ValueMark &mark, const Name &member, const Value &value)
{
    if (member == "field"_L1)
        return outcome(read(value, mark.field));
    if (member == "value"_L1)
        return outcome(read(value, mark.value));
    if (member == "kind"_L1)
        return readNewerCode(value, mark.kind, markKindOf);
    if (member == "source"_L1)
        return readNewerCode(value, mark.source, valueSourceOf);
    if (member == "channel"_L1)
        return outcome(read(value, mark.channel));
    if (member == "at"_L1)
        return outcome(read(value, mark.at));
    if (member == "agent"_L1)
        return outcome(read(value, mark.agent));
    if (member == "detail"_L1)
        return outcome(read(value, mark.detail));
    return Member::Unknown;
}

// All plain fields but the roles, which are a list.
template <typename Name, typename Value>
Member readPlainField(Person &person, const Name &name, const Value &value)
{
    if (name == "known_as"_L1)
        return outcome(read(value, person.knownAs));
    if (name == "date_of_birth"_L1)
        return outcome(read(value, person.dateOfBirth));
    if (name == "date_of_death"_L1)
        return outcome(read(value, person.dateOfDeath));
    if (name == "marital_status"_L1)
        return outcome(read(value, person.maritalStatus));
    if (name == "preferred_language"_L1)
        return outcome(read(value, person.preferredLanguage));
    if (name == "communication_needs"_L1)
        return outcome(read(value, person.communicationNeeds));
    if (name == "contact_preference"_L1)
        return outcome(read(value, person.contactPreference));
    if (name == "external_id"_L1)
        return outcome(read(value, person.externalId));
    if (name == "nhs_number"_L1)
        return outcome(read(value, person.nhsNumber));
    if (name == "ni_number"_L1)
        return outcome(read(value, person.niNumber));
    if (name == "is_demo"_L1)
        return outcome(read(value, person.isDemo));
    return readMember(person.name, name, value);
}

} // namespace reeve::domain
