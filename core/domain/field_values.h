// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace reeve::domain {

// Each of these reads one value of a person's fields and answers whether it has the right shape. What has not is left
// as it was. Private to person_fields.
[[nodiscard]] bool read(const QJsonValue &value, QString &text);
[[nodiscard]] bool read(const QJsonValue &value, bool &flag);
[[nodiscard]] bool read(const QJsonValue &value, std::optional<PartialDate> &date);
[[nodiscard]] bool read(const QJsonValue &value, std::optional<Instant> &instant);
[[nodiscard]] bool read(const QJsonValue &value, std::optional<PersonId> &id);
[[nodiscard]] bool read(const QJsonValue &value, std::optional<qint64> &number);
[[nodiscard]] bool read(const QJsonValue &value, ContactKind &kind);
[[nodiscard]] bool read(const QJsonValue &value, AddressUse &use);
[[nodiscard]] bool read(const QJsonValue &value, RelationshipKind &kind);
[[nodiscard]] bool read(const QJsonValue &value, Authority &authority);
[[nodiscard]] bool read(const QJsonValue &value, MaritalStatus &status);
[[nodiscard]] bool read(const QJsonValue &value, std::vector<PersonRole> &roles);

} // namespace reeve::domain
