// SPDX-License-Identifier: MIT
#include "core/domain/card_mask.h"

#include "core/domain/card_data.h"

namespace reeve::domain {

bool maskCardData(QString &text)
{
    CardScan scan = scanForCardData(text);
    if (scan.isClean())
        return false;
    text = std::move(scan.masked);
    return true;
}

bool maskCardData(Interaction &interaction)
{
    bool isMasked = maskCardData(interaction.callerNumber);
    const auto mask = [&isMasked](QString &text) { isMasked = maskCardData(text) || isMasked; };
    for (Party &party : interaction.parties)
        mask(party.nameAsTold);
    for (Note &note : interaction.notes)
        mask(note.text);
    for (SpecialCategoryItem &item : interaction.specialCategory) {
        mask(item.detail);
        mask(item.evidence);
    }
    for (CriminalOffenceItem &item : interaction.criminalOffence) {
        mask(item.detail);
        mask(item.evidence);
    }
    return isMasked;
}

} // namespace reeve::domain
