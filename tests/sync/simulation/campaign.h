// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/simulation/world.h"

#include <QTextStream>

namespace reeve::test {

// Many seeds, each run twice: what was done, and what went wrong.
class Campaign final
{
public:
    // Runs the seed twice; false when something was violated or the two traces differ, and says so on `out`.
    bool run(const Scenario &scenario, QTextStream &out);

    [[nodiscard]] double deskHours() const { return m_sum.deskHours; } // of the first runs only
    [[nodiscard]] qint64 seeds() const { return m_seeds; }
    [[nodiscard]] const Outcome &sum() const { return m_sum; }
    // Seeds, hours, fault mix, coverage.
    void report(QTextStream &out) const;

private:
    Outcome m_sum;
    qint64 m_seeds = 0;
};

// The commit these sources were checked out at, or "unknown".
[[nodiscard]] QString commitOfSources();

} // namespace reeve::test
