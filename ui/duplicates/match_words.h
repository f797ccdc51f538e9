// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "ui/theme/theme.h"

#include <QString>

namespace reeve::ui {

// How likely two records are one person, and why: in words, in the language of the window.

// For a badge: "Very likely", "Possible", "Less likely".
[[nodiscard]] QString outcomeWords(matching::MatchOutcome outcome);
[[nodiscard]] Role outcomeRole(matching::MatchOutcome outcome);

// What a handler should make of the answer about somebody who is being typed in: a whole sentence for each of the five.
[[nodiscard]] QString adviceWords(matching::MatchOutcome outcome);

// Why they may be two people although much agrees; empty for None.
[[nodiscard]] QString cautionWords(matching::MatchCaution caution);

// "The same: family name, date of birth · Sounds alike: first name · Different: phone".
[[nodiscard]] QString reasonWords(const std::vector<matching::MatchReason> &reasons);

} // namespace reeve::ui
