// SPDX-License-Identifier: MIT
#include "core/base/id.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace reeve {

namespace {

// From the operating system, many at a time: asking for them costs more than the rest of an id.
quint64 systemRandom()
{
    thread_local std::array<quint64, 32> pool;
    thread_local std::size_t used = pool.size();
    if (used == pool.size()) {
        if (::getentropy(pool.data(), sizeof pool) != 0)
            QRandomGenerator::system()->fillRange(pool.data(), static_cast<qsizetype>(pool.size()));
        used = 0;
    }
    return pool[used++];
}

} // namespace

IdSource::IdSource(const Clock &clock) : m_clock(clock), m_seeded(false) {}

IdSource::IdSource(const Clock &clock, quint64 seed) : m_clock(clock), m_seeded(true), m_state(seed) {}

quint64 IdSource::random()
{
    if (!m_seeded)
        return systemRandom();
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

QUuid IdSource::next()
{
    const std::scoped_lock lock(m_mutex);

    // The 12 bits after the version are a counter within the millisecond (RFC 9562 §6.2, method 3); when the clock
    // stands still or goes back, the last tick is counted on instead.
    const qint64 milliseconds = std::max<qint64>(0, m_clock.now().time_since_epoch().count());
    m_lastTick = std::max(m_lastTick + 1, milliseconds << 12);

    const auto tick = static_cast<quint64>(m_lastTick);
    const quint64 tail = random();
    const quint64 milli = tick >> 12;
    const auto counter = static_cast<ushort>(tick & 0xfffU);
    return QUuid(static_cast<uint>(milli >> 16), static_cast<ushort>(milli & 0xffffU),
                 static_cast<ushort>(0x7000U | counter), static_cast<uchar>(0x80U | ((tail >> 56) & 0x3fU)),
                 static_cast<uchar>(tail >> 48), static_cast<uchar>(tail >> 40), static_cast<uchar>(tail >> 32),
                 static_cast<uchar>(tail >> 24), static_cast<uchar>(tail >> 16), static_cast<uchar>(tail >> 8),
                 static_cast<uchar>(tail));
}

} // namespace reeve
