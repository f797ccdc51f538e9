// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/session/lock_screen.h"

namespace reeve::app {

// Asks the key slots of a store that is open whether a passphrase is its agent's, on a thread of its own and slowed
// down like a sign-in. `clock` must outlive every check.
[[nodiscard]] ui::CheckPassphrase passphraseCheck(const QString &folder, const QString &agent, const Clock &clock);

} // namespace reeve::app
