// SPDX-License-Identifier: MIT
#include "core/crypto/passphrase_key.h"

#include "core/crypto/sodium.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

Result<Secret> passphraseKey(const Secret &passphrase, const QByteArray &salt, const Argon2Cost &cost)
{
    ensureSodium();
    if (salt.size() != static_cast<qsizetype>(crypto_pwhash_SALTBYTES) || cost.memoryBytes < leastArgon2Memory ||
        cost.memoryBytes > mostArgon2Memory || cost.passes < 1 || cost.passes > mostArgon2Passes)
        return fail(ErrorCode::Corrupt, u"Argon2id parameters"_s);

    // An empty one is a guess like any other, but libsodium asks for a place to read nothing from.
    const char *typed = passphrase.isEmpty() ? "" : reinterpret_cast<const char *>(passphrase.data());
    Secret key = Secret::ofSize(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), typed, passphrase.size(),
                      reinterpret_cast<const unsigned char *>(salt.constData()), cost.passes,
                      static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Io, u"no memory for Argon2id"_s);
    return key;
}

} // namespace reeve::crypto
