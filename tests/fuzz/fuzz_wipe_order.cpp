// SPDX-License-Identifier: MIT
// An order to destroy a desk: the signature, then the statement. Nothing that is not signed by the council is one.
#include "tests/fuzz/target.h"

#include "core/crypto/wipe_order.h"

using namespace reeve;

REEVE_FUZZ_TARGET(wipe_order)
{
    static const crypto::SigningKeyPair council = crypto::makeSigningKeyPair();
    const qsizetype length = qMin<qsizetype>(input.size(), 64);
    const crypto::SignedOrder unsignedOrder{input.sliced(length).toByteArray(), input.first(length).toByteArray()};
    fuzz::mustHold(!crypto::readOrder(council.publicKey, unsignedOrder), "no signature is right by chance");
    fuzz::mustHold(!crypto::readOrder(input.toByteArray(), unsignedOrder), "nor with any other key");
}
