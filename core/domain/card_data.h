// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::domain {

// What was found in a free text that must not be stored (PCI DSS 4.0.1, requirement 3.3).
struct CardScan
{
    QString masked; // the text with card numbers reduced to their last four, security codes to •••
    int cardNumbers = 0;
    int securityCodes = 0;

    [[nodiscard]] bool isClean() const noexcept { return cardNumbers == 0 && securityCodes == 0; }
};

// Looks for payment card numbers (12 to 19 digits, spaces and hyphens between them allowed, a known issuer prefix,
// Luhn) and for three or four digits beside words such as "security code", "CVV", "three digits on the back", in
// English and Welsh. IMEIs named as such, NHS numbers, UPRNs, phone numbers and UUIDs are not cards.
// Full-width and other Unicode digits count as digits. Linear in the length of the text.
[[nodiscard]] CardScan scanForCardData(QStringView text);

// Whether it finds anything, without the masked text.
[[nodiscard]] bool holdsCardData(QStringView text);

} // namespace reeve::domain
