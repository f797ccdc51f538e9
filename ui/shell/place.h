// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "ui/interaction/timeline_place.h"
#include "ui/person/unsaved_death.h"
#include "ui/person/unsaved_person.h"

#include <QString>

#include <optional>

namespace reeve::ui {

// Where somebody was when their desk was closed behind the locked screen, so that the window comes back there. Kept in
// the store, for its agent; interactions in work are kept by themselves, as drafts. Plain value.
struct Place
{
    std::optional<domain::PersonId> person;
    std::optional<domain::InteractionId> work; // of several in work the one on screen
    TimelinePlace timeline;
    std::optional<UnsavedPerson> form; // a person being written down
    std::optional<UnsavedDeath> death; // of a person, being written down
    int region = -1;                   // of the window, where the keyboard was; -1: nowhere

    // Something was typed that is kept nowhere else.
    [[nodiscard]] bool holdsTyped() const { return form || death || !timeline.note.isEmpty(); }
};

// As it is stored: JSON. Card data is masked in it, as in everything that is stored.
[[nodiscard]] QString toText(const Place &place);
// What cannot be read of it is left out.
[[nodiscard]] Place placeFrom(const QString &text);

} // namespace reeve::ui
