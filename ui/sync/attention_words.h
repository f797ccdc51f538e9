// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"

#include <QString>

namespace reeve::ui {

// What it is: "A finished interaction, 22 Nov 10:42"; never what was written in it.
[[nodiscard]] QString titleWords(const services::AttentionItem &item);
// Why it needs somebody, and that its content is safe.
[[nodiscard]] QString reasonWords(const services::AttentionItem &item);
// How a conflict was decided on this desk.
[[nodiscard]] QString decidedWords(const services::DecidedConflict &decided);
// "Two people changed 3 fields".
[[nodiscard]] QString conflictWords(int fields);

} // namespace reeve::ui
