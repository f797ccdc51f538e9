// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QString>

#include <optional>

namespace reeve::bench {

struct RunCost
{
    double seconds = 0;          // by the clock
    double processorSeconds = 0; // of all threads, user and system
    double mostMegabytes = 0;    // resident at the worst moment
};

// From its making on, of this process. The memory is that of its whole life so far.
class RunClock final
{
public:
    RunClock();
    [[nodiscard]] RunCost sofar() const;

private:
    QElapsedTimer m_clock;
    double m_processorBefore = 0;
};

// Runs a command of the shell to its end, its words going where ours go. None when it fails.
[[nodiscard]] std::optional<RunCost> costOf(const QString &command);

} // namespace reeve::bench
