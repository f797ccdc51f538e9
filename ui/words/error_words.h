// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/domain/interaction.h"

#include <QString>

namespace reeve::ui {

// What happened, what was kept and what to do, in the language of the window. Whole sentences.
[[nodiscard]] QString words(ErrorCode code);

[[nodiscard]] QString words(domain::Channel channel);                              // "Phone call"
[[nodiscard]] QString words(domain::Channel channel, domain::Direction direction); // "Phone call in"
[[nodiscard]] QString words(domain::PartyRole role);

// The icon of a channel, as for icon().
[[nodiscard]] QString iconName(domain::Channel channel);

} // namespace reeve::ui
