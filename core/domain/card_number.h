// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/scanned_text.h"

#include <cstdint>
#include <span>

namespace reeve::domain {

// Luhn (ISO/IEC 7812-1): every second digit from the right doubled, sum divisible by ten.
[[nodiscard]] bool passesLuhn(std::span<const std::uint8_t> digits);

// Whether a card scheme issues numbers with this beginning and of this length.
[[nodiscard]] bool hasIssuerPrefix(std::span<const std::uint8_t> digits);

// Masks all but the last four digits of every card number in `text`, marks its groups, and answers how many there
// were. Private to card_data.
[[nodiscard]] int markCardNumbers(ScannedText &text);

} // namespace reeve::domain
