// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace reeve::bench {

// How much work one run does: the published figures, or a smoke that only shows that everything still runs.
struct BenchSize
{
    qint64 people = 100000;
    qint64 backlog = 10000;
};

[[nodiscard]] BenchSize &benchSize();

} // namespace reeve::bench
