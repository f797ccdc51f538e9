// SPDX-License-Identifier: MIT
#include "ui/person/unsaved_person.h"

#include "core/domain/card_data.h"
#include "core/domain/person_fields.h"

#include <QJsonArray>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The rows of a person's fields are sorted by key, and a row that was just typed has none: until it is read again, each
// has its place in the form for a key.
template <typename Row>
QJsonArray number(std::vector<Row> &rows)
{
    QJsonArray keys;
    for (Row &row : rows) {
        const auto place = keys.size();
        keys.append(row.key);
        row.key = u"%1"_s.arg(place, 4, 10, QLatin1Char('0'));
    }
    return keys;
}

template <typename Row>
bool restoreKeys(std::vector<Row> &rows, const QJsonValue &value)
{
    const QJsonArray keys = value.toArray();
    if (static_cast<std::size_t>(keys.size()) != rows.size())
        return false;
    qsizetype place = 0;
    for (Row &row : rows)
        row.key = keys.at(place++).toString();
    return true;
}

QJsonValue masked(const QJsonValue &value)
{
    if (value.isString())
        return domain::scanForCardData(value.toString()).masked;
    if (value.isArray()) {
        QJsonArray all;
        for (const QJsonValue one : value.toArray())
            all.append(masked(one));
        return all;
    }
    if (!value.isObject())
        return value;
    QJsonObject all = value.toObject();
    for (auto one = all.begin(); one != all.end(); ++one)
        one.value() = masked(one.value());
    return all;
}

QJsonObject inputToJson(const PersonInput &input)
{
    domain::Person person = input.person;
    person.addresses.clear();
    person.relationships.clear();
    QJsonArray addresses;
    for (const AddressInput &typed : input.addresses) {
        person.addresses.push_back(typed.address);
        addresses.append(QJsonArray{typed.uprn, typed.from, typed.to});
    }
    QJsonArray relationships;
    for (const RelationshipInput &typed : input.relationships) {
        person.relationships.push_back(typed.relationship);
        relationships.append(QJsonArray{typed.evidenceSeen, typed.from, typed.until});
    }
    const QJsonObject keys{{u"address"_s, number(person.addresses)},
                           {u"relationship"_s, number(person.relationships)},
                           {u"contact"_s, number(person.contactPoints)},
                           {u"payment"_s, number(person.paymentReferences)},
                           {u"former_name"_s, number(person.formerNames)}};
    return {
        {u"fields"_s, domain::toFields(person)}, {u"keys"_s, keys},           {u"date_of_birth"_s, input.dateOfBirth},
        {u"date_of_death"_s, input.dateOfDeath}, {u"addresses"_s, addresses}, {u"relationships"_s, relationships}};
}

std::optional<PersonInput> inputFromJson(const QJsonObject &object)
{
    auto person = domain::personFromFields({}, 0, object.value(u"fields"_s).toObject());
    const QJsonObject keys = object.value(u"keys"_s).toObject();
    if (!person || !restoreKeys(person->addresses, keys.value(u"address"_s)) ||
        !restoreKeys(person->relationships, keys.value(u"relationship"_s)) ||
        !restoreKeys(person->contactPoints, keys.value(u"contact"_s)) ||
        !restoreKeys(person->paymentReferences, keys.value(u"payment"_s)) ||
        !restoreKeys(person->formerNames, keys.value(u"former_name"_s)))
        return std::nullopt;

    PersonInput input;
    input.dateOfBirth = object.value(u"date_of_birth"_s).toString();
    input.dateOfDeath = object.value(u"date_of_death"_s).toString();
    const QJsonArray addresses = object.value(u"addresses"_s).toArray();
    for (const domain::Address &address : std::as_const(person->addresses)) {
        const QJsonArray typed = addresses.at(static_cast<qsizetype>(input.addresses.size())).toArray();
        input.addresses.push_back({address, typed.at(0).toString(), typed.at(1).toString(), typed.at(2).toString()});
    }
    const QJsonArray relationships = object.value(u"relationships"_s).toArray();
    for (const domain::Relationship &one : std::as_const(person->relationships)) {
        const QJsonArray typed = relationships.at(static_cast<qsizetype>(input.relationships.size())).toArray();
        input.relationships.push_back({one, typed.at(0).toString(), typed.at(1).toString(), typed.at(2).toString()});
    }
    input.person = std::move(*person);
    return input;
}

} // namespace

QJsonObject toJson(const UnsavedPerson &person)
{
    QJsonObject object{{u"input"_s, masked(inputToJson(person.input))}};
    if (person.before) {
        object.insert(u"before"_s, QJsonObject{{u"id"_s, person.before->id.toString()},
                                               {u"revision"_s, person.before->revision},
                                               {u"fields"_s, domain::toFields(*person.before)}});
    }
    return object;
}

std::optional<UnsavedPerson> unsavedPersonFrom(const QJsonObject &object)
{
    const QJsonValue typed = object.value(u"input"_s);
    auto input = typed.isObject() ? inputFromJson(typed.toObject()) : std::nullopt;
    if (!input)
        return std::nullopt;
    if (!object.contains(u"before"_s)) {
        input->person.addresses.clear();
        input->person.relationships.clear();
        return UnsavedPerson{std::nullopt, std::move(*input)};
    }
    const QJsonObject said = object.value(u"before"_s).toObject();
    const auto id = domain::PersonId::parse(said.value(u"id"_s).toString());
    if (!id)
        return std::nullopt;
    const auto before =
        domain::personFromFields(*id, said.value(u"revision"_s).toInteger(), said.value(u"fields"_s).toObject());
    if (!before)
        return std::nullopt;
    // What the form does not show is as it was: fields of a newer version among it.
    input->person.id = before->id;
    input->person.revision = before->revision;
    input->person.addresses = before->addresses;
    input->person.relationships = before->relationships;
    input->person.unknownFields = before->unknownFields;
    return UnsavedPerson{*before, std::move(*input)};
}

} // namespace reeve::ui
