// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/table/person_field.h"

#include <optional>

namespace reeve::services {

// A column of telephone numbers or of e-mail addresses, and what it makes of a person: a contact point with a key of
// its own, so that importing the same file again changes nothing.
struct ContactColumn
{
    domain::ContactKind kind = domain::ContactKind::Phone;
    QString key;
    QString label; // of a contact point that has none
    QString name;  // of the column, in our words: "work phone 2"
};

// `number`: 1 is the first of its kind. None where the field is neither.
[[nodiscard]] std::optional<ContactColumn> contactColumn(matching::PersonField field, int number);

// Lays one cell, not empty, over `person`. Several telephone numbers in it are each kept; a word for none is none.
void applyContact(domain::Person &person, const ContactColumn &column, const QString &cell);

} // namespace reeve::services
