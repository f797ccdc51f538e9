// SPDX-License-Identifier: MIT
#include "core/crypto/council_key.h"

#include "core/crypto/sodium.h"

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

namespace {

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

CouncilKeyPair makeCouncilKeyPair()
{
    ensureSodium();
    CouncilKeyPair pair{QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), Secret::ofSize(crypto_box_SECRETKEYBYTES)};
    crypto_box_keypair(bytesOf(pair.publicKey), pair.secretKey.data());
    return pair;
}

Result<QByteArray> publicKeyOf(const Secret &secretKey)
{
    ensureSodium();
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    if (secretKey.size() != crypto_box_SECRETKEYBYTES ||
        crypto_scalarmult_base(bytesOf(publicKey), secretKey.data()) != 0)
        return fail(ErrorCode::InvalidInput, u"not a council secret key"_s);
    return publicKey;
}

Result<QByteArray> sealTo(const QByteArray &publicKey, const Secret &content)
{
    ensureSodium();
    QByteArray sealed(static_cast<qsizetype>(content.size() + crypto_box_SEALBYTES), '\0');
    if (publicKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(bytesOf(sealed), content.data(), content.size(), bytesOf(publicKey)) != 0)
        return fail(ErrorCode::InvalidInput, u"not a council public key"_s);
    return sealed;
}

Result<Secret> openSealed(const Secret &secretKey, const QByteArray &sealed)
{
    const Result<QByteArray> publicKey = publicKeyOf(secretKey);
    if (!publicKey)
        return fail(publicKey);
    if (sealed.size() < static_cast<qsizetype>(crypto_box_SEALBYTES))
        return fail(ErrorCode::Corrupt, u"sealed bytes are too short"_s);

    Secret content = Secret::ofSize(static_cast<std::size_t>(sealed.size()) - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(content.data(), bytesOf(sealed), static_cast<unsigned long long>(sealed.size()),
                             bytesOf(*publicKey), secretKey.data()) != 0)
        return fail(ErrorCode::WrongPassphrase, u"not sealed to this key"_s);
    return content;
}

} // namespace reeve::crypto
