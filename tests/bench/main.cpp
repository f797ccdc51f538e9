// SPDX-License-Identifier: MIT
#include "tests/bench/bench_size.h"
#include "tests/bench/report.h"

#include <QCoreApplication>

#include <cstring>

namespace reeve::bench {

BenchSize &benchSize()
{
    static BenchSize size;
    return size;
}

} // namespace reeve::bench

// reeve_bench [--smoke] [Google Benchmark's options]
int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--smoke") == 0) {
            reeve::bench::benchSize() = {2000, 500};
            std::memmove(argv + i, argv + i + 1, static_cast<std::size_t>(argc - i) * sizeof *argv);
            --argc;
        }
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    reeve::bench::RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}
