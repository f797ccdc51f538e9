// SPDX-License-Identifier: MIT
// L7: each mutant of tests/sync/reference/mutant.h is noticed by the simulation, under the whole fault list. A mutant
// that lives would mean that the simulation looks the other way.
#include "tests/support/result_printing.h"
#include "tests/sync/simulation/campaign.h"

#include <QElapsedTimer>

#include <algorithm>
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
    {Mutant::TimestampCursor, "M2 updated_at cursor", {"I6"}},
    {Mutant::AckFromReturning, "M3 ack from RETURNING", {"C8"}},
    {Mutant::AckOnSend, "M4 acked on send", {"I3", "I10"}},
    {Mutant::UnsyncedCommits, "M5 unsynced commits", {"I1", "C2", "I7"}},
    {Mutant::NoDeviceLock, "M6 no lock on the device", {"I2"}},
    {Mutant::RetryOnTrigger, "M7 retry on a trigger only", {"I11", "C8"}},
    {Mutant::DropsWhenSignedOut, "M8 dropped when signed out", {"I1", "C2", "I4"}},
    {Mutant::BelievesUnreplicated, "M9 the standby's warning believed", {"I3"}},
    {Mutant::CursorBeforePage, "M10 cursor before page", {"I7", "C6"}},
    {Mutant::NoEpoch, "M11 no epoch", {"C2", "C6", "I1", "I4", "I7", "I9", "C8"}},
    {Mutant::PurgesSent, "M12 purged before it is safe", {"I5"}},
    {Mutant::BlocksOnPoison, "M13 queue ends at poison", {"C2", "C8"}},
    {Mutant::IgnoresContent, "M14 content not compared", {"I3", "C2"}},
    {Mutant::RemovesBeforeResend, "M15 removals before sending again", {"I12"}},
    {Mutant::AcceptsCopies, "M16 copies accepted", {"C9"}},
    {Mutant::IgnoresDeliveries, "M18 deliveries not counted", {"C2", "C6", "I1", "I4", "I9"}},
    {Mutant::LoadsNoMerges, "M19 no merges with a first load", {"C6", "I7"}},
    {Mutant::EmptiesWhenSent, "M20 restricted given up when sent", {"I1", "I4", "I8"}},
    {Mutant::MarksForAll, "M21 marks for everybody", {"I15"}},
    {Mutant::TellsNoNews, "M22 what was let go not told", {"C7"}},
};

Scenario scenarioOf(quint64 seed, Mutant mutant)
{
    Scenario scenario;
    scenario.seed = seed;
    scenario.desks = 3;
    scenario.hours = std::chrono::hours(30);
    scenario.mutant = mutant;
    return scenario;
}

// Runs the mutant on this seed; whether one of the invariants that should notice it did, before any other.
bool kills(quint64 seed, const Control &control, double &hours)
{
    QElapsedTimer timer;
    timer.start();
    const Outcome outcome = World(scenarioOf(seed, control.mutant)).run();
    hours += outcome.deskHours;
    if (outcome.violations.isEmpty())
        return false;
    std::printf("%-36s killed by seed %3llu after %6.0f desk-hours, %5lld ms: %s\n", control.name,
                static_cast<unsigned long long>(seed), hours, static_cast<long long>(timer.elapsed()),
                qPrintable(outcome.violations.front()));
    INFO(outcome.violations.front());
    CHECK(std::ranges::any_of(control.noticedBy, [&](const char *invariant) {
        return outcome.violations.front().startsWith(QLatin1String(invariant) + QLatin1Char(':'));
    }));
    return true;
}

} // namespace

TEST_CASE("L7: every mutant of the protocol dies by one of the first seeds, and what is not mutated lives by that seed",
          "[sync][mutants]")
{
    constexpr quint64 mostSeeds = 400;
    for (const Control &control : controls) {
        double hours = 0;
        quint64 seed = 1;
        while (seed <= mostSeeds && !kills(seed, control, hours))
            ++seed;
        INFO(control.name << ", SEED=" << seed);
        CHECK(seed <= mostSeeds);
        CHECK(World(scenarioOf(seed, Mutant::None)).run().violations.isEmpty());
    }
}
