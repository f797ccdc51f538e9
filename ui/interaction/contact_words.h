// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/outgoing_check.h"

namespace reeve::ui {

// What is said when somebody cannot be called or written to, and what the ways out of it are called. Whole sentences,
// in the language of the window.
[[nodiscard]] QString barWords(const OutgoingCheck::Barred &barred);

[[nodiscard]] QString speakToWords(domain::Channel channel, const services::Spokesperson &person);
[[nodiscard]] QString speakToSomebodyElseWords(const OutgoingCheck::Barred &barred);
[[nodiscard]] QString goOnWords(domain::Channel channel); // "Call anyway"

} // namespace reeve::ui
