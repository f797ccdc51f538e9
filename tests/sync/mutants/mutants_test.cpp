// SPDX-License-Identifier: MIT
// L7: each mutant of tests/sync/reference/mutant.h is noticed by the simulation. A mutant that lives would mean that
// the simulation looks the other way.
#include "tests/support/result_printing.h"
#include "tests/sync/simulation/campaign.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace reeve;
using namespace reeve::test;

namespace {

struct Control
{
    Mutant mutant;
    const char *name;
    std::vector<const char *> noticedBy; // any of these invariants
};

const std::vector<Control> controls{
    {Mutant::SequenceCursor, "M1 sequence cursor", {"I6"}},
    {Mutant::TimestampCursor, "M2 updated_at cursor", {"C6"}},
    {Mutant::AckFromReturning, "M3 ack from RETURNING", {"C8"}},
    {Mutant::AckOnSend, "M4 acked on send", {"I3", "I10"}},
    {Mutant::UnsyncedCommits, "M5 unsynced commits", {"I1", "C2", "I7"}},
    {Mutant::NoDeviceLock, "M6 no lock on the device", {"I2"}},
    {Mutant::RetryOnTrigger, "M7 retry on a trigger only", {"I11", "C8"}},
    {Mutant::DropsWhenSignedOut, "M8 dropped when signed out", {"I1", "C2"}},
    {Mutant::BelievesUnreplicated, "M9 the standby's warning believed", {"I3"}},
    {Mutant::CursorBeforePage, "M10 cursor before page", {"I7", "C6"}},
    {Mutant::NoEpoch, "M11 no epoch", {"C2", "C6", "I1", "I4", "I7", "C8"}},
    {Mutant::PurgesSent, "M12 purged before it is safe", {"I5"}},
    {Mutant::BlocksOnPoison, "M13 queue ends at poison", {"C2", "C8"}},
    {Mutant::IgnoresContent, "M14 content not compared", {"I3", "C2"}},
    {Mutant::RemovesBeforeResend, "M15 removals before sending again", {"I12"}},
    {Mutant::AcceptsCopies, "M16 copies accepted", {"C9"}},
};

} // namespace

TEST_CASE("L7: every mutant of the protocol dies", "[sync][mutants]")
{
    constexpr quint64 mostSeeds = 200;
    for (const Control &control : controls) {
        QElapsedTimer timer;
        timer.start();
        double hours = 0;
        quint64 seed = 0;
        QStringList violations;
        while (violations.isEmpty() && seed < mostSeeds) {
            Scenario scenario;
            scenario.seed = ++seed;
            scenario.desks = 3;
            scenario.hours = std::chrono::hours(30);
            scenario.mutant = control.mutant;
            // The rest must be noticed without: what goes back in time is not clean by itself (BUGS.md).
            scenario.goesBackInTime =
                control.mutant == Mutant::NoEpoch || control.mutant == Mutant::RemovesBeforeResend;
            const Outcome outcome = World(scenario).run();
            hours += outcome.deskHours;
            violations = outcome.violations;
        }
        INFO(control.name);
        REQUIRE_FALSE(violations.isEmpty());
        std::printf("%-36s killed by seed %3llu, %6.0f desk-hours, %5lld ms: %s\n", control.name,
                    static_cast<unsigned long long>(seed), hours, static_cast<long long>(timer.elapsed()),
                    qPrintable(violations.front()));
        bool isNoticed = false;
        for (const char *invariant : control.noticedBy)
            isNoticed = isNoticed || violations.front().startsWith(QLatin1String(invariant));
        INFO(violations.front());
        CHECK(isNoticed);
    }
}
