// SPDX-License-Identifier: MIT
#include "core/crypto/council_key.h"
#include "core/crypto/key_slots.h"
#include "tests/support/result_printing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using crypto::KeySlots;
using crypto::Secret;

namespace {

constexpr crypto::Argon2Cost quick{8ULL << 20, 1};

Secret secret(const char *text)
{
    return Secret(QByteArrayView(text));
}

// A slots file of two agents and, if asked for, the council.
class SlotsFile final
{
public:
    explicit SlotsFile(const QByteArray &councilPublicKey = {})
    {
        KeySlots keySlots(QUuid::createUuid());
        REQUIRE(keySlots.add(u"asha"_s, secret("correct horse"), dataKey, quick));
        REQUIRE(keySlots.add(u"bryn"_s, secret("battery staple"), dataKey, quick));
        if (!councilPublicKey.isEmpty())
            REQUIRE(keySlots.setRecovery(councilPublicKey, dataKey));
        REQUIRE(keySlots.save(path(), dataKey));
    }

    [[nodiscard]] QString path() const { return m_folder.filePath(u"reeve.keys"_s); }
    [[nodiscard]] KeySlots read() const
    {
        const Result<KeySlots> keySlots = KeySlots::read(path());
        REQUIRE(keySlots);
        return *keySlots;
    }
    [[nodiscard]] ErrorCode openError(const QString &agent, const char *passphrase) const
    {
        const auto opened = read().open(agent, secret(passphrase));
        REQUIRE_FALSE(opened);
        return opened.error().code;
    }
    // Rewrites the file as somebody without the key could.
    void alter(const std::function<void(QJsonObject &)> &change) const
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
        change(whole);
        REQUIRE(file.resize(0));
        REQUIRE(file.seek(0));
        REQUIRE(file.write(QJsonDocument(whole).toJson()) > 0);
    }

    const Secret dataKey = Secret::random(KeySlots::dataKeySize);

private:
    QTemporaryDir m_folder;
};

void alterSlot(QJsonObject &whole, int index, const QString &field, const QJsonValue &value)
{
    QJsonArray list = whole.value(u"slots"_s).toArray();
    QJsonObject slot = list.at(index).toObject();
    slot.insert(field, value);
    list.replace(index, slot);
    whole.insert(u"slots"_s, list);
}

} // namespace

TEST_CASE("people who share a desk each open it with their own passphrase", "[crypto]")
{
    const SlotsFile file;
    const KeySlots keySlots = file.read();
    CHECK(keySlots.agentNames() == QStringList{u"asha"_s, u"bryn"_s});

    const auto asha = keySlots.open(u"asha"_s, secret("correct horse"));
    REQUIRE(asha);
    CHECK(asha->dataKey.view() == file.dataKey.view());
    const auto anyone = keySlots.open({}, secret("battery staple"));
    REQUIRE(anyone);
    CHECK(anyone->agent == u"bryn"_s);

    CHECK(file.openError(u"asha"_s, "battery staple") == ErrorCode::WrongPassphrase);
    CHECK(file.openError(u"cerys"_s, "correct horse") == ErrorCode::WrongPassphrase);
    CHECK(file.openError({}, "") == ErrorCode::WrongPassphrase);
}

TEST_CASE("a changed passphrase replaces the old one", "[crypto]")
{
    const SlotsFile file;
    KeySlots keySlots = file.read();
    REQUIRE(keySlots.changePassphrase(u"asha"_s, secret("new passphrase"), file.dataKey, quick));
    REQUIRE(keySlots.save(file.path(), file.dataKey));
    CHECK(file.read().open(u"asha"_s, secret("new passphrase")));
    CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::WrongPassphrase);
    CHECK(file.read().open(u"bryn"_s, secret("battery staple")));

    CHECK(keySlots.changePassphrase(u"cerys"_s, secret("new passphrase"), file.dataKey, quick).error().code ==
          ErrorCode::NotFound);
    CHECK(keySlots.changePassphrase(u"asha"_s, secret("short"), file.dataKey, quick).error().code ==
          ErrorCode::InvalidInput);
}

TEST_CASE("a removed agent opens nothing, and the last one stays", "[crypto]")
{
    const SlotsFile file;
    KeySlots keySlots = file.read();
    REQUIRE(keySlots.remove(u"asha"_s));
    REQUIRE(keySlots.save(file.path(), file.dataKey));
    CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::WrongPassphrase);
    CHECK(keySlots.remove(u"asha"_s).error().code == ErrorCode::NotFound);
    CHECK(keySlots.remove(u"bryn"_s).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a slot is not made twice, without a name or with a short passphrase", "[crypto]")
{
    KeySlots keySlots(QUuid::createUuid());
    const Secret key = Secret::random(KeySlots::dataKeySize);
    REQUIRE(keySlots.add(u"asha"_s, secret("correct horse"), key, quick));
    CHECK(keySlots.add(u"asha"_s, secret("correct horse"), key, quick).error().code == ErrorCode::InvalidInput);
    CHECK(keySlots.add({}, secret("correct horse"), key, quick).error().code == ErrorCode::InvalidInput);
    // Seven characters in fourteen bytes.
    CHECK(keySlots.add(u"bryn"_s, secret("ŵŵŵŵŵŵŵ"), key, quick).error().code == ErrorCode::InvalidInput);
    CHECK(keySlots.add(u"bryn"_s, secret("ŵŵŵŵŵŵŵŵ"), key, quick));
}

TEST_CASE("the council's key opens the recovery slot, and no other key does", "[crypto]")
{
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    const SlotsFile file(council.publicKey);
    const Result<Secret> recovered = file.read().openRecovery(council.secretKey);
    REQUIRE(recovered);
    CHECK(recovered->view() == file.dataKey.view());
    CHECK(crypto::publicKeyOf(council.secretKey) == council.publicKey);

    const auto other = file.read().openRecovery(crypto::makeCouncilKeyPair().secretKey);
    CHECK(other.error().code == ErrorCode::WrongPassphrase);
    CHECK(SlotsFile().read().openRecovery(council.secretKey).error().code == ErrorCode::NotFound);
    KeySlots keySlots(QUuid::createUuid());
    CHECK(keySlots.setRecovery("too short", file.dataKey).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("a slots file that was altered does not open", "[crypto]")
{
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    const SlotsFile file(council.publicKey);

    SECTION("cheaper parameters")
    {
        file.alter([](QJsonObject &whole) { alterSlot(whole, 0, u"passes"_s, 2); });
        CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::WrongPassphrase);
    }
    SECTION("parameters that would stop the machine")
    {
        file.alter([](QJsonObject &whole) { alterSlot(whole, 0, u"memory"_s, qint64{1} << 45); });
        CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::Corrupt);
    }
    SECTION("another name on a slot")
    {
        file.alter([](QJsonObject &whole) { alterSlot(whole, 0, u"agent"_s, u"mallory"_s); });
        CHECK(file.openError(u"mallory"_s, "correct horse") == ErrorCode::WrongPassphrase);
        CHECK(file.openError(u"bryn"_s, "battery staple") == ErrorCode::Corrupt);
    }
    SECTION("another store's identity")
    {
        file.alter(
            [](QJsonObject &whole) { whole.insert(u"store"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)); });
        CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::WrongPassphrase);
    }
    SECTION("another recovery slot")
    {
        const auto mallory = crypto::makeCouncilKeyPair();
        const auto sealed = crypto::sealTo(mallory.publicKey, Secret::random(KeySlots::dataKeySize));
        REQUIRE(sealed);
        file.alter([&](QJsonObject &whole) { whole.insert(u"recovery"_s, QString::fromLatin1(sealed->toBase64())); });
        CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::Corrupt);
        CHECK(file.read().openRecovery(mallory.secretKey).error().code == ErrorCode::Corrupt);
    }
    SECTION("a slot taken out")
    {
        file.alter([](QJsonObject &whole) {
            QJsonArray list = whole.value(u"slots"_s).toArray();
            list.removeLast();
            whole.insert(u"slots"_s, list);
        });
        CHECK(file.openError(u"asha"_s, "correct horse") == ErrorCode::Corrupt);
    }
    SECTION("a newer format")
    {
        file.alter([](QJsonObject &whole) { whole.insert(u"format"_s, 2); });
        CHECK(KeySlots::read(file.path()).error().code == ErrorCode::NewerVersion);
    }
    SECTION("no such file at all")
    {
        QFile damaged(file.path());
        REQUIRE(damaged.resize(100));
        CHECK(KeySlots::read(file.path()).error().code == ErrorCode::Corrupt);
        REQUIRE(damaged.remove());
        CHECK(KeySlots::read(file.path()).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("neither passphrase nor data key is in the slots file", "[crypto]")
{
    const SlotsFile file;
    QFile opened(file.path());
    REQUIRE(opened.open(QIODevice::ReadOnly));
    const QByteArray bytes = opened.readAll();
    CHECK_FALSE(bytes.contains("correct horse"));
    CHECK_FALSE(bytes.contains(file.dataKey.view().toByteArray().toBase64()));
    CHECK(opened.permissions().testFlag(QFileDevice::ReadOwner));
    CHECK_FALSE(opened.permissions().testFlag(QFileDevice::ReadOther));
}
