// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QByteArray>
#include <QUuid>

namespace reeve::crypto {

// The council's signing key pair (Ed25519). Its secret half makes wipe orders and is kept by the council, not by the
// centre: who owns the centre's database alone can wipe nothing.
struct SigningKeyPair
{
    QByteArray publicKey; // 32 bytes; every desk learns it when it is enrolled
    Secret seed;          // 32 bytes
};
[[nodiscard]] SigningKeyPair makeSigningKeyPair();
// The public half that belongs to a seed. InvalidInput when it is none.
[[nodiscard]] Result<QByteArray> signingPublicKeyOf(const Secret &seed);

// "Destroy the store of this desk." `serial` counts the orders for one desk: the centre says up to which number they
// are void, so that an order that was taken back cannot be played again.
struct WipeOrder
{
    QUuid device;
    qint64 serial = 0;
};

struct SignedOrder
{
    QByteArray statement; // what is signed, as text
    QByteArray signature; // 64 bytes
};

// InvalidInput for a bad seed.
[[nodiscard]] Result<SignedOrder> signOrder(const Secret &seed, const WipeOrder &order, Instant issuedAt);

// What an order says, once it is known to be the council's. Denied when it is not signed by that key; InvalidInput when
// it is signed and yet is no wipe order.
[[nodiscard]] Result<WipeOrder> readOrder(const QByteArray &publicKey, const SignedOrder &order);

} // namespace reeve::crypto
