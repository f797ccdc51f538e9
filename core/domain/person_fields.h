// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::domain {

// A person as stored and sent: one flat JSON object, field name -> value. Absent and null mean "not known".
//
//   title given_name middle_name family_name known_as        text
//   date_of_birth date_of_death                              PartialDate::toIso()
//   marital_status preferred_language communication_needs
//   contact_preference external_id nhs_number ni_number      text
//   roles                                                    array of codes
//   is_demo                                                  true
//   former_name/<key> contact/<key> address/<key>
//   relationship/<key> payment/<key> reference/<key>         object
//   mark/<key>                                               object (value_mark.h); added and removed, never changed
//
// The unit of merging is the field: two edits conflict only where they set the same one.
[[nodiscard]] QJsonObject toFields(const Person &person);

// The reverse. Fields this version does not know are kept in Person::unknownFields. InvalidInput when a known field
// has the wrong shape, naming the field (never its value).
[[nodiscard]] Result<Person> personFromFields(PersonId id, qint64 revision, const QJsonObject &fields);

// One field of it as one JSON value, the way toFields() writes it.
[[nodiscard]] QJsonObject markObject(const ValueMark &mark);

// What changed between two states of one person: for each field that differs, its new value (`set`, null when it was
// removed) and its old one (`was`, null when it was absent).
struct FieldChanges
{
    QJsonObject set;
    QJsonObject was;

    [[nodiscard]] bool isEmpty() const { return set.isEmpty(); }
};
[[nodiscard]] FieldChanges changesBetween(const QJsonObject &before, const QJsonObject &after);

// `fields` with `set` laid over it; null removes.
[[nodiscard]] QJsonObject withChanges(QJsonObject fields, const QJsonObject &set);

// InvalidInput when the person cannot be stored: no name at all, or a name part longer than 1,000 characters, a
// control character or NUL in any text. CardNumber when any text holds card data. Names the field.
[[nodiscard]] Result<> validate(const Person &person);

// Code <-> enum, as stored and sent. parse… return NotFound for unknown codes.
[[nodiscard]] QString toCode(MaritalStatus status);
[[nodiscard]] QString toCode(PersonRole role);
[[nodiscard]] QString toCode(ContactKind kind);
[[nodiscard]] QString toCode(AddressUse use);
[[nodiscard]] QString toCode(RelationshipKind kind);
[[nodiscard]] QString toCode(Authority authority);
[[nodiscard]] Result<MaritalStatus> parseMaritalStatus(QStringView code);
[[nodiscard]] Result<PersonRole> parsePersonRole(QStringView code);

} // namespace reeve::domain
