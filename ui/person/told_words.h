// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/acting_for.h"
#include "core/domain/still_right.h"

namespace reeve::ui {

// How the window says where a value comes from and whether it is still right.

// "✓ confirmed 3 Nov 2026", "last confirmed 3 years ago", "wrong number since 3 Nov 2026"; empty where nothing is
// known.
[[nodiscard]] QString standingWords(const domain::ValueStanding &standing, QDate today, int askAgainDays);

// All that is known of it: who said it, how, when, and who took it down. Several lines, or empty.
[[nodiscard]] QString provenanceWords(const domain::ValueStanding &standing);

[[nodiscard]] QString sourceWords(domain::ValueSource source); // "themselves", "a relative"; empty when not said
[[nodiscard]] QString unreachableWords(QStringView code);      // "wrong number"

// "07700 900123 was last confirmed 3 years ago. Still right?"
[[nodiscard]] QString questionWords(const domain::Question &question, const domain::Person &person, QDate today);

// "may act for them until 3 Nov 2027", "expired 3 Nov 2024: may not be told"; empty for nobody in particular.
[[nodiscard]] QString actingWords(domain::ActingState state, const domain::Relationship &relationship);

// "since 1999", "until 2012", "1999 to 2012"; empty without dates.
[[nodiscard]] QString spanWords(const std::optional<domain::PartialDate> &from,
                                const std::optional<domain::PartialDate> &to);

} // namespace reeve::ui
