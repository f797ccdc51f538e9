// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace reeve::test {

// L0: the protocol without its code, small enough that every interleaving can be looked at. Two desks, three
// operations (two of the first desk, of which the second is poison; one of the other) and one removal at the centre;
// a primary and a standby, a backup; a line that loses, doubles and delays; crashes, fail-over, restore.
//
// What core/sync and core/central do is restated here in rules; nine of them can be broken, to see that the
// invariants notice.
struct ModelRules
{
    bool readsOnlyFinished = true;  // the change log is read up to the oldest transaction in flight
    bool acksReplicated = true;     // an answer waits for the standby
    bool opensEpochs = true;        // after a fail-over or restore desks send again what is not safe
    bool keepsUntilSafe = true;     // an operation is deleted at the desk when it is safe
    bool safeIsInBackup = true;     // safe: in the standby and in the backup
    bool removesAfterResend = true; // removals wait until all has been sent again
    bool appliesOnce = true;        // what the ledger knows is not applied again
    bool quarantines = true;        // what cannot be taken is put aside and answered
    bool triesAgain = true;         // a desk that lost its connection comes back by itself
};

struct ModelResult
{
    std::size_t states = 0;
    std::size_t edges = 0;
    std::size_t drained = 0;
    std::string violation;               // the first; empty when all hold in every state
    std::vector<std::string> path;       // how one gets there
    std::size_t statesWithoutWayOut = 0; // from which no drained state can be reached
};

// Breadth first through everything that can happen. `mostLosses`: fail-overs and restores in one history.
[[nodiscard]] ModelResult exploreProtocol(const ModelRules &rules, int mostLosses);

} // namespace reeve::test
