// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

namespace reeve::central {

// What a SQLSTATE of the centre means for a desk. The states of our own (RV001 …) have their twin in
// api/00_refusals.sql. Anything not known is Internal.
[[nodiscard]] ErrorCode errorCodeOf(QByteArrayView sqlState);

// The five characters after "FATAL:" or "ERROR:" in a message that libpq made at PQERRORS_SQLSTATE; empty when there
// are none. The only way to learn why a connection was refused: libpq keeps no result for it.
[[nodiscard]] QByteArrayView sqlStateIn(QByteArrayView message);

} // namespace reeve::central
