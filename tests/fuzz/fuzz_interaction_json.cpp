// SPDX-License-Identifier: MIT
// An interaction as it is pulled: what is left of it can be written and read again.
#include "tests/fuzz/target.h"

#include "core/central/json_records.h"

#include <QJsonDocument>

using namespace reeve;

REEVE_FUZZ_TARGET(interaction_json)
{
    const auto pulled = central::interactionFrom(input.toByteArray(), QStringLiteral("asha"));
    static_cast<void>(central::conflictFrom(QJsonDocument::fromJson(input.toByteArray()).object()));
    if (!pulled)
        return;
    static_cast<void>(domain::validate(pulled->interaction));
    const auto again = domain::interactionFromJson(domain::toJson(pulled->interaction));
    fuzz::mustHold(again.has_value(), "what was read can be read again");
    fuzz::mustHold(domain::toJson(*again) == domain::toJson(pulled->interaction), "and says the same");
}
