// SPDX-License-Identifier: MIT
#include "core/crypto/derived_key.h"

#include <QtGlobal>

#include <sodium.h>

namespace reeve::crypto {

Secret deriveKey(const Secret &dataKey, KeyPurpose purpose)
{
    Q_ASSERT(dataKey.size() == crypto_kdf_KEYBYTES);
    constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "reevekey";
    Secret key = Secret::ofSize(32);
    crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<quint64>(purpose), context, dataKey.data());
    return key;
}

} // namespace reeve::crypto
