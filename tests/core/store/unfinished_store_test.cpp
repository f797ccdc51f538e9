// SPDX-License-Identifier: MIT
#include "core/store/unfinished_store.h"

#include "tests/core/store/support/store_folder_fixture.h"

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Store;
using store::UnfinishedStore;

namespace {

auto beginIn(const StoreFolderFixture &folder, const char *passphrase = "correct horse")
{
    return UnfinishedStore::begin({folder.path(), u"asha"_s, secret(passphrase), {}, quickCost()});
}

Result<> writeOne(Connection &connection)
{
    return connection.execute(u"CREATE TABLE t (a INTEGER) STRICT"_s);
}

// In a process of its own, which `work` ends with SIGKILL.
void killedDuring(const std::function<void()> &work)
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        _exit(1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
}

} // namespace

TEST_CASE("a store is none until it is finished, and what it begins with is in it then", "[store]")
{
    const StoreFolderFixture folder;
    const auto begun = beginIn(folder);
    REQUIRE(begun);
    CHECK(Store::agentNames(folder.path()).error().code == ErrorCode::NotFound);
    CHECK(beginIn(folder).error().code == ErrorCode::InUse);
    const auto council = QByteArray(32, '\x09');
    REQUIRE((*begun)->finish(writeOne, council));
    CHECK(beginIn(folder).error().code == ErrorCode::InvalidInput);
    const auto store = folder.open();
    REQUIRE(store);
    CHECK(readNow(**store, [](Connection &c) { return c.integerOf(u"SELECT count(*) FROM t"_s); }) == 0);
    CHECK(crypto::KeySlots::read(folder.file("reeve.keys"))->hasRecovery());
    CHECK_FALSE(QFile::exists(folder.file("reeve.keys.new")));
}

TEST_CASE("a store that comes to nothing leaves nothing, whatever it fails at", "[store]")
{
    const StoreFolderFixture folder;
    SECTION("nobody finished it")
    {
        REQUIRE(beginIn(folder));
        CHECK_FALSE(QFile::exists(folder.path()));
    }
    SECTION("what it should begin with could not be stored")
    {
        const auto full = [](Connection &connection) -> Result<> {
            REQUIRE(writeOne(connection));
            return fail(ErrorCode::DiskFull);
        };
        CHECK((*beginIn(folder))->finish(full).error().code == ErrorCode::DiskFull);
        CHECK_FALSE(QFile::exists(folder.path()));
    }
    SECTION("the council's key is none")
    {
        CHECK((*beginIn(folder))->finish({}, "too short").error().code == ErrorCode::InvalidInput);
        CHECK_FALSE(QFile::exists(folder.path()));
    }
    SECTION("a folder that was there before stays, empty")
    {
        REQUIRE(QDir().mkpath(folder.path()));
        REQUIRE(beginIn(folder));
        CHECK(QFile::exists(folder.path()));
        CHECK(folder.content().empty());
    }
    SECTION("a store that was there before stays as it was")
    {
        REQUIRE(folder.create());
        const auto before = folder.content();
        CHECK(beginIn(folder).error().code == ErrorCode::InvalidInput);
        CHECK(folder.content() == before);
    }
    REQUIRE(QDir(folder.path()).exists(u"reeve.keys"_s) == QDir(folder.path()).exists(u"reeve.db"_s));
}

TEST_CASE("killed before it is finished, a store is none, and anybody may make one there", "[store][kill][processes]")
{
    const StoreFolderFixture folder;
    SECTION("while somebody else is asked")
    {
        killedDuring([&] {
            const auto begun = beginIn(folder, "another passphrase");
            if (begun)
                raise(SIGKILL);
        });
    }
    SECTION("while it is filled")
    {
        killedDuring([&] {
            const auto begun = beginIn(folder, "another passphrase");
            if (!begun)
                return;
            static_cast<void>((*begun)->finish([](Connection &connection) {
                const auto written = writeOne(connection);
                raise(SIGKILL);
                return written;
            }));
        });
    }
    CHECK(Store::agentNames(folder.path()).error().code == ErrorCode::NotFound);
    CHECK(folder.open("another passphrase").error().code == ErrorCode::NotFound);
    REQUIRE(folder.create());
    const auto store = folder.open();
    REQUIRE(store);
    CHECK(readNow(**store, [](Connection &c) {
              return c.integerOf(u"SELECT count(*) FROM sqlite_schema WHERE name = 't'"_s);
          }) == 0);
}
