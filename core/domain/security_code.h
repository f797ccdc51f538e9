// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/scanned_text.h"

namespace reeve::domain {

// False when markSecurityCodes() would find nothing in a text without a card number, because none of the words is there
// that name a security code. Quick: most texts with digits are none of these. Private to card_data.
[[nodiscard]] bool mayNameSecurityCode(QStringView text);

// Masks every card security code (three or four digits beside words that name one, in English or Welsh, or behind a
// card number and its expiry date), and answers how many there were. Call it after markCardNumbers(). Private to
// card_data.
[[nodiscard]] int markSecurityCodes(ScannedText &text);

} // namespace reeve::domain
