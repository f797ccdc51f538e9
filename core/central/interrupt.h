// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::central {

// Ends a wait from another thread. Stays raised until the wait it ends has been ended, so that it is not lost when it
// comes a moment before.
class Interrupt final
{
public:
    Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;
    ~Interrupt();

    void raise() noexcept; // any thread
    void clear() noexcept;
    [[nodiscard]] int descriptor() const noexcept { return m_fd; } // readable while raised

private:
    int m_fd = -1;
};

} // namespace reeve::central
