// SPDX-License-Identifier: MIT
// Who may open a store, through its whole life.
#include "core/crypto/council_key.h"
#include "tests/core/store/support/store_folder_fixture.h"

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Store;

namespace {

Result<std::unique_ptr<Store>> openAs(const StoreFolderFixture &folder, const QString &agent, const char *passphrase)
{
    return Store::open(folder.path(), agent, secret(passphrase), folder.clock);
}

// Something in the store that must survive.
void givenRows(Store &store)
{
    REQUIRE(writeNow(store, [](Connection &c) { return c.execute(u"CREATE TABLE t (a TEXT) STRICT"_s); }));
    REQUIRE(writeNow(store, [](Connection &c) {
        return c.execute(u"INSERT INTO t SELECT hex(randomblob(2000)) FROM (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL"
                         " SELECT x + 1 FROM n WHERE x < 400) SELECT x FROM n)"_s);
    }));
}

qint64 rowsIn(Store &store)
{
    const auto rows = readNow(store, [](Connection &c) { return c.integerOf(u"SELECT count(*) FROM t"_s); });
    REQUIRE(rows);
    const auto whole = readNow(store, [](Connection &c) {
        return c.integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"_s);
    });
    REQUIRE(whole == 1);
    return *rows;
}

} // namespace

TEST_CASE("people who share a desk each have a passphrase of their own", "[store][keys]")
{
    const StoreFolderFixture folder;
    {
        const auto store = folder.fresh();
        givenRows(*store);
        REQUIRE(store->addAgent(u"sam"_s, secret("battery staple"), quickCost()));
        CHECK(store->addAgent(u"sam"_s, secret("another one here"), quickCost()).error().code ==
              ErrorCode::InvalidInput);
        CHECK(store->addAgent(u"kim"_s, secret("short"), quickCost()).error().code == ErrorCode::InvalidInput);
    }
    CHECK(Store::agentNames(folder.path()) == QStringList{u"asha"_s, u"sam"_s});
    {
        const auto store = openAs(folder, u"sam"_s, "battery staple");
        REQUIRE(store);
        CHECK(rowsIn(**store) == 400);
        CHECK((*store)->agentName() == u"sam"_s);
        REQUIRE((*store)->removeAgent(u"asha"_s));
        CHECK((*store)->removeAgent(u"sam"_s).error().code == ErrorCode::InvalidInput); // nobody could open it
    }
    CHECK(openAs(folder, u"asha"_s, "correct horse").error().code == ErrorCode::WrongPassphrase);
    CHECK(openAs(folder, u"sam"_s, "battery staple"));
}

TEST_CASE("a changed passphrase is the only one from then on, and takes the old one to change", "[store][keys]")
{
    const StoreFolderFixture folder;
    {
        const auto store = folder.fresh();
        givenRows(*store);
        CHECK(store->changePassphrase(secret("wrong horse"), secret("battery staple"), quickCost()).error().code ==
              ErrorCode::WrongPassphrase);
        CHECK(store->changePassphrase(secret("correct horse"), secret("short"), quickCost()).error().code ==
              ErrorCode::InvalidInput);
        REQUIRE(store->changePassphrase(secret("correct horse"), secret("battery staple"), quickCost()));
    }
    CHECK(folder.open("correct horse").error().code == ErrorCode::WrongPassphrase);
    const auto store = folder.open("battery staple");
    REQUIRE(store);
    CHECK(rowsIn(**store) == 400);
}

TEST_CASE("a lost passphrase is replaced with the council's key, and nothing in the store is lost", "[store][keys]")
{
    const StoreFolderFixture folder;
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    REQUIRE(folder.create(council.publicKey));
    givenRows(**folder.open());

    CHECK(Store::recover(folder.path(), crypto::makeCouncilKeyPair().secretKey, u"asha"_s, secret("battery staple"),
                         quickCost())
              .error()
              .code == ErrorCode::WrongPassphrase);
    REQUIRE(Store::recover(folder.path(), council.secretKey, u"asha"_s, secret("battery staple"), quickCost()));
    CHECK(folder.open("correct horse").error().code == ErrorCode::WrongPassphrase);
    CHECK(rowsIn(**folder.open("battery staple")) == 400);
    // Somebody else may be let in as well: the unsent work of who left.
    REQUIRE(Store::recover(folder.path(), council.secretKey, u"lead"_s, secret("yet another one"), quickCost()));
    CHECK(rowsIn(**openAs(folder, u"lead"_s, "yet another one")) == 400);
}

TEST_CASE("a new data key opens what the old one opened, and the old one opens nothing", "[store][keys]")
{
    const StoreFolderFixture folder;
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    REQUIRE(folder.create(council.publicKey));
    {
        const auto store = folder.open();
        givenRows(**store);
        REQUIRE((*store)->addAgent(u"sam"_s, secret("battery staple"), quickCost()));
        REQUIRE((*store)->addAgent(u"kim"_s, secret("a third of them"), quickCost()));
    }
    QFile::copy(folder.file("reeve.keys"), folder.file("kept.keys"));

    const std::vector<Store::Passphrase> known{{u"asha"_s, secret("correct horse")},
                                               {u"sam"_s, secret("battery staple")}};
    CHECK(Store::rotateKey(folder.path(), {{u"asha"_s, secret("wrong horse")}}, {}, folder.clock, quickCost())
              .error()
              .code == ErrorCode::WrongPassphrase);
    const auto dropped = Store::rotateKey(folder.path(), known, council.publicKey, folder.clock, quickCost());
    REQUIRE(dropped);
    CHECK(*dropped == QStringList{u"kim"_s});
    CHECK(rowsIn(**folder.open()) == 400);
    CHECK(rowsIn(**openAs(folder, u"sam"_s, "battery staple")) == 400);
    CHECK(openAs(folder, u"kim"_s, "a third of them").error().code == ErrorCode::WrongPassphrase);
    REQUIRE(Store::recover(folder.path(), council.secretKey, u"kim"_s, secret("a third of them"), quickCost()));
    CHECK(rowsIn(**openAs(folder, u"kim"_s, "a third of them")) == 400);

    // Whoever kept the old keys file has nothing.
    QFile::remove(folder.file("reeve.keys"));
    QFile::rename(folder.file("kept.keys"), folder.file("reeve.keys"));
    CHECK(folder.open().error().code == ErrorCode::Corrupt);
}

TEST_CASE("what root does in somebody's store leaves every file theirs", "[store][keys]")
{
    const bool isRoot = ::geteuid() == 0; // nobody else can take a store away from its owner
    const uid_t owner = isRoot ? 65534 : ::geteuid();
    const StoreFolderFixture folder;
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    REQUIRE(folder.create(council.publicKey));
    const auto give = [&](const QString &file) {
        return ::chown(QFile::encodeName(file).constData(), owner, isRoot ? 65534 : ::getegid()) == 0;
    };
    REQUIRE(give(folder.path()));
    for (const auto &[name, hash] : folder.content())
        REQUIRE(give(folder.path() + u'/' + name));
    const auto notTheirs = [&] {
        QStringList names;
        for (const auto &[name, hash] : folder.content()) {
            if (QFileInfo(folder.path() + u'/' + name).ownerId() != owner)
                names << name;
        }
        return names;
    };

    QFile::remove(folder.file("reeve.lock"));
    CHECK(folder.open("wrong horse").error().code == ErrorCode::WrongPassphrase);
    CHECK(QFile::exists(folder.file("reeve.tries")));
    CHECK(notTheirs() == QStringList{});
    {
        const auto store = folder.open();
        REQUIRE(store);
        givenRows(**store);
        REQUIRE((*store)->changePassphrase(secret("correct horse"), secret("battery staple"), quickCost()));
        CHECK(notTheirs() == QStringList{}); // the WAL and its index are there
    }
    REQUIRE(Store::recover(folder.path(), council.secretKey, u"asha"_s, secret("correct horse"), quickCost()));
    CHECK(notTheirs() == QStringList{});
    REQUIRE(Store::rotateKey(folder.path(), {{u"asha"_s, secret("correct horse")}}, {}, folder.clock, quickCost()));
    CHECK(notTheirs() == QStringList{});

    QFile database(folder.file("reeve.db"));
    REQUIRE(database.open(QIODevice::ReadWrite));
    REQUIRE(database.seek(3 * 4096 + 100));
    REQUIRE(database.write("damage") == 6);
    database.close();
    REQUIRE(Store::recover(folder.path(), u"asha"_s, secret("correct horse"), folder.clock));
    CHECK(notTheirs() == QStringList{});
}

TEST_CASE("P13 killed at any moment of a change of the data key, the store is the old one or the new one, whole",
          "[store][keys][kill]")
{
    const StoreFolderFixture folder;
    givenRows(*folder.fresh());
    for (int round = 0; round < 10; ++round) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const auto done =
                Store::rotateKey(folder.path(), {{u"asha"_s, secret("correct horse")}}, {}, folder.clock, quickCost());
            _exit(done ? 0 : 1);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{10 + round * 23 % 190});
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        const auto store = folder.open();
        REQUIRE(store);
        REQUIRE(rowsIn(**store) == 400);
        CHECK_FALSE(QFile::exists(folder.file("reeve.next")));
        CHECK_FALSE(QFile::exists(folder.file("reeve.next.part")));
    }
}

TEST_CASE("a change of the data key that was cut off while files changed places is finished at the next open",
          "[store][keys]")
{
    const StoreFolderFixture folder;
    givenRows(*folder.fresh());
    const StoreFolderFixture other; // its successor, made where it can be looked at
    QDir().mkpath(other.path());
    for (const char *name : {"reeve.db", "reeve.mark", "reeve.keys"})
        REQUIRE(QFile::copy(folder.file(name), other.file(name)));
    REQUIRE(Store::rotateKey(other.path(), {{u"asha"_s, secret("correct horse")}}, {}, folder.clock, quickCost()));

    const int moved = GENERATE(0, 1, 2, 3);
    const char *names[] = {"reeve.db", "reeve.mark", "reeve.keys"};
    QDir().mkpath(folder.file("reeve.next"));
    for (int i = 0; i < 3; ++i) {
        const QString to = i < moved ? folder.file(names[i]) : folder.file("reeve.next/") + QLatin1StringView(names[i]);
        QFile::remove(to);
        REQUIRE(QFile::copy(other.file(names[i]), to));
    }
    const auto store = folder.open();
    REQUIRE(store);
    CHECK(rowsIn(**store) == 400);
    CHECK_FALSE(QFile::exists(folder.file("reeve.next")));
}

TEST_CASE("P16 an erased store opens with no key any more, says so, and leaves no file of it", "[store][keys][wipe]")
{
    const StoreFolderFixture folder;
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    REQUIRE(folder.create(council.publicKey));
    QFile neighbour(folder.file("not-ours.txt"));
    REQUIRE(neighbour.open(QIODevice::WriteOnly));
    {
        const auto store = folder.open();
        givenRows(**store);
        REQUIRE((*store)->erase("by order"));
        // Nothing is called saved any more.
        const auto late = writeNow(**store, [](Connection &c) { return c.execute(u"DELETE FROM t"_s); });
        CHECK(late.error().code == ErrorCode::DeviceRevoked);
    }
    CHECK(folder.open().error().code == ErrorCode::DeviceRevoked);
    CHECK(Store::recover(folder.path(), council.secretKey, u"asha"_s, secret("battery staple")).error().code ==
          ErrorCode::NotFound);
    CHECK(Store::epitaph(folder.path()) == "by order");
    QStringList left = QDir(folder.path()).entryList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    left.removeAll(u"reeve.lock"_s);
    CHECK(left == QStringList{u"not-ours.txt"_s, u"reeve.wiped"_s});
    // The folder takes a new desk.
    REQUIRE(folder.create());
    CHECK(folder.open());
    CHECK(Store::epitaph(folder.path()).isEmpty());
}

TEST_CASE("P16 a wipe that was cut off while the keys were overwritten is finished by whoever looks next",
          "[store][keys][wipe]")
{
    const StoreFolderFixture folder;
    const crypto::CouncilKeyPair council = crypto::makeCouncilKeyPair();
    REQUIRE(folder.create(council.publicKey));
    givenRows(**folder.open());
    const auto put = [&](const char *name, const QByteArray &content) {
        QFile file(folder.file(name));
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.write(content) == content.size());
    };
    const auto left = [&] {
        QStringList names = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        names.removeAll(u"reeve.lock"_s);
        return names;
    };

    SECTION("half of them are gone")
    {
        put("reeve.wiping", "by order");
        put("reeve.keys", QByteArray(100, '\0'));
        SECTION("and somebody signs in")
        {
            CHECK(folder.open().error().code == ErrorCode::DeviceRevoked);
        }
        SECTION("and the council's key is tried")
        {
            CHECK(Store::recover(folder.path(), council.secretKey, u"asha"_s, secret("battery staple"), quickCost())
                      .error()
                      .code == ErrorCode::DeviceRevoked);
        }
        SECTION("and somebody wants to save what is left")
        {
            CHECK(Store::recover(folder.path(), u"asha"_s, secret("correct horse"), folder.clock).error().code ==
                  ErrorCode::DeviceRevoked);
        }
        CHECK(left() == QStringList{u"reeve.wiped"_s});
        CHECK(Store::epitaph(folder.path()) == "by order");
        CHECK(folder.open().error().code == ErrorCode::DeviceRevoked);
    }
    SECTION("they are gone, and other files are not")
    {
        put("reeve.wiping", "by order");
        REQUIRE(QFile::remove(folder.file("reeve.keys")));
        SECTION("and somebody signs in")
        {
            CHECK(folder.open().error().code == ErrorCode::DeviceRevoked);
            CHECK(left() == QStringList{u"reeve.wiped"_s});
            CHECK(Store::epitaph(folder.path()) == "by order");
        }
        SECTION("and the folder takes a new desk")
        {
            REQUIRE(folder.create());
            CHECK(folder.open());
            CHECK(Store::epitaph(folder.path()).isEmpty());
        }
    }
    SECTION("nothing but the epitaph is left, without its name")
    {
        put("reeve.wiping", "by order");
        for (const QString &name : left()) {
            if (name != u"reeve.wiping")
                REQUIRE(QFile::remove(folder.path() + u'/' + name));
        }
        CHECK(folder.open().error().code == ErrorCode::DeviceRevoked);
        CHECK(Store::epitaph(folder.path()) == "by order");
    }
    SECTION("they are whole: it is a store as before, and damage that comes later is damage")
    {
        put("reeve.wiping", "by order");
        CHECK(folder.open("wrong horse").error().code == ErrorCode::WrongPassphrase);
        CHECK(rowsIn(**folder.open()) == 400);
        put("reeve.keys", QByteArray(100, '\0'));
        const auto before = folder.content();
        CHECK(folder.open().error().code == ErrorCode::Corrupt);
        CHECK(folder.content() == before);
    }
}
