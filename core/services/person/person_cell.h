// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_columns.h"

namespace reeve::services {

// Lays one cell, not empty, over `person`. Parts made here have fixed keys, so that importing the same file again
// changes nothing. InvalidInput names the field.
[[nodiscard]] Result<> applyCell(domain::Person &person, PersonColumns::Column column, const QString &cell,
                                 QDate today);

// "7.7E+09", "4.47701E+11": what a spreadsheet leaves of a long number. Its digits are lost, and it is laid over
// nobody.
[[nodiscard]] bool isRounded(const QString &cell);

// The address that came from an import; made when missing.
[[nodiscard]] bool isImportedAddress(const domain::Address &address);
[[nodiscard]] domain::Address &importedAddress(domain::Person &person);

} // namespace reeve::services
