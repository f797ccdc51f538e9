// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace reeve {

// A point in time, UTC, to the millisecond. Stored and sent as milliseconds since 1970-01-01T00:00:00Z.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

// Where time comes from. Passed in, so that a test can stop it, step it or set it ten years off.
// Implementations may be called from any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    // What the desk's wall clock says. Orders nothing: desks are off by years.
    [[nodiscard]] virtual Instant now() const = 0;

    // Time since some fixed moment of this process; never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

} // namespace reeve
