// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/domain/interaction.h"

#include <QString>

#include <optional>

namespace reeve::ui {

// Where somebody is in a timeline. Plain value.
struct TimelinePlace
{
    domain::InteractionId chosen; // null: none
    bool isExpanded = false;
    std::optional<domain::Channel> filter;
    domain::InteractionId noteFor; // which a note is being added to
    QString note;                  // what was typed of it
};

} // namespace reeve::ui
