// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"

#include <QByteArray>

#include <algorithm>

namespace reeve::store {

// Below all ids that are made from then on (UUIDv7: milliseconds in its first 48 bits).
[[nodiscard]] inline QByteArray firstIdOf(Instant instant)
{
    const quint64 milliseconds = static_cast<quint64>(std::max<qint64>(toMilliseconds(instant), 0));
    QByteArray id(16, '\0');
    for (int i = 0; i < 6; ++i)
        id[i] = static_cast<char>(milliseconds >> (8 * (5 - i)));
    return id;
}

} // namespace reeve::store
