// SPDX-License-Identifier: MIT
// L3: the centre in memory tells the truth about the real one.
#include "tests/support/result_printing.h"
#include "tests/sync/differential/shadowed_centre.h"
#include "tests/sync/simulation/campaign.h"

#include <cstdio>
#include <cstdlib>

using namespace reeve::test;

TEST_CASE("L3: under the same trouble PostgreSQL answers every call as the centre in memory does",
          "[sync][differential]")
{
    // REEVE_DIFFERENTIAL_SEEDS=1000 for a long run.
    const char *wanted = std::getenv("REEVE_DIFFERENTIAL_SEEDS");
    const quint64 seeds = wanted ? std::strtoull(wanted, nullptr, 10) : 3;
    qint64 calls = 0;
    qint64 saved = 0;
    std::array<qint64, troubleCount> troubles{};
    for (quint64 seed = 1; seed <= seeds; ++seed) {
        Scenario scenario;
        scenario.seed = seed;
        scenario.desks = 3;
        scenario.hours = std::chrono::hours(1);
        scenario.hasSlowTransactions = false;
        auto made = std::make_unique<ShadowedCentre>();
        ShadowedCentre &centre = *made;
        World world(scenario, std::move(made));
        const Outcome outcome = world.run();
        centre.compareAll();
        INFO("SEED=" << seed << " COMMIT=" << commitOfSources().toStdString());
        for (const QString &difference : centre.differences())
            UNSCOPED_INFO(difference.toStdString());
        CHECK(centre.differences().isEmpty());
        for (const QString &violation : outcome.violations)
            UNSCOPED_INFO(violation.toStdString());
        CHECK(outcome.violations.isEmpty());
        calls += centre.calls();
        saved += outcome.saved;
        for (std::size_t n = 0; n < troubleCount; ++n)
            troubles[n] += outcome.troubles[n];
    }
    qint64 journeys = 0;
    for (const Trouble trouble : {Trouble::FailoverSync, Trouble::FailoverAsync, Trouble::RestoreAnnounced,
                                  Trouble::RestoreUnannounced, Trouble::RestoreSameEpoch, Trouble::PutBack})
        journeys += troubles[std::size_t(trouble)];
    std::printf(
        "L3: %llu seeds, %lld calls compared, %lld entries; the centre went back, or to a standby, %lld times\n",
        static_cast<unsigned long long>(seeds), static_cast<long long>(calls), static_cast<long long>(saved),
        static_cast<long long>(journeys));
    CHECK(saved > 20);
    CHECK(journeys > 0);
}
