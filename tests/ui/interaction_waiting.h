// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <functional>

namespace reeve::test {

// Lets answers and timers arrive until `isDone`. False when five seconds pass without it.
[[nodiscard]] inline bool waitUntil(const std::function<bool()> &isDone)
{
    const QDeadlineTimer deadline(5000);
    while (!isDone()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

} // namespace reeve::test
