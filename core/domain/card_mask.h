// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"

namespace reeve::domain {

// Masks the card numbers and security codes in a text; see card_data.h. True where there was one.
bool maskCardData(QString &text);

// The same in every text of an interaction that somebody writes freely.
bool maskCardData(Interaction &interaction);

} // namespace reeve::domain
