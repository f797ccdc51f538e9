// SPDX-License-Identifier: MIT
#include "core/crypto/passphrase_length.h"

#include <algorithm>

namespace reeve::crypto {

bool isLongEnough(const Secret &passphrase)
{
    const QByteArrayView bytes = passphrase.view();
    const auto characters =
        std::count_if(bytes.begin(), bytes.end(), [](char byte) { return (byte & '\xc0') != '\x80'; });
    return characters >= shortestPassphrase;
}

} // namespace reeve::crypto
