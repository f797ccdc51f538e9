// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/scanned_text.h"

namespace reeve::domain {

// Masks every card security code (three or four digits beside words that name one, in English or Welsh, or behind a
// card number and its expiry date), and answers how many there were. Call it after markCardNumbers(). Private to
// card_data.
[[nodiscard]] int markSecurityCodes(ScannedText &text);

} // namespace reeve::domain
