// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QtGlobal>

#include <atomic>

namespace reeve::test {

// A clock that stands still until it is told to move. Starts on 22 November 2026, 10:42 UTC. Thread-safe.
class TestClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return Instant{std::chrono::milliseconds{m_now.load()}}; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override
    {
        return std::chrono::milliseconds{m_monotonic.load()};
    }

    // Time passes: both clocks move.
    void advance(std::chrono::milliseconds by)
    {
        m_now += by.count();
        m_monotonic += by.count();
    }
    // Somebody sets the wall clock: only now() moves, in either direction.
    void setBy(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    std::atomic<qint64> m_now{1795344120000};
    std::atomic<qint64> m_monotonic{0};
};

} // namespace reeve::test
