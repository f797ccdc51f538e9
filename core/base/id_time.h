// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"

#include <QUuid>

namespace reeve {

// Below every id that an IdSource (id.h) whose clock says `instant` or more makes, and above those it made in any
// earlier millisecond: ids compared byte by byte, as a database does. An id in no other respect. Instants that UUIDv7
// cannot hold count as the nearest it can: 1970, and the year 10889.
//
// A source whose clock was set back goes on from its last tick, so that its ids may lie above.
[[nodiscard]] QUuid firstIdOf(Instant instant);

} // namespace reeve
