// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <vector>

namespace reeve::crypto {

// The file reeve.keys: one random data key, wrapped once for each agent of the desk (Argon2id over the passphrase) and
// once for the council (sealed to its public key), so that nobody needs another's passphrase and no unsent work is ever
// locked in a desk. Holds login names, no other personal data. The whole file is authenticated with the data key.
//
// A value: what is changed here reaches the disk with save().
class KeySlots final
{
public:
    static constexpr std::size_t dataKeySize = 32;

    struct Opened
    {
        QString agent;
        Secret dataKey;
    };

    // A new store with no slots yet.
    explicit KeySlots(QUuid store) : m_store(store) {}

    // NotFound, Io; Corrupt when it is not such a file, NewerVersion when its format is newer. What was read is
    // trusted only after open() or openRecovery().
    [[nodiscard]] static Result<KeySlots> read(const QString &file);
    [[nodiscard]] Result<> save(const QString &file, const Secret &dataKey) const;

    [[nodiscard]] QUuid store() const noexcept { return m_store; }
    [[nodiscard]] QStringList agentNames() const;
    [[nodiscard]] bool hasRecovery() const noexcept { return !m_recovery.isEmpty(); }

    // An empty `agent` tries every slot. WrongPassphrase when none opens; Corrupt when one does and the rest of the
    // file was altered. Takes as long as Argon2id asks.
    [[nodiscard]] Result<Opened> open(const QString &agent, const Secret &passphrase) const;
    // With the council's secret key. NotFound without a recovery slot; WrongPassphrase, Corrupt.
    [[nodiscard]] Result<Secret> openRecovery(const Secret &councilSecretKey) const;

    // Corrupt when the file as read was not written with this data key.
    [[nodiscard]] Result<> authenticate(const Secret &dataKey) const { return checkMac(dataKey); }

    // InvalidInput when the passphrase is too short (passphrase_length.h), the name is empty or there already.
    [[nodiscard]] Result<> add(const QString &agent, const Secret &passphrase, const Secret &dataKey, Argon2Cost cost);
    // NotFound when the agent has no slot; InvalidInput. The old passphrase opens nothing after save().
    [[nodiscard]] Result<> changePassphrase(const QString &agent, const Secret &passphrase, const Secret &dataKey,
                                            Argon2Cost cost);
    // NotFound; InvalidInput when nobody could open the store any more.
    [[nodiscard]] Result<> remove(const QString &agent);
    [[nodiscard]] Result<> setRecovery(const QByteArray &councilPublicKey, const Secret &dataKey);

private:
    struct Slot
    {
        QString agent;
        Argon2Cost cost;
        QByteArray salt;
        QByteArray nonce;
        QByteArray wrapped;
    };

    [[nodiscard]] QByteArray bodyJson() const;
    [[nodiscard]] QByteArray context(const Slot &slot) const;
    [[nodiscard]] Result<Slot> wrap(const QString &agent, const Secret &passphrase, const Secret &dataKey,
                                    Argon2Cost cost) const;
    [[nodiscard]] Result<Secret> unwrap(const Slot &slot, const Secret &passphrase) const;
    [[nodiscard]] Result<> checkMac(const Secret &dataKey) const;

    QUuid m_store;
    std::vector<Slot> m_slots;
    QByteArray m_recovery;
    QByteArray m_mac; // as read
};

} // namespace reeve::crypto
