// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/domain/value_mark.h"

#include <QJsonObject>

#include <optional>

namespace reeve::ui {

// A death being written down, as far as one has come: as typed, readable or not. Plain value.
struct UnsavedDeath
{
    domain::PersonId person;
    QString day;
    domain::ValueSource source = domain::ValueSource::NotSaid;
    bool isVerified = false;
    QString estateName;
    QString estateReach;

    friend bool operator==(const UnsavedDeath &, const UnsavedDeath &) = default;
};

// With card data masked, as in everything that is stored.
[[nodiscard]] QJsonObject toJson(const UnsavedDeath &death);
// None when it names nobody.
[[nodiscard]] std::optional<UnsavedDeath> unsavedDeathFrom(const QJsonObject &object);

} // namespace reeve::ui
