// SPDX-License-Identifier: MIT
#include "core/domain/person_to_json.h"

#include "core/domain/json_writer.h"
#include "core/domain/person_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::domain {

namespace {

// Whatever the writer below does not know is left to Qt.
bool isPlain(const Person &person)
{
    const auto isConfirmed = [](const auto &part) { return part.confirmedAt.has_value(); };
    return person.relationships.empty() && person.paymentReferences.empty() && person.externalReferences.empty() &&
           person.marks.empty() && person.unknownFields.isEmpty() &&
           std::none_of(person.contactPoints.cbegin(), person.contactPoints.cend(), isConfirmed) &&
           std::none_of(person.addresses.cbegin(), person.addresses.cend(), isConfirmed);
}

// The parts by key, as a JSON object sorts them. Null when a key comes twice.
template <typename Part>
std::optional<std::vector<const Part *>> sorted(const std::vector<Part> &parts)
{
    std::vector<const Part *> order;
    order.reserve(parts.size());
    for (const Part &part : parts)
        order.push_back(&part);
    std::sort(order.begin(), order.end(), [](const Part *a, const Part *b) { return a->key < b->key; });
    const auto isSame = [](const Part *a, const Part *b) { return a->key == b->key; };
    if (std::adjacent_find(order.cbegin(), order.cend(), isSame) != order.cend())
        return std::nullopt;
    return order;
}

void date(JsonWriter &writer, QByteArrayView member, const std::optional<PartialDate> &date)
{
    if (date)
        writer.text(member, date->toIso());
}

void write(JsonWriter &writer, const Address &address)
{
    writer.keyed("address/", address.key);
    writer.begin();
    date(writer, "from", address.from);
    writer.text("postcode", address.postcode);
    writer.text("text", address.text);
    date(writer, "to", address.to);
    if (address.uprn)
        writer.raw("uprn", QByteArray::number(*address.uprn));
    writer.text("use", toCode(address.use));
    writer.end();
}

void write(JsonWriter &writer, const ContactPoint &contact)
{
    writer.keyed("contact/", contact.key);
    writer.begin();
    writer.text("kind", toCode(contact.kind));
    writer.text("label", contact.label);
    writer.text("normalised", contact.normalised);
    if (contact.preferred)
        writer.raw("preferred", "true");
    if (!contact.safeToLeaveMessage)
        writer.raw("safe_to_leave_message", "false");
    writer.name("value");
    writer.value(contact.value);
    writer.end();
}

void write(JsonWriter &writer, const FormerName &former)
{
    writer.keyed("former_name/", former.key);
    writer.begin();
    writer.text("family_name", former.name.family);
    writer.text("given_name", former.name.given);
    writer.text("middle_name", former.name.middle);
    writer.text("title", former.name.title);
    writer.end();
}

} // namespace

QByteArray personToJson(const Person &person)
{
    const auto addresses = sorted(person.addresses);
    const auto contacts = sorted(person.contactPoints);
    const auto formers = sorted(person.formerNames);
    if (!isPlain(person) || !addresses || !contacts || !formers)
        return QJsonDocument(toFields(person)).toJson(QJsonDocument::Compact);

    JsonWriter writer;
    writer.begin();
    for (const Address *address : *addresses)
        write(writer, *address);
    writer.text("communication_needs", person.communicationNeeds);
    for (const ContactPoint *contact : *contacts)
        write(writer, *contact);
    writer.text("contact_preference", person.contactPreference);
    date(writer, "date_of_birth", person.dateOfBirth);
    date(writer, "date_of_death", person.dateOfDeath);
    writer.text("external_id", person.externalId);
    writer.text("family_name", person.name.family);
    for (const FormerName *former : *formers)
        write(writer, *former);
    writer.text("given_name", person.name.given);
    if (person.isDemo)
        writer.raw("is_demo", "true");
    writer.text("known_as", person.knownAs);
    if (person.maritalStatus != MaritalStatus::NotAsked)
        writer.text("marital_status", toCode(person.maritalStatus));
    writer.text("middle_name", person.name.middle);
    writer.text("nhs_number", person.nhsNumber);
    writer.text("ni_number", person.niNumber);
    writer.text("preferred_language", person.preferredLanguage);
    writer.beginList("roles");
    for (const PersonRole role : person.roles)
        writer.element(toCode(role));
    writer.endList();
    writer.text("title", person.name.title);
    writer.end();
    return writer.take();
}

} // namespace reeve::domain
