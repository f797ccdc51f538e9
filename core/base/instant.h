// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace reeve {

// Milliseconds since the epoch, as stored and sent.
[[nodiscard]] inline qint64 toMilliseconds(Instant instant)
{
    return instant.time_since_epoch().count();
}

[[nodiscard]] inline Instant fromMilliseconds(qint64 milliseconds)
{
    return Instant{std::chrono::milliseconds{milliseconds}};
}

// RFC 3339 in UTC with milliseconds: "2026-11-22T10:42:00.000Z".
[[nodiscard]] QString toRfc3339(Instant instant);

// Reads an RFC 3339 date-time, with any offset. InvalidInput for anything else, 31 February included.
[[nodiscard]] Result<Instant> parseRfc3339(QStringView text);

} // namespace reeve
