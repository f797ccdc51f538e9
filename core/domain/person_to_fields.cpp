// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"

#include "core/domain/person_codes.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// Empty texts and values that mean nothing are left out: absent is "not known".
void put(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<PartialDate> &date)
{
    if (date)
        object.insert(name, date->toIso());
}

void put(QJsonObject &object, QLatin1StringView name, const std::optional<Instant> &instant)
{
    if (instant)
        object.insert(name, toRfc3339(*instant));
}

void putName(QJsonObject &object, const PersonName &name)
{
    put(object, "title"_L1, name.title);
    put(object, "given_name"_L1, name.given);
    put(object, "middle_name"_L1, name.middle);
    put(object, "family_name"_L1, name.family);
}

QJsonObject objectOf(const FormerName &former)
{
    QJsonObject object;
    putName(object, former.name);
    return object;
}

QJsonObject objectOf(const ContactPoint &contact)
{
    QJsonObject object{{u"kind"_s, toCode(contact.kind)}, {u"value"_s, contact.value}};
    put(object, "normalised"_L1, contact.normalised);
    put(object, "label"_L1, contact.label);
    if (contact.preferred)
        object.insert("preferred"_L1, true);
    if (!contact.safeToLeaveMessage)
        object.insert("safe_to_leave_message"_L1, false);
    put(object, "confirmed_at"_L1, contact.confirmedAt);
    return object;
}

QJsonObject objectOf(const Address &address)
{
    QJsonObject object{{u"use"_s, toCode(address.use)}};
    put(object, "text"_L1, address.text);
    put(object, "postcode"_L1, address.postcode);
    if (address.uprn)
        object.insert("uprn"_L1, *address.uprn);
    put(object, "from"_L1, address.from);
    put(object, "to"_L1, address.to);
    put(object, "confirmed_at"_L1, address.confirmedAt);
    return object;
}

QJsonObject objectOf(const Relationship &relationship)
{
    QJsonObject object{{u"kind"_s, toCode(relationship.kind)}};
    if (relationship.other)
        object.insert("other"_L1, relationship.other->toString());
    put(object, "name_as_told"_L1, relationship.nameAsTold);
    if (relationship.authority != Authority::None)
        object.insert("authority"_L1, toCode(relationship.authority));
    put(object, "evidence"_L1, relationship.evidence);
    put(object, "evidence_seen"_L1, relationship.evidenceSeen);
    put(object, "from"_L1, relationship.from);
    put(object, "until"_L1, relationship.until);
    put(object, "reach"_L1, relationship.reach);
    if (relationship.handlesEstate)
        object.insert("handles_estate"_L1, true);
    return object;
}

QJsonObject objectOf(const PaymentReference &payment)
{
    QJsonObject object;
    put(object, "scheme"_L1, payment.scheme);
    put(object, "reference"_L1, payment.reference);
    put(object, "outcome"_L1, payment.outcome);
    return object;
}

QJsonObject objectOf(const ExternalReference &external)
{
    QJsonObject object;
    put(object, "system"_L1, external.system);
    put(object, "reference"_L1, external.reference);
    return object;
}

QJsonObject objectOf(const ValueMark &mark)
{
    return markObject(mark);
}

template <typename T>
void putAll(QJsonObject &fields, const QString &prefix, const std::vector<T> &all)
{
    for (const T &one : all)
        fields.insert(prefix + one.key, objectOf(one));
}

// What a newer version wrote comes back as it was: whole fields, and members of objects that still exist.
void putUnknown(QJsonObject &fields, const QJsonObject &unknown)
{
    for (auto it = unknown.constBegin(); it != unknown.constEnd(); ++it) {
        const QString name = it.key();
        if (!isObjectField(name)) {
            fields.insert(name, it.value());
        } else if (const auto known = fields.find(name); known != fields.end()) {
            QJsonObject object = known->toObject();
            const QJsonObject more = it.value().toObject();
            for (auto member = more.constBegin(); member != more.constEnd(); ++member)
                object.insert(member.key(), member.value());
            *known = object;
        }
    }
}

} // namespace

QJsonObject markObject(const ValueMark &mark)
{
    QJsonObject object;
    put(object, "field"_L1, mark.field);
    put(object, "value"_L1, mark.value);
    put(object, "kind"_L1, toCode(mark.kind));
    put(object, "source"_L1, toCode(mark.source));
    put(object, "channel"_L1, mark.channel);
    put(object, "at"_L1, mark.at);
    put(object, "agent"_L1, mark.agent);
    put(object, "detail"_L1, mark.detail);
    return object;
}

QJsonObject toFields(const Person &person)
{
    QJsonObject fields;
    putName(fields, person.name);
    put(fields, "known_as"_L1, person.knownAs);
    put(fields, "date_of_birth"_L1, person.dateOfBirth);
    put(fields, "date_of_death"_L1, person.dateOfDeath);
    if (person.maritalStatus != MaritalStatus::NotAsked)
        fields.insert("marital_status"_L1, toCode(person.maritalStatus));
    put(fields, "preferred_language"_L1, person.preferredLanguage);
    put(fields, "communication_needs"_L1, person.communicationNeeds);
    put(fields, "contact_preference"_L1, person.contactPreference);
    put(fields, "external_id"_L1, person.externalId);
    put(fields, "nhs_number"_L1, person.nhsNumber);
    put(fields, "ni_number"_L1, person.niNumber);

    QJsonArray roles;
    for (const PersonRole role : person.roles)
        roles.append(toCode(role));
    fields.insert("roles"_L1, roles);
    if (person.isDemo)
        fields.insert("is_demo"_L1, true);

    putAll(fields, u"former_name/"_s, person.formerNames);
    putAll(fields, u"contact/"_s, person.contactPoints);
    putAll(fields, u"address/"_s, person.addresses);
    putAll(fields, u"relationship/"_s, person.relationships);
    putAll(fields, u"payment/"_s, person.paymentReferences);
    putAll(fields, u"reference/"_s, person.externalReferences);
    putAll(fields, u"mark/"_s, person.marks);
    putUnknown(fields, person.unknownFields);
    return fields;
}

} // namespace reeve::domain
