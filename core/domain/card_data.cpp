// SPDX-License-Identifier: MIT
#include "core/domain/card_data.h"

#include "core/domain/card_number.h"
#include "core/domain/scanned_text.h"
#include "core/domain/security_code.h"

#include <algorithm>

namespace reeve::domain {

namespace {

bool hasThreeDigits(QStringView text)
{
    int count = 0;
    for (const QChar c : text) {
        // A low surrogate may be half of a digit beyond the first plane (𝟺).
        if ((c.isDigit() || c.isLowSurrogate()) && ++count == 3)
            return true;
    }
    return false;
}

} // namespace

CardScan scanForCardData(QStringView text)
{
    CardScan scan;
    if (!hasThreeDigits(text)) { // nearly every text: no copy is taken apart for it
        scan.masked = text.toString();
        return scan;
    }

    ScannedText scanned(text);
    scan.cardNumbers = markCardNumbers(scanned);
    scan.securityCodes = markSecurityCodes(scanned);
    if (scan.isClean()) {
        scan.masked = text.toString();
        return scan;
    }

    scan.masked.reserve(text.size());
    for (const auto &character : scanned.characters) {
        if (character.isMasked)
            scan.masked += QChar(maskCharacter);
        else
            scan.masked += text.sliced(character.position, character.length);
    }
    return scan;
}

} // namespace reeve::domain
