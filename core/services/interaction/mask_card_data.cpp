// SPDX-License-Identifier: MIT
#include "core/domain/card_data.h"
#include "core/services/interaction/interaction_service.h"

namespace reeve::services {

namespace {

void mask(QString &text)
{
    domain::CardScan scan = domain::scanForCardData(text);
    if (!scan.isClean())
        text = std::move(scan.masked);
}

} // namespace

Draft maskCardData(Draft draft)
{
    mask(draft.noteText);
    mask(draft.interaction.callerNumber);
    for (auto &party : draft.interaction.parties)
        mask(party.nameAsTold);
    for (auto &note : draft.interaction.notes)
        mask(note.text);
    for (auto &item : draft.interaction.specialCategory) {
        mask(item.detail);
        mask(item.evidence);
    }
    for (auto &item : draft.interaction.criminalOffence) {
        mask(item.detail);
        mask(item.evidence);
    }
    return draft;
}

} // namespace reeve::services
