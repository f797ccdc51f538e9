// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_columns.h"

namespace reeve::services {

// Lays one cell, not empty, that is no way to reach somebody (contact_cell.h), over `person`. Parts made here have
// fixed keys, so that importing the same file again changes nothing. InvalidInput names the field.
[[nodiscard]] Result<> applyCell(domain::Person &person, PersonColumns::Column column, const QString &cell,
                                 QDate today);

// The address that came from an import; made when missing.
[[nodiscard]] bool isImportedAddress(const domain::Address &address);
[[nodiscard]] domain::Address &importedAddress(domain::Person &person);

} // namespace reeve::services
