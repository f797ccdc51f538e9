// SPDX-License-Identifier: MIT
#include "core/sync/back_off.h"

#include <algorithm>

namespace reeve::sync {

using std::chrono::milliseconds;

quint64 nextRandom(quint64 &state) noexcept
{
    state += 0x9E3779B97F4A7C15ULL;
    quint64 z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

milliseconds anyUpTo(milliseconds most, quint64 &random) noexcept
{
    const auto choices = static_cast<quint64>(std::max<qint64>(0, most.count())) + 1;
    return milliseconds(static_cast<qint64>(nextRandom(random) % choices));
}

milliseconds backOff(int failures, milliseconds cap, quint64 &random) noexcept
{
    const int doublings = std::clamp(failures - 1, 0, 20);
    return anyUpTo(std::min(cap, milliseconds(backOffBase.count() << doublings)), random);
}

milliseconds slowRetry(quint64 &random) noexcept
{
    return backOffCap / 2 + anyUpTo(backOffCap / 2, random);
}

} // namespace reeve::sync
