// SPDX-License-Identifier: MIT
// The form of reeve.keys on disk: JSON, binary values in Base64, "mac" over everything else.
#include "core/crypto/derived_key.h"
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/crypto/sodium.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::crypto {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 largestFile = 1 << 20;
constexpr int macSize = 32;

QString toText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromText(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QByteArray macOf(const QByteArray &body, const Secret &dataKey)
{
    const Secret key = deriveKey(dataKey, KeyPurpose::SlotsFile);
    QByteArray mac(macSize, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(mac.data()), macSize,
                       reinterpret_cast<const unsigned char *>(body.constData()),
                       static_cast<unsigned long long>(body.size()), key.data(), key.size());
    return mac;
}

} // namespace

// Compact and with sorted keys, as QJsonObject keeps them: the same content has the same bytes.
QByteArray KeySlots::bodyJson() const
{
    QJsonArray slotList;
    for (const Slot &slot : m_slots) {
        slotList.append(QJsonObject{{u"agent"_s, slot.agent},
                                    {u"memory"_s, static_cast<qint64>(slot.cost.memoryBytes)},
                                    {u"passes"_s, static_cast<qint64>(slot.cost.passes)},
                                    {u"salt"_s, toText(slot.salt)},
                                    {u"nonce"_s, toText(slot.nonce)},
                                    {u"key"_s, toText(slot.wrapped)}});
    }
    return QJsonDocument(QJsonObject{{u"format"_s, formatVersion},
                                     {u"store"_s, m_store.toString(QUuid::WithoutBraces)},
                                     {u"slots"_s, slotList},
                                     {u"recovery"_s, toText(m_recovery)}})
        .toJson(QJsonDocument::Compact);
}

Result<> KeySlots::save(const QString &file, const Secret &dataKey) const
{
    const QByteArray body = bodyJson();
    QJsonObject whole = QJsonDocument::fromJson(body).object();
    whole.insert(u"mac"_s, toText(macOf(body, dataKey)));
    return replaceFile(file, QJsonDocument(whole).toJson(QJsonDocument::Indented));
}

Result<KeySlots> KeySlots::read(const QString &file)
{
    ensureSodium();
    const Result<QByteArray> bytes = readFile(file, largestFile);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    u"there is no reeve.keys in the folder: it holds the keys, and without it or a "
                    "copy of it nobody can open the store"_s);
    if (!bytes)
        return fail(bytes);
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    const QJsonObject whole = document.object();
    if (whole.value(u"format"_s).toInt() > formatVersion)
        return fail(ErrorCode::NewerVersion, u"reeve.keys was written by a newer program"_s);

    KeySlots keySlots(QUuid::fromString(whole.value(u"store"_s).toString()));
    keySlots.m_recovery = fromText(whole.value(u"recovery"_s));
    keySlots.m_mac = fromText(whole.value(u"mac"_s));
    bool isSound = whole.value(u"format"_s).toInt() == formatVersion && !keySlots.m_store.isNull() &&
                   keySlots.m_mac.size() == macSize;
    const QJsonArray slotList = whole.value(u"slots"_s).toArray();
    for (const QJsonValue &value : slotList) {
        const QJsonObject object = value.toObject();
        Slot slot{object.value(u"agent"_s).toString(),
                  {static_cast<quint64>(object.value(u"memory"_s).toInteger()),
                   static_cast<quint32>(object.value(u"passes"_s).toInteger())},
                  fromText(object.value(u"salt"_s)),
                  fromText(object.value(u"nonce"_s)),
                  fromText(object.value(u"key"_s))};
        isSound =
            isSound && !slot.agent.isEmpty() &&
            slot.nonce.size() == static_cast<qsizetype>(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES) &&
            slot.wrapped.size() == static_cast<qsizetype>(dataKeySize + crypto_aead_xchacha20poly1305_ietf_ABYTES);
        keySlots.m_slots.push_back(std::move(slot));
    }
    if (!isSound || (keySlots.m_slots.empty() && keySlots.m_recovery.isEmpty()))
        return fail(ErrorCode::Corrupt, u"reeve.keys is damaged"_s);
    return keySlots;
}

Result<> KeySlots::checkMac(const Secret &dataKey) const
{
    const QByteArray mac = macOf(bodyJson(), dataKey);
    if (m_mac.size() != mac.size() ||
        sodium_memcmp(m_mac.constData(), mac.constData(), static_cast<std::size_t>(mac.size())) != 0)
        return fail(ErrorCode::Corrupt, u"reeve.keys was altered"_s);
    return {};
}

} // namespace reeve::crypto
