// SPDX-License-Identifier: MIT
// The share of the simulation that runs with every change. A failure prints its seed and how to see it again.
#include "tests/support/result_printing.h"
#include "tests/sync/simulation/campaign.h"

using namespace reeve;
using namespace reeve::test;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr double deskHours = 5'000;
#else
constexpr double deskHours = 100'000;
#endif

} // namespace

TEST_CASE("C1–C9, I1–I14: through 100,000 desk-hours of trouble nothing is lost, nothing applied twice, all agree, "
          "and each seed gives the same trace again",
          "[sync][simulation]")
{
    QString told;
    QTextStream out(&told);
    Campaign campaign;
    int failed = 0;
    for (quint64 seed = 1; campaign.deskHours() < deskHours && failed == 0; ++seed) {
        Scenario scenario;
        scenario.seed = seed;
        failed += !campaign.run(scenario, out);
    }
    INFO(told.toStdString());
    REQUIRE(failed == 0);
    QTextStream standardOutput(stdout);
    campaign.report(standardOutput);
    CHECK(campaign.sum().saved > deskHours / 10);
    CHECK(campaign.sum().mergeEvents > 0);
    CHECK(campaign.sum().restrictedItems > 0);
    CHECK(campaign.sum().looks > 0);
    for (std::size_t n = 0; n < troubleCount; ++n) {
        INFO(nameOf(Trouble(n)));
        CHECK(campaign.sum().troubles[n] > 0);
    }
}

TEST_CASE("a centre restored from backup is noticed by a desk that has seen more, without anybody saying so",
          "[sync][simulation]")
{
    ReferenceCentre centre;
    const auto [device, incarnation] = centre.givenDevice();
    const auto backup = centre.backup();

    sync::HelloRequest request;
    request.token = centre.givenSession(QStringLiteral("asha.patel"));
    request.device = device;
    request.incarnation = incarnation;
    request.epoch = backup.epoch;
    const auto before = centre.hello(request);
    REQUIRE(before);
    CHECK(before->epoch == backup.epoch);
    centre.restore(backup, false);
    request.incarnation = before->incarnation; // handed out in a time that the centre has forgotten
    request.token = centre.givenSession(QStringLiteral("asha.patel"));
    const auto reply = centre.hello(request);
    REQUIRE(reply);
    CHECK(reply->epoch != backup.epoch);
    CHECK(reply->device == device);
}
