// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace reeve::matching {

// How many threads `wanted` means: 0 stands for as many as the machine has.
[[nodiscard]] inline unsigned threadCount(unsigned wanted)
{
    return std::max(wanted > 0 ? wanted : std::thread::hardware_concurrency(), 1U);
}

// Calls `work(part, begin, end)` for `count` things in as many even parts as there are threads, the last part on the
// calling thread. Returns when all are done.
template <typename Work>
void inParallel(unsigned threads, std::size_t count, const Work &work)
{
    const std::size_t parts = std::max(threads, 1U);
    std::vector<std::thread> running;
    running.reserve(parts);
    for (std::size_t part = 0; part + 1 < parts; ++part)
        running.emplace_back([&work, part, parts, count] {
            work(static_cast<unsigned>(part), count * part / parts, count * (part + 1) / parts);
        });
    work(static_cast<unsigned>(parts - 1), count * (parts - 1) / parts, count);
    for (std::thread &thread : running)
        thread.join();
}

} // namespace reeve::matching
