// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace reeve::bench {

// How long each of many small works took, one after the other: their mean says nothing of the one that somebody waits
// for. Told as the counters p50, p99 and max, in seconds.
class CommitTimes final
{
public:
    void begin() { m_began = Clock::now(); }
    void end() { m_seconds.push_back(std::chrono::duration<double>(Clock::now() - m_began).count()); }

    void tell(benchmark::State &state)
    {
        if (m_seconds.empty())
            return;
        std::sort(m_seconds.begin(), m_seconds.end());
        state.counters["p50"] = at(0.5);
        state.counters["p99"] = at(0.99);
        state.counters["max"] = m_seconds.back();
    }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] double at(double share) const
    {
        return m_seconds[static_cast<std::size_t>(share * static_cast<double>(m_seconds.size() - 1))];
    }

    Clock::time_point m_began;
    std::vector<double> m_seconds;
};

} // namespace reeve::bench
