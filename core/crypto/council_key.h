// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QByteArray>

namespace reeve::crypto {

// The council's key pair (X25519): the public half seals recovery slots on every desk, the secret half is kept by the
// council, offline, and opens them.
struct CouncilKeyPair
{
    QByteArray publicKey; // 32 bytes
    Secret secretKey;     // 32 bytes
};

[[nodiscard]] CouncilKeyPair makeCouncilKeyPair();

// The public half that belongs to a secret one. InvalidInput when it is none.
[[nodiscard]] Result<QByteArray> publicKeyOf(const Secret &secretKey);

// Seals for whoever has the secret half; not even the sealer can open it again. InvalidInput for a bad public key.
[[nodiscard]] Result<QByteArray> sealTo(const QByteArray &publicKey, const Secret &content);

// WrongPassphrase when it was sealed to another key or altered.
[[nodiscard]] Result<Secret> openSealed(const Secret &secretKey, const QByteArray &sealed);

} // namespace reeve::crypto
