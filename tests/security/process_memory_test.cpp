// SPDX-License-Identifier: MIT
// Where passphrases and keys are in the memory of a process that uses them: in guarded pages while they are needed, and
// nowhere afterwards. What stays readable, and why, is in README.md.
#include "tests/core/central/centre.h"
#include "tests/security/memory_scan.h"

#include "core/crypto/derived_key.h"
#include "core/crypto/key_slots.h"
#include "core/crypto/passphrase_key.h"
#include "core/services/session/desk.h"
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <malloc.h>
#include <sodium.h>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr crypto::Argon2Cost quickCost{8ULL << 20, 1};

void isNowhere(const Needle &needle)
{
    const auto places = needle.find();
    CHECK(places.where.empty());
    CHECK(places.open == 0);
    CHECK(places.guarded == 0);
}

void isOnlyGuarded(const Needle &needle)
{
    const auto places = needle.find();
    CHECK(places.where.empty());
    CHECK(places.open == 0);
}

} // namespace

TEST_CASE("the scan of memory finds what lies open, and tells it from what is guarded", "[security][memory]")
{
    crypto::Secret secret = randomLetters(24);
    const Needle needle(secret);
    CHECK(needle.find().open == 0);
    CHECK(needle.find().guarded >= 1);

    QByteArray leaked = secret.view().toByteArray();
    CHECK(needle.find().open >= 1);
    crypto::wipe(leaked);
    QString wide = QString::fromLatin1(secret.view());
    CHECK(needle.find().open >= 1);
    wide.fill(u' ');
    isOnlyGuarded(needle);
    secret = {};
    isNowhere(needle);
}

TEST_CASE("passphrase and data key are in guarded memory while a desk is open, and gone when it is closed",
          "[security][memory]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk"_s);
    crypto::Secret passphrase = randomLetters(24);
    const Needle typed(passphrase);
    REQUIRE(store::Store::create({path, u"asha"_s, passphrase, {}, quickCost}));
    std::optional<Needle> dataKey;
    std::optional<Needle> pageKey;
    {
        const auto keySlots = crypto::KeySlots::read(path + u"/reeve.keys"_s);
        REQUIRE(keySlots);
        const auto opened = keySlots->open(u"asha"_s, passphrase);
        REQUIRE(opened);
        dataKey.emplace(opened->dataKey);
        pageKey.emplace(crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::Pages));
    }
    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    const TestClock clock;
    {
        const auto desk = services::Desk::openNow(path, u"asha"_s, passphrase, clock, *policy);
        REQUIRE(desk);
        (*desk)->setSetting(u"theme"_s, u"dark"_s);
        passphrase = {}; // as the sign-in does, once it is checked
        isNowhere(typed);
        isOnlyGuarded(*dataKey);
        CHECK(pageKey->find().guarded >= 1);
        isOnlyGuarded(*pageKey);
    }
    isNowhere(typed);
    isNowhere(*dataKey);
    isNowhere(*pageKey);
}

TEST_CASE("a wrong passphrase is not kept either", "[security][memory]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk"_s);
    crypto::Secret passphrase = randomLetters(24);
    REQUIRE(store::Store::create({path, u"asha"_s, passphrase, {}, quickCost}));
    crypto::Secret guess = randomLetters(24);
    const Needle typed(guess);
    const TestClock clock;
    CHECK_FALSE(store::Store::open(path, u"asha"_s, guess, clock));
    guess = {};
    isNowhere(typed);
}

TEST_CASE("an agent's password is not left behind by a sign-in at the centre", "[security][memory]")
{
    PostgresServer server({PostgresServer::Authentication::Scram, PostgresServer::Durability::Fast, {}});
    const Centre centre(server);
    crypto::Secret password = randomLetters(24);
    const Needle typed(password);
    REQUIRE(central::addAgent(centre.uri(), centre.superuserPassword(), u"memory"_s, u"Memory"_s,
                              {domain::Role::Handler}, password));
    {
        const auto gateway = central::makeGateway(centre.uriAs(u"nobody"_s));
        REQUIRE(gateway->enrol({u"memory"_s, password, u"Desk 1"_s}));
        password = {};
    }
    isNowhere(typed);
}

TEST_CASE("a guess of a passphrase costs what Argon2id promises", "[security]")
{
    // For the record, on this machine; what each guess needs is in the file, and cannot be lowered there.
    const crypto::Secret guess = randomLetters(12);
    const crypto::Argon2Cost usual;
    CHECK(usual.memoryBytes >= 64ULL << 20);
    CHECK(usual.passes >= 3);
    QElapsedTimer timer;
    timer.start();
    constexpr int guesses = 3;
    for (int i = 0; i < guesses; ++i)
        REQUIRE(crypto::passphraseKey(guess, QByteArray(16, 's'), usual));
    const double each = static_cast<double>(timer.nsecsElapsed()) / 1e6 / guesses;
    WARN("one guess of a passphrase: " << each << " ms and 64 MiB on one core; a million guesses "
                                       << each * 1e6 / 86'400'000 << " days");
}
