// SPDX-License-Identifier: MIT
#include "core/crypto/wipe_order.h"

#include "core/base/instant.h"
#include "core/crypto/sodium.h"

#include <QList>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

namespace {

constexpr auto firstLine = "reeve wipe order 1";

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

struct Keys
{
    QByteArray publicKey = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0');
    Secret secretKey = Secret::ofSize(crypto_sign_SECRETKEYBYTES);
};

Result<Keys> keysOf(const Secret &seed)
{
    ensureSodium();
    Keys keys;
    if (seed.size() != crypto_sign_SEEDBYTES ||
        crypto_sign_seed_keypair(bytesOf(keys.publicKey), keys.secretKey.data(), seed.data()) != 0)
        return fail(ErrorCode::InvalidInput, u"not a signing key"_s);
    return keys;
}

} // namespace

SigningKeyPair makeSigningKeyPair()
{
    ensureSodium();
    SigningKeyPair pair{{}, Secret::random(crypto_sign_SEEDBYTES)};
    pair.publicKey = *signingPublicKeyOf(pair.seed);
    return pair;
}

Result<QByteArray> signingPublicKeyOf(const Secret &seed)
{
    const auto keys = keysOf(seed);
    if (!keys)
        return fail(keys);
    return keys->publicKey;
}

Result<SignedOrder> signOrder(const Secret &seed, const WipeOrder &order, Instant issuedAt)
{
    const auto keys = keysOf(seed);
    if (!keys)
        return fail(keys);
    SignedOrder made;
    made.statement = QByteArray(firstLine) + "\ndevice " + order.device.toByteArray(QUuid::WithoutBraces) +
                     "\nserial " + QByteArray::number(order.serial) + "\nissued " + toRfc3339(issuedAt).toLatin1() +
                     '\n';
    made.signature.resize(crypto_sign_BYTES);
    crypto_sign_detached(bytesOf(made.signature), nullptr, bytesOf(std::as_const(made.statement)),
                         static_cast<unsigned long long>(made.statement.size()), keys->secretKey.data());
    return made;
}

Result<WipeOrder> readOrder(const QByteArray &publicKey, const SignedOrder &order)
{
    ensureSodium();
    if (publicKey.size() != crypto_sign_PUBLICKEYBYTES || order.signature.size() != crypto_sign_BYTES ||
        crypto_sign_verify_detached(bytesOf(order.signature), bytesOf(order.statement),
                                    static_cast<unsigned long long>(order.statement.size()), bytesOf(publicKey)) != 0)
        return fail(ErrorCode::Denied, u"not signed by the council"_s);

    const QList<QByteArray> lines = order.statement.split('\n');
    if (lines.size() < 4 || lines[0] != firstLine || !lines[1].startsWith("device ") || !lines[2].startsWith("serial "))
        return fail(ErrorCode::InvalidInput, u"not a wipe order"_s);
    WipeOrder read{QUuid::fromString(QLatin1StringView(lines[1].mid(7))), lines[2].mid(7).toLongLong()};
    if (read.device.isNull() || read.serial < 1)
        return fail(ErrorCode::InvalidInput, u"not a wipe order"_s);
    return read;
}

} // namespace reeve::crypto
