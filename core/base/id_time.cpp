// SPDX-License-Identifier: MIT
#include "core/base/id_time.h"

#include <algorithm>

namespace reeve {

namespace {

constexpr qint64 mostMilliseconds = (qint64{1} << 48) - 1; // UUIDv7's first 48 bits

} // namespace

QUuid firstIdOf(Instant instant)
{
    const auto milliseconds = static_cast<quint64>(std::clamp<qint64>(toMilliseconds(instant), 0, mostMilliseconds));
    return QUuid(static_cast<uint>(milliseconds >> 16), static_cast<ushort>(milliseconds & 0xffffU), 0, 0, 0, 0, 0, 0,
                 0, 0, 0);
}

} // namespace reeve
