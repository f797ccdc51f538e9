// SPDX-License-Identifier: MIT
#include "core/domain/card_data.h"

#include "core/domain/card_number.h"
#include "core/domain/scanned_text.h"
#include "core/domain/security_code.h"

namespace reeve::domain {

namespace {

// Whether a text can hold a card number or a security code: of most, a look at the letters tells that it cannot.
struct Suspicion
{
    bool mayHoldCard = false;
    bool mayHoldCode = false;

    explicit Suspicion(QStringView text)
    {
        constexpr int fewestOfCode = 3;
        constexpr int fewestOfCard = 12;
        int digits = 0;
        int together = 0; // without a letter between them, as in every card number
        for (const QChar c : text) {
            if (c.unicode() < 0x80) { // nearly every character, without asking Qt
                const char16_t letter = c.unicode() | 0x20;
                if (c >= u'0' && c <= u'9') {
                    ++digits;
                    mayHoldCard = mayHoldCard || ++together >= fewestOfCard;
                } else if (letter >= u'a' && letter <= u'z') {
                    together = 0;
                }
                continue;
            }
            // As ScannedText has it: ² is one, too. A low surrogate may be half of a digit beyond the first plane (𝟺).
            if (c.digitValue() >= 0 || c.isLowSurrogate()) {
                ++digits;
                mayHoldCard = mayHoldCard || ++together >= fewestOfCard;
            }
        }
        mayHoldCode = digits >= fewestOfCode && mayNameSecurityCode(text);
    }
};

// `masked` is made only where something is found.
CardScan scan(QStringView text)
{
    CardScan found;
    const Suspicion suspicion(text);
    if (!suspicion.mayHoldCard && !suspicion.mayHoldCode)
        return found;
    ScannedText apart(text);
    found.cardNumbers = suspicion.mayHoldCard ? markCardNumbers(apart) : 0;
    // Three digits behind a card number are one, too, without a word.
    if (suspicion.mayHoldCode || found.cardNumbers > 0)
        found.securityCodes = markSecurityCodes(apart);
    if (found.isClean())
        return found;

    found.masked.reserve(text.size());
    for (const auto &character : apart.characters) {
        if (character.isMasked)
            found.masked += QChar(maskCharacter);
        else
            found.masked += text.sliced(character.position, character.length);
    }
    return found;
}

} // namespace

bool holdsCardData(QStringView text)
{
    return !scan(text).isClean();
}

CardScan scanForCardData(QStringView text)
{
    CardScan found = scan(text);
    if (found.isClean())
        found.masked = text.toString();
    return found;
}

} // namespace reeve::domain
