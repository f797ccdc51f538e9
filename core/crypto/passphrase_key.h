// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QByteArray>

namespace reeve::crypto {

// Bounds of what a slots file may ask for, so that an altered one cannot stop the machine.
inline constexpr quint64 leastArgon2Memory = 8ULL << 20;
inline constexpr quint64 mostArgon2Memory = 4ULL << 30;
inline constexpr quint32 mostArgon2Passes = 64;

// 32 bytes out of a passphrase (Argon2id). `salt`: 16 bytes. Io when the memory is not to be had; Corrupt for
// parameters out of bounds.
[[nodiscard]] Result<Secret> passphraseKey(const Secret &passphrase, const QByteArray &salt, const Argon2Cost &cost);

} // namespace reeve::crypto
