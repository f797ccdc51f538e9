// SPDX-License-Identifier: MIT
#include "core/crypto/key_slots.h"

#include "core/crypto/council_key.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/passphrase_key.h"
#include "core/crypto/passphrase_length.h"
#include "core/crypto/sodium.h"

#include <QDataStream>
#include <QIODevice>

#include <sodium.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

namespace {

constexpr unsigned long long tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, '\0');
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Result<> checkPassphrase(const Secret &passphrase)
{
    if (!isLongEnough(passphrase))
        return fail(ErrorCode::InvalidInput, u"the passphrase is shorter than 8 characters"_s);
    return {};
}

} // namespace

QStringList KeySlots::agentNames() const
{
    QStringList names;
    for (const Slot &slot : m_slots)
        names.append(slot.agent);
    return names;
}

// What a slot's wrapping is bound to: moved to another agent, given other parameters or put into another store's file,
// it does not open.
QByteArray KeySlots::context(const Slot &slot) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << QByteArrayLiteral("reeve.keys slot 1") << m_store.toRfc4122() << slot.agent.toUtf8()
           << quint64(slot.cost.memoryBytes) << quint32(slot.cost.passes) << slot.salt;
    return bytes;
}

Result<KeySlots::Slot> KeySlots::wrap(const QString &agent, const Secret &passphrase, const Secret &dataKey,
                                      Argon2Cost cost) const
{
    ensureSodium();
    Slot slot{agent, cost, randomBytes(crypto_pwhash_SALTBYTES),
              randomBytes(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES),
              QByteArray(static_cast<qsizetype>(dataKeySize + tagSize), '\0')};
    // A machine that cannot spare the memory pays with time instead.
    Result<Secret> key = passphraseKey(passphrase, slot.salt, slot.cost);
    while (!key && slot.cost.memoryBytes / 2 >= leastArgon2Memory) {
        slot.cost.memoryBytes /= 2;
        slot.cost.passes *= 2;
        key = passphraseKey(passphrase, slot.salt, slot.cost);
    }
    if (!key)
        return fail(key);

    const QByteArray bound = context(slot);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(slot.wrapped), nullptr, dataKey.data(), dataKey.size(),
                                               bytesOf(bound), static_cast<unsigned long long>(bound.size()), nullptr,
                                               bytesOf(slot.nonce), key->data());
    return slot;
}

Result<Secret> KeySlots::unwrap(const Slot &slot, const Secret &passphrase) const
{
    const Result<Secret> key = passphraseKey(passphrase, slot.salt, slot.cost);
    if (!key)
        return fail(key);
    const QByteArray bound = context(slot);
    Secret dataKey = Secret::ofSize(dataKeySize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(dataKey.data(), nullptr, nullptr, bytesOf(slot.wrapped),
                                                   static_cast<unsigned long long>(slot.wrapped.size()), bytesOf(bound),
                                                   static_cast<unsigned long long>(bound.size()), bytesOf(slot.nonce),
                                                   key->data()) != 0)
        return fail(ErrorCode::WrongPassphrase, u"the key slot does not open"_s);
    return dataKey;
}

Result<KeySlots::Opened> KeySlots::open(const QString &agent, const Secret &passphrase) const
{
    for (const Slot &slot : m_slots) {
        if (!agent.isEmpty() && slot.agent != agent)
            continue;
        const Result<Secret> dataKey = unwrap(slot, passphrase);
        if (!dataKey && dataKey.error().code == ErrorCode::WrongPassphrase)
            continue;
        if (!dataKey)
            return fail(dataKey);
        if (const Result<> checked = checkMac(*dataKey); !checked)
            return fail(checked);
        return Opened{slot.agent, *dataKey};
    }
    return fail(ErrorCode::WrongPassphrase, u"no key slot opens"_s);
}

Result<Secret> KeySlots::openRecovery(const Secret &councilSecretKey) const
{
    if (m_recovery.isEmpty())
        return fail(ErrorCode::NotFound, u"no recovery slot"_s);
    Result<Secret> dataKey = openSealed(councilSecretKey, m_recovery);
    if (!dataKey)
        return dataKey;
    if (dataKey->size() != dataKeySize)
        return fail(ErrorCode::Corrupt, u"the recovery slot holds no data key"_s);
    if (const Result<> checked = checkMac(*dataKey); !checked)
        return fail(checked);
    return dataKey;
}

Result<> KeySlots::add(const QString &agent, const Secret &passphrase, const Secret &dataKey, Argon2Cost cost)
{
    if (agent.isEmpty() || agentNames().contains(agent))
        return fail(ErrorCode::InvalidInput, u"the agent has no name, or a key slot already"_s);
    if (const Result<> checked = checkPassphrase(passphrase); !checked)
        return checked;
    Result<Slot> slot = wrap(agent, passphrase, dataKey, cost);
    if (!slot)
        return fail(slot);
    m_slots.push_back(std::move(*slot));
    return {};
}

Result<> KeySlots::changePassphrase(const QString &agent, const Secret &passphrase, const Secret &dataKey,
                                    Argon2Cost cost)
{
    const auto old = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &s) { return s.agent == agent; });
    if (old == m_slots.end())
        return fail(ErrorCode::NotFound, u"the agent has no key slot"_s);
    if (const Result<> checked = checkPassphrase(passphrase); !checked)
        return checked;
    Result<Slot> slot = wrap(agent, passphrase, dataKey, cost);
    if (!slot)
        return fail(slot);
    *old = std::move(*slot);
    return {};
}

Result<> KeySlots::remove(const QString &agent)
{
    const auto old = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &s) { return s.agent == agent; });
    if (old == m_slots.end())
        return fail(ErrorCode::NotFound, u"the agent has no key slot"_s);
    if (m_slots.size() == 1 && !hasRecovery())
        return fail(ErrorCode::InvalidInput, u"the last key slot"_s);
    m_slots.erase(old);
    return {};
}

Result<> KeySlots::setRecovery(const QByteArray &councilPublicKey, const Secret &dataKey)
{
    const Result<QByteArray> sealed = sealTo(councilPublicKey, dataKey);
    if (!sealed)
        return fail(sealed);
    m_recovery = *sealed;
    return {};
}

} // namespace reeve::crypto
