// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

#include <QString>

namespace reeve::ui {

// What a row says of somebody on record, in the language of the window.

[[nodiscard]] QString nameWords(const services::PersonHit &hit); // "Joan Hayward (known as Jo)"
[[nodiscard]] QString hitWords(const services::PersonHit &hit);  // date of birth and age, address, phone

} // namespace reeve::ui
