// SPDX-License-Identifier: MIT
#include "tests/core/store/support/store_folder_fixture.h"

#include "core/crypto/sign_in_throttle.h"
#include "core/store/store_folder.h"

#include <QProcess>

#include <sqlite3.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Store;

namespace {

Result<> makeTable(Store &store)
{
    return writeNow(store, [](Connection &c) { return c.execute(u"CREATE TABLE t (a TEXT) STRICT"_s); });
}

Result<> insert(Store &store, const QString &text)
{
    return writeNow(store, [text](Connection &c) { return c.execute(u"INSERT INTO t VALUES ('"_s + text + u"')"_s); });
}

Result<qint64> count(Store &store)
{
    return readNow(store, [](Connection &c) { return c.integerOf(u"SELECT count(*) FROM t"_s); });
}

} // namespace

TEST_CASE("a store keeps what was written over a restart", "[store][open]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(store->agentName() == u"asha"_s);
        REQUIRE(makeTable(*store));
        REQUIRE(insert(*store, u"one"_s));
        REQUIRE(count(*store) == 1);
    }
    CHECK_FALSE(QFile::exists(folder.file("reeve.db-wal")));
    auto again = folder.open();
    REQUIRE(again);
    CHECK(count(**again) == 1);
}

TEST_CASE("a folder that holds a store is not made into another", "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    const auto before = folder.content();
    CHECK(folder.create().error().code == ErrorCode::InvalidInput);
    CHECK(folder.content() == before);

    SECTION("not even when its keys are gone: they may be in a backup")
    {
        REQUIRE(QFile::remove(folder.file("reeve.keys")));
        CHECK(folder.create().error().code == ErrorCode::InvalidInput);
        CHECK(QFile::exists(folder.file("reeve.db")));
    }
    SECTION("but what an attempt that was cut off left is replaced")
    {
        REQUIRE(QFile::rename(folder.file("reeve.keys"), folder.file("reeve.keys.new")));
        REQUIRE(folder.create());
        CHECK(folder.open());
    }
}

TEST_CASE("a passphrase shorter than eight characters makes no store, and leaves nothing", "[store][open]")
{
    const StoreFolderFixture folder;
    const Result<> made = Store::create({folder.path(), u"asha"_s, secret("seven77"), {}, quickCost()});
    CHECK(made.error().code == ErrorCode::InvalidInput);
    CHECK_FALSE(QFile::exists(folder.path()));
}

TEST_CASE("a wrong passphrase is refused and only counted", "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    auto before = folder.content();
    REQUIRE(folder.open("incorrect horse").error().code == ErrorCode::WrongPassphrase);
    auto after = folder.content();
    CHECK(after.erase(u"reeve.tries"_s) == 1);
    CHECK(after == before);

    REQUIRE(folder.open());
    CHECK(crypto::SignInThrottle::refused(folder.file("reeve.tries")).count == 1); // for the audit of who signs in now
}

TEST_CASE("guessing at a desk is slowed down, over restarts too", "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    for (int i = 0; i < 5; ++i)
        REQUIRE(folder.open("incorrect horse").error().code == ErrorCode::WrongPassphrase);

    const auto throttled = folder.open();
    REQUIRE(throttled.error() == Error{ErrorCode::Throttled, u"1"_s});
    folder.clock.advance(std::chrono::seconds{1});
    CHECK(folder.open());
}

TEST_CASE("a store that is open is not opened again", "[store][open][processes]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(makeTable(*store));

    SECTION("by this process")
    {
        CHECK(folder.open().error().code == ErrorCode::InUse);
    }
    SECTION("by another process")
    {
        // A child process of its own, without the threads of this one: it may only fork, look and leave.
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            const auto other = folder.open();
            _exit(!other && other.error().code == ErrorCode::InUse ? 0 : 1);
        }
        int status = -1;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WEXITSTATUS(status) == 0);
    }
    // The one that has it is not disturbed.
    REQUIRE(insert(*store, u"one"_s));
    CHECK(count(*store) == 1);
}

TEST_CASE("a plain SQLite database is refused", "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    REQUIRE(QFile::remove(folder.file("reeve.db")));
    sqlite3 *plain = nullptr;
    REQUIRE(sqlite3_open(folder.file("reeve.db").toUtf8().constData(), &plain) == SQLITE_OK);
    REQUIRE(sqlite3_exec(plain, "CREATE TABLE t (a)", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(plain);

    const auto before = folder.content();
    CHECK(folder.open().error().code == ErrorCode::NotEncrypted);
    CHECK(folder.content() == before);

    SECTION("also without keys beside it")
    {
        REQUIRE(QFile::remove(folder.file("reeve.keys")));
        CHECK(folder.open().error().code == ErrorCode::NotEncrypted);
    }
}

TEST_CASE("a file that may not be written is named, and leaves no WAL that could not be written either",
          "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(makeTable(*folder.fresh()));
    // Another process, since root may write everything.
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        if (::geteuid() == 0) {
            for (const char *name : {"reeve.db", "reeve.keys", "reeve.mark", "reeve.lock", "reeve.reserve", ""})
                (void)::chown(QFile::encodeName(folder.file(name)).constData(), 65534, 65534);
            (void)::chmod(QFile::encodeName(QFileInfo(folder.path()).path()).constData(), 0755);
            (void)::setuid(65534);
        }
        (void)::chmod(QFile::encodeName(folder.file("reeve.db")).constData(), 0400);
        const auto refused = folder.open();
        const bool isNamed = !refused && refused.error().code == ErrorCode::ReadOnly &&
                             refused.error().detail.startsWith(u"reeve.db: "_s);
        (void)::chmod(QFile::encodeName(folder.file("reeve.db")).constData(), 0600);
        const auto again = folder.open();
        const bool isWritten = again && insert(**again, u"one"_s);
        _exit((isNamed ? 0 : 1) + (isWritten ? 0 : 2));
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a store of a newer version is refused", "[store][open]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, [](Connection &c) { return c.execute(u"PRAGMA user_version = 9999"_s); }));
    }
    const auto before = folder.content();
    CHECK(folder.open().error().code == ErrorCode::NewerVersion);
    CHECK(folder.content() == before);
}

TEST_CASE("a store that is not there is not found", "[store][open]")
{
    const StoreFolderFixture folder;
    CHECK(folder.open().error().code == ErrorCode::NotFound);
    CHECK_FALSE(QFile::exists(folder.path()));
    REQUIRE(QDir().mkpath(folder.path()));
    CHECK(folder.open().error().code == ErrorCode::NotFound);
    CHECK(folder.content().empty());
}

TEST_CASE("file systems of other machines are told from local ones", "[store][open]")
{
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "SMB2", "fuse.sshfs", "fuse.rclone", "9p", "davfs"})
        CHECK(store::isNetworkFileSystem(type));
    for (const char *type :
         {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "ecryptfs", "fuse.gocryptfs"})
        CHECK_FALSE(store::isNetworkFileSystem(type));
}

TEST_CASE("an empty agent name tries every slot", "[store][open]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    REQUIRE(Store::agentNames(folder.path()) == QStringList{u"asha"_s});
    const auto store = Store::open(folder.path(), {}, secret("correct horse"), folder.clock);
    REQUIRE(store);
    CHECK((*store)->agentName() == u"asha"_s);
}
