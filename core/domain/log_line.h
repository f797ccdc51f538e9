// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"

namespace reeve::domain {

// Reads one line of `reevectl log` (JSON, UTF-8): one interaction that has taken place.
//   {"person":ID|null,"channel":…,"direction":…,"started_at":RFC3339,"ended_at":RFC3339,"reasons":["lgsl:57"],
//    "note":"…","special_category":[{"category","condition","schedule1","detail"}],"disposition":"resolved"}
// Optional: "id" (a UUID; lets a script retry safely), "caller_number", "evidence" within special_category, and
// "criminal_offence":[{"schedule1","official_authority","evidence","detail"}].
//
// Ids that the line lacks are taken from `ids`. Card numbers and security codes in a text come masked. InvalidInput for
// malformed UTF-8 or JSON, a missing or unknown field or one that is there twice (named), a wrong type or an unknown
// code; the detail never quotes a value.
struct LogLine
{
    Interaction interaction;
    bool isMasked = false; // something was
};
[[nodiscard]] Result<LogLine> parseLogLine(const QByteArray &line, IdSource &ids, Instant now);

} // namespace reeve::domain
