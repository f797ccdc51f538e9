// SPDX-License-Identifier: MIT
// What the centre says of a batch: one outcome for each entry, whatever it says.
#include "tests/fuzz/result_rows.h"
#include "tests/fuzz/target.h"

#include "core/central/replies.h"

using namespace reeve;

REEVE_FUZZ_TARGET(push_reply)
{
    const QByteArrayView body = input.first(qMin<qsizetype>(input.size(), 0xffff));
    QByteArray row(3, '\xfe'); // one long value
    row[1] = static_cast<char>(body.size() >> 8);
    row[2] = static_cast<char>(body.size());
    const auto reply = central::pushReply(fuzz::rowsFrom(row + body.toByteArray(), 1), {3, 4, 5, 6});
    if (!reply)
        return;
    fuzz::mustHold(reply->outcomes.size() == 4, "one outcome for each entry");
    for (std::size_t i = 0; i < 4; ++i) {
        const store::EntryOutcome &outcome = reply->outcomes[i];
        fuzz::mustHold(outcome.sequence == static_cast<qint64>(i) + 3, "of that entry");
        fuzz::mustHold(outcome.state >= store::EntryState::Sent && outcome.state <= store::EntryState::Quarantined &&
                           outcome.state != store::EntryState::Safe,
                       "that a push can come to");
    }
}
