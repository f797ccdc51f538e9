// SPDX-License-Identifier: MIT
// L0. Every state that two desks and their centre can get into.
#include "tests/sync/model/protocol_model.h"

#include <catch2/catch.hpp>

#include <cstdio>

using namespace reeve::test;

TEST_CASE(
    "L0: I1–I7, I9 and I12 hold in every reachable state, and from each of them a drained state can be reached (C8)",
    "[sync][model]")
{
    const ModelResult result = exploreProtocol({}, 1);
    std::printf("L0: %zu states, %zu edges, %zu drained\n", result.states, result.edges, result.drained);
    CHECK(result.violation == "");
    CHECK(result.drained > 0);
    CHECK(result.statesWithoutWayOut == 0);
    CHECK(result.states > 10'000);
}

TEST_CASE("L0: each rule of the protocol is needed: without it an invariant breaks, or a state has no way out",
          "[sync][model]")
{
    ModelRules rules;
    std::string expected;
    SECTION("M1: reading beyond transactions in flight")
    {
        rules.readsOnlyFinished = false;
        expected = "I6";
    }
    SECTION("M6: applying what the ledger knows")
    {
        rules.appliesOnce = false;
        expected = "I2";
    }
    SECTION("M9: answering before the standby has it")
    {
        rules.acksReplicated = false;
        expected = "I3";
    }
    SECTION("M12: deleting at the desk what is sent and not safe")
    {
        rules.keepsUntilSafe = false;
        expected = "I5";
    }
    SECTION("calling safe what is in no backup")
    {
        rules.safeIsInBackup = false;
        expected = "I4";
    }
    SECTION("M15: removing before all was sent again")
    {
        rules.removesAfterResend = false;
        expected = "I12";
    }
    SECTION("M11: no epoch")
    {
        rules.opensEpochs = false;
    }
    SECTION("M13: refusing poison without putting it aside")
    {
        rules.quarantines = false;
    }
    SECTION("M7: not trying again")
    {
        rules.triesAgain = false;
    }
    const ModelResult result = exploreProtocol(rules, 1);
    INFO(result.violation);
    if (expected.empty())
        CHECK((result.statesWithoutWayOut > 0 || !result.violation.empty()));
    else
        CHECK(result.violation.substr(0, expected.size() + 1) == expected + ":");
}
