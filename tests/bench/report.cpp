// SPDX-License-Identifier: MIT
#include "tests/bench/report.h"

#include <algorithm>
#include <cstdio>

namespace reeve::bench {

void RatioReporter::ReportRuns(const std::vector<Run> &runs)
{
    ConsoleReporter::ReportRuns(runs);
    for (const Run &run : runs) {
        if (run.error_occurred || run.run_type != Run::RT_Iteration || run.iterations == 0)
            continue;
        const std::string &name = run.run_name.function_name;
        const std::size_t slash = name.find('/');
        if (slash == std::string::npos)
            continue;
        const std::string work = name.substr(0, slash);
        const std::string who = name.substr(slash + 1);
        note(work, who, run.real_accumulated_time / static_cast<double>(run.iterations));
        for (const char *share : {"p50", "p99"}) { // where each piece of work was timed
            if (const auto counter = run.counters.find(share); counter != run.counters.end())
                note(work + ", " + share, who, counter->second.value);
        }
    }
}

void RatioReporter::note(const std::string &work, const std::string &who, double seconds)
{
    auto &best = m_seconds[work];
    best[who] = best.contains(who) ? std::min(best[who], seconds) : seconds;
}

void RatioReporter::Finalize()
{
    ConsoleReporter::Finalize();
    std::printf("\n%-34s %12s %12s %8s\n", "work (best of the repetitions)", "plain", "reeve", "ratio");
    for (const auto &[work, who] : m_seconds) {
        const auto plain = who.find("plain");
        const auto ours = who.find("reeve");
        if (ours == who.end())
            continue;
        if (plain == who.end())
            std::printf("%-34s %12s %10.3f ms %8s\n", work.c_str(), "-", ours->second * 1e3, "-");
        else
            std::printf("%-34s %9.3f ms %9.3f ms %8.2f\n", work.c_str(), plain->second * 1e3, ours->second * 1e3,
                        ours->second / plain->second);
    }
}

} // namespace reeve::bench
