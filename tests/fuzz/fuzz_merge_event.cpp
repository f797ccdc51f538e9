// SPDX-License-Identifier: MIT
// A merge, its undoing or a decision about a pair, as it is sent.
#include "tests/fuzz/target.h"

#include "core/domain/merge_event.h"

#include <QJsonDocument>

using namespace reeve;

REEVE_FUZZ_TARGET(merge_event)
{
    const auto read = domain::mergeEventFromJson(QJsonDocument::fromJson(input.toByteArray()).object());
    if (!read)
        return;
    static_cast<void>(domain::recordsOf(*read));
    const auto again = domain::mergeEventFromJson(domain::toJson(*read));
    fuzz::mustHold(again.has_value(), "what was read can be read again");
    fuzz::mustHold(*again == *read, "and says the same");
}
