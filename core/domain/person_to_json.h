// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QByteArray>

namespace reeve::domain {

// The bytes QJsonDocument writes of toFields(person), compact: the same, byte by byte, in a tenth of the time. For
// imports.
[[nodiscard]] QByteArray personToJson(const Person &person);

} // namespace reeve::domain
