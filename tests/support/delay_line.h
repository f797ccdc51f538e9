// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

namespace reeve::test {

// A long cable on loopback: relays TCP connections to a port of 127.0.0.1 and hands every byte on only after `oneWay`.
// Bytes in flight are not limited, so that it shows what round trips cost, not what slow start costs.
// Runs on a thread of its own; every function may be called from any thread.
class DelayLine final
{
public:
    DelayLine(std::uint16_t targetPort, std::chrono::microseconds oneWay);
    DelayLine(const DelayLine &) = delete;
    DelayLine &operator=(const DelayLine &) = delete;
    ~DelayLine();

    // Where to connect to; 0 when the line could not be laid.
    [[nodiscard]] std::uint16_t port() const noexcept;

    // Cut: bytes vanish and new connections hang, as when a cable is pulled. Heal: connections cut meanwhile are
    // reset, new ones pass.
    void cut();
    void heal();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace reeve::test
