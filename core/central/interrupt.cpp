// SPDX-License-Identifier: MIT
#include "core/central/interrupt.h"

#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace reeve::central {

Interrupt::Interrupt() : m_fd(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Interrupt::~Interrupt()
{
    if (m_fd >= 0)
        close(m_fd);
}

void Interrupt::raise() noexcept
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(m_fd, &one, sizeof one);
}

void Interrupt::clear() noexcept
{
    std::uint64_t count = 0;
    [[maybe_unused]] const auto size = read(m_fd, &count, sizeof count);
}

} // namespace reeve::central
