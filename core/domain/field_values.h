// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/json_scanner.h"
#include "core/domain/person.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace reeve::domain {

// Each of these reads one value of a person's fields and answers whether it has the right shape. What has not is left
// as it was. `Value` is QJsonValue or JsonScanner::Token. Private to person_fields.
template <typename Value>
[[nodiscard]] bool read(const Value &value, QString &text);
template <typename Value>
[[nodiscard]] bool read(const Value &value, bool &flag);
template <typename Value>
[[nodiscard]] bool read(const Value &value, std::optional<PartialDate> &date);
template <typename Value>
[[nodiscard]] bool read(const Value &value, std::optional<Instant> &instant);
template <typename Value>
[[nodiscard]] bool read(const Value &value, std::optional<PersonId> &id);
template <typename Value>
[[nodiscard]] bool read(const Value &value, std::optional<qint64> &number);
template <typename Value>
[[nodiscard]] bool read(const Value &value, ContactKind &kind);
template <typename Value>
[[nodiscard]] bool read(const Value &value, AddressUse &use);
template <typename Value>
[[nodiscard]] bool read(const Value &value, RelationshipKind &kind);
template <typename Value>
[[nodiscard]] bool read(const Value &value, Authority &authority);
template <typename Value>
[[nodiscard]] bool read(const Value &value, MaritalStatus &status);

// A list is one in a JSON document only.
[[nodiscard]] bool read(const QJsonValue &value, std::vector<PersonRole> &roles);

} // namespace reeve::domain
