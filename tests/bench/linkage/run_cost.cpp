// SPDX-License-Identifier: MIT
#include "tests/bench/linkage/run_cost.h"

#include <cstdlib>
#include <sys/resource.h>

namespace reeve::bench {

namespace {

RunCost used(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return {0, seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

} // namespace

RunClock::RunClock() : m_processorBefore(used(RUSAGE_SELF).processorSeconds)
{
    m_clock.start();
}

RunCost RunClock::sofar() const
{
    RunCost cost = used(RUSAGE_SELF);
    cost.seconds = static_cast<double>(m_clock.elapsed()) / 1e3;
    cost.processorSeconds -= m_processorBefore;
    return cost;
}

std::optional<RunCost> costOf(const QString &command)
{
    QElapsedTimer clock;
    clock.start();
    const double before = used(RUSAGE_CHILDREN).processorSeconds;
    if (std::system(command.toLocal8Bit().constData()) != 0)
        return {};
    RunCost cost = used(RUSAGE_CHILDREN);
    cost.seconds = static_cast<double>(clock.elapsed()) / 1e3;
    cost.processorSeconds -= before;
    return cost;
}

} // namespace reeve::bench
