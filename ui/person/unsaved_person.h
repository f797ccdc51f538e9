// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/person_input.h"

#include <QJsonObject>

#include <optional>

namespace reeve::ui {

// A person being written down, as far as one has come. Plain value.
struct UnsavedPerson
{
    std::optional<domain::Person> before; // who is being changed; none: a new one
    PersonInput input;
};

// All that was typed, readable or not; with card data masked, as in everything that is stored.
[[nodiscard]] QJsonObject toJson(const UnsavedPerson &person);
// None when it is not what toJson() writes.
[[nodiscard]] std::optional<UnsavedPerson> unsavedPersonFrom(const QJsonObject &object);

} // namespace reeve::ui
