// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/secret.h"

namespace reeve::crypto {

// What keys are derived from the data key for. One key, one purpose; the numbers are part of the format.
enum class KeyPurpose : quint64 { Pages = 1, WalMark = 2, SlotsFile = 3 };

// `dataKey`: 32 bytes. Answers 32 bytes.
[[nodiscard]] Secret deriveKey(const Secret &dataKey, KeyPurpose purpose);

} // namespace reeve::crypto
