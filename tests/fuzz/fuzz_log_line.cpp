// SPDX-License-Identifier: MIT
// One line of `reevectl log`.
#include "tests/fuzz/target.h"

#include "core/base/clock.h"
#include "core/domain/log_line.h"

#include <QJsonObject>

using namespace reeve;

REEVE_FUZZ_TARGET(log_line)
{
    static const SystemClock clock;
    static IdSource ids(clock, 1);
    const auto read = domain::parseLogLine(input.toByteArray(), ids, fromMilliseconds(1'790'000'000'000));
    if (!read) {
        fuzz::mustHold(read.error().code != ErrorCode::Internal, "a bad line is the writer's fault");
        return;
    }
    static_cast<void>(domain::validate(read->interaction));
    const auto again = domain::interactionFromJson(domain::toJson(read->interaction));
    fuzz::mustHold(again.has_value(), "what was read can be sent");
    fuzz::mustHold(domain::toJson(*again) == domain::toJson(read->interaction), "and arrives the same");
}
