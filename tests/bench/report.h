// SPDX-License-Identifier: MIT
#pragma once

#include <benchmark/benchmark.h>

#include <map>
#include <string>
#include <vector>

namespace reeve::bench {

// Prints Google Benchmark's lines and, at the end, each `<work>/reeve` beside the `<work>/plain` of the same run.
class RatioReporter final : public benchmark::ConsoleReporter
{
public:
    void ReportRuns(const std::vector<Run> &runs) override;
    void Finalize() override;

private:
    void note(const std::string &work, const std::string &who, double seconds);

    std::map<std::string, std::map<std::string, double>> m_seconds; // work -> who -> best seconds of one run
};

} // namespace reeve::bench
