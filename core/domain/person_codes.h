// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <optional>

namespace reeve::domain {

// The codes inside a person's objects, read. Private to person_fields; nullopt for unknown ones.
[[nodiscard]] std::optional<ContactKind> contactKindOf(QStringView code);
[[nodiscard]] std::optional<AddressUse> addressUseOf(QStringView code);
[[nodiscard]] std::optional<RelationshipKind> relationshipKindOf(QStringView code);
[[nodiscard]] std::optional<Authority> authorityOf(QStringView code);

// Whether a field's name is one of the prefixes whose objects this version knows, with a key: "contact/…".
[[nodiscard]] bool isObjectField(QStringView name);

} // namespace reeve::domain
