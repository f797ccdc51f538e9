// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/secret.h"

namespace reeve::crypto {

inline constexpr int shortestPassphrase = 8; // characters

// Of every secret that a person makes up, for a desk and for the centre. In characters, not bytes: one of UTF-8 is
// every byte that does not continue one.
[[nodiscard]] bool isLongEnough(const Secret &passphrase);

} // namespace reeve::crypto
