// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/rows.h"

#include <QByteArrayView>

namespace reeve::fuzz {

// An answer of the server, made of any bytes: `columns` columns; each value is one byte of length (255: NULL) and so
// many bytes; 254: two bytes of length follow.
[[nodiscard]] central::Rows rowsFrom(QByteArrayView input, int columns);

} // namespace reeve::fuzz
