// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::test {

// Negative controls: ways to break the protocol that the tests must notice. They live in the centre in memory and in
// the desks of the simulator only; nothing that ships knows of them. The numbers are those of tests/sync/README.md.
enum class Mutant {
    None,
    SequenceCursor,       // M1: the change log is read without regard to transactions in flight
    TimestampCursor,      // M2: the change log is read by the time of the change
    AckFromReturning,     // M3: only what was inserted just now is answered for
    AckOnSend,            // M4: an entry counts as sent when the batch left
    UnsyncedCommits,      // M5: saved before it is on the disk
    NoDeviceLock,         // M6: two connections of one desk may be at work at once
    RetryOnTrigger,       // M7: nothing is tried again by itself
    DropsWhenSignedOut,   // M8: a refused session throws away what was being sent
    BelievesUnreplicated, // M9: committed without the standby counts as sent
    CursorBeforePage,     // M10: the cursor is stored before the page it stands for
    NoEpoch,              // M11: a centre that went back in time is not noticed
    PurgesSent,           // M12: sent entries are thrown away before they are safe
    BlocksOnPoison,       // M13: the queue ends at an entry that the centre cannot take
    IgnoresContent,       // M14: the same id is the same entry, whatever it says
    RemovesBeforeResend,  // M15: removals are applied before what was not safe has been sent again
    AcceptsCopies,        // M16: any incarnation will do
    NoJitter,             // M17: every desk waits equally long
    IgnoresDeliveries,    // M18: what a desk has delivered is held against the centre in greetings only
    LoadsNoMerges,        // M19: a desk that reads from the start gets the people, and not who of them is one
    EmptiesWhenSent,      // M20: a desk gives up what a restricted item says when it is sent, not when it is safe
    MarksForAll,          // M21: that something restricted was said is told with the timeline, whoever asks
    TellsNoNews,          // M22: what was parked and let go is not told to its desk
};

} // namespace reeve::test
