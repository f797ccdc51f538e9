// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/services/sample/dice.h"

namespace reeve::services {

// A UUID of version 7 with this moment in it, whose other bits follow from seed, n and which record of n it is.
template <typename Tag>
[[nodiscard]] Id<Tag> sampleId(quint64 seed, Instant moment, qint64 n, quint32 record)
{
    Dice dice(seed, Stream::Id, (static_cast<quint64>(n) << 16U) + record);
    const auto milliseconds = static_cast<quint64>(toMilliseconds(moment));
    const quint64 head = dice.next();
    const quint64 tail = dice.next();
    const auto byte = [tail](int index) { return static_cast<uchar>(tail >> (8 * index)); };
    return Id<Tag>(QUuid(static_cast<uint>(milliseconds >> 16U), static_cast<ushort>(milliseconds & 0xffffU),
                         static_cast<ushort>(0x7000U | (head & 0xfffU)), static_cast<uchar>(0x80U | (byte(7) & 0x3fU)),
                         byte(6), byte(5), byte(4), byte(3), byte(2), byte(1), byte(0)));
}

// The id of person n: in the order of n, so that a first load grows its tables at one end.
[[nodiscard]] inline domain::PersonId samplePersonId(quint64 seed, qint64 n)
{
    constexpr qint64 firstOfJanuary2025 = 1'735'689'600'000;
    return sampleId<domain::PersonTag>(seed, fromMilliseconds(firstOfJanuary2025 + n), n, 0);
}

} // namespace reeve::services
