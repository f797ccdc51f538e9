// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/services/session/desk.h"
#include "ui/session/lock_screen.h"

#include <memory>

namespace reeve::app {

// Asks the key slots of a store that is open whether a passphrase is its agent's, on a thread of its own and slowed
// down like a sign-in; the answer is written into the desk's audit. `clock` must outlive every check.
[[nodiscard]] ui::CheckPassphrase passphraseCheck(const std::shared_ptr<services::Desk> &desk, const Clock &clock);

} // namespace reeve::app
