// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/crypto/key_slots.h"

namespace reeve::crypto {

// Opens the slot of an agent, with every wrong passphrase counted in `triesFile`. Throttled while there is to be
// waited; what is wrong with anything but the passphrase is not counted; else as KeySlots::open().
[[nodiscard]] Result<KeySlots::Opened> openCounted(const KeySlots &slotsFile, const QString &triesFile,
                                                   const QString &agent, const Secret &passphrase, const Clock &clock);

} // namespace reeve::crypto
