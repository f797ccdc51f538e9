// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/may_contact.h"
#include "core/services/person/people_at_address.h"
#include "core/services/person/person_service.h"

#include <QJsonArray>
#include <QJsonObject>

namespace reeve::ctl {

// By field: who told its value and when, when it was confirmed, whether it reaches nobody. Fields of which nothing is
// known are left out.
[[nodiscard]] QJsonObject standingsObject(const domain::Person &person);

// Who may act for them today, by the keys of the relationships that name an authority.
[[nodiscard]] QJsonObject actingObject(const services::PersonView &view, QDate today);

// Whose records name them as somebody related, and as what.
[[nodiscard]] QJsonArray namedByArray(const std::vector<services::NamedBy> &named);

[[nodiscard]] QString contactCode(domain::ContactBar bar); // allowed deceased no_way_in

// Whether one may call, write or post to them, and what with.
[[nodiscard]] QJsonObject contactObject(const domain::Person &person, QDate today);

// Who must be told of a death, and who was.
[[nodiscard]] QJsonArray toBeTold(const domain::Person &person, const domain::BereavementPolicy &policy);

[[nodiscard]] QJsonObject toObject(const services::Occupant &occupant);

} // namespace reeve::ctl
