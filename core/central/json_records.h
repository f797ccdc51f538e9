// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

#include <QByteArray>
#include <QJsonObject>

namespace reeve::central {

// Records as the functions of schema reeve_api send them (api/50_pull.sql, api/60_records.sql). Nothing when a record
// cannot be read.
[[nodiscard]] std::optional<store::FieldConflict> conflictFrom(const QJsonObject &json);
[[nodiscard]] std::optional<domain::MergeEvent> mergeEventFrom(const QByteArray &body);
[[nodiscard]] std::optional<sync::PulledInteraction> interactionFrom(const QByteArray &body, const QString &agent);

// One restricted item of an interaction; `list` is where domain::toJson() keeps its kind.
[[nodiscard]] Result<domain::Interaction> withOneItem(domain::InteractionId interaction, QLatin1StringView list,
                                                      const QByteArray &item);

[[nodiscard]] domain::Roles rolesFrom(const QString &codes);

} // namespace reeve::central
