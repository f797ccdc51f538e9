// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

namespace reeve::services {

// A person as typed or imported, made comparable: white space trimmed, rows without a value dropped, numbers, e-mail
// addresses and postcodes normalised where they can be read (and kept as told where not), missing keys made.
[[nodiscard]] domain::Person tidyPerson(domain::Person person, IdSource &ids);

} // namespace reeve::services
