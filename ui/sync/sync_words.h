// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"
#include "ui/theme/theme.h"

#include <QString>

namespace reeve::ui {

// A state of the link said three ways: word, icon, colour.
struct SyncWords
{
    QString words;  // one line for the strip
    QString brief;  // the same where there is little room
    QString detail; // a sentence more, for the tool tip and the screen reader
    QString icon;
    Role role = Role::Secondary;
    bool canSignIn = false;
    bool canAllowRemovals = false;

    friend bool operator==(const SyncWords &, const SyncWords &) = default;
};

[[nodiscard]] SyncWords words(const services::SyncStatus &status);

} // namespace reeve::ui
