// SPDX-License-Identifier: MIT
// Every way in which a store's files can be damaged: a clear Corrupt, nothing touched, and never data.
#include "tests/core/store/support/kill_writer.h"
#include "tests/core/store/support/wal_frames.h"

#include "core/crypto/derived_key.h"
#include "core/store/sealed_wal.h"

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::SealedWal;
using store::Store;

namespace {

constexpr qint64 pageSize = 4096;

// A table that takes several pages.
Result<> fill(Connection &c)
{
    if (const Result<> made = c.execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT"_s); !made)
        return made;
    return c.execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                     "INSERT INTO t SELECT i, hex(zeroblob(100)) FROM n"_s);
}

Result<qint64> sum(Store &store)
{
    return readNow(store, [](Connection &c) { return c.integerOf(u"SELECT sum(length(a)) FROM t"_s); });
}

QByteArray bytesAt(const QString &path, qint64 offset, qint64 size)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    REQUIRE(file.seek(offset));
    return file.read(size);
}

void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
}

void flip(const QString &path, qint64 offset)
{
    QByteArray byte = bytesAt(path, offset, 1);
    byte[0] = static_cast<char>(byte[0] ^ 1);
    overwrite(path, offset, byte);
}

// Damaged or not, opening and reading everything either works or says Corrupt.
void checkCorrupt(const StoreFolderFixture &folder)
{
    auto store = folder.open();
    if (!store) {
        CHECK(store.error().code == ErrorCode::Corrupt);
        return;
    }
    const Result<qint64> total = sum(**store);
    REQUIRE_FALSE(total);
    CHECK(total.error().code == ErrorCode::Corrupt);
}

// Five commits that are only in the WAL, as a killed process leaves them.
void leaveWal(const StoreFolderFixture &folder)
{
    REQUIRE(folder.create());
    runAndKill([&] {
        auto store = folder.open();
        bool isDone = store && writeNow(**store, [](Connection &c) {
                          return c.execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT"_s);
                      });
        for (int i = 1; isDone && i <= 5; ++i) {
            isDone = bool(writeNow(
                **store, [](Connection &c) { return c.execute(u"INSERT INTO t (a) VALUES ('twelve bytes')"_s); }));
        }
        (void)store->release();
        return isDone;
    });
}

} // namespace

TEST_CASE("a page that was altered, swapped or replaced is corrupt", "[store][vfs]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, fill));
    }
    const QString db = folder.file("reeve.db");
    const qint64 pages = QFile(db).size() / pageSize;
    REQUIRE(pages > 20);
    const qint64 page = pages - 3;

    SECTION("one bit of its content")
    {
        flip(db, page * pageSize + 1000);
        checkCorrupt(folder);
    }
    SECTION("one bit of its nonce")
    {
        flip(db, page * pageSize + 4060);
        checkCorrupt(folder);
    }
    SECTION("one bit of its tag")
    {
        flip(db, page * pageSize + 4095);
        checkCorrupt(folder);
    }
    SECTION("two pages in each other's place")
    {
        const QByteArray one = bytesAt(db, page * pageSize, pageSize);
        const QByteArray two = bytesAt(db, (page - 1) * pageSize, pageSize);
        overwrite(db, page * pageSize, two);
        overwrite(db, (page - 1) * pageSize, one);
        checkCorrupt(folder);
    }
    SECTION("zeros")
    {
        overwrite(db, page * pageSize, QByteArray(pageSize, '\0'));
        checkCorrupt(folder);
    }
    SECTION("a page of another store")
    {
        const StoreFolderFixture other;
        {
            auto store = other.fresh();
            REQUIRE(writeNow(*store, fill));
        }
        overwrite(db, page * pageSize, bytesAt(other.file("reeve.db"), page * pageSize, pageSize));
        checkCorrupt(folder);
    }
    SECTION("the first page: nothing is opened and nothing touched")
    {
        flip(db, 10);
        const auto before = folder.content();
        CHECK(folder.open().error().code == ErrorCode::Corrupt);
        CHECK(folder.content() == before);
    }
    SECTION("cut off at the end")
    {
        REQUIRE(QFile::resize(db, page * pageSize));
        checkCorrupt(folder);
    }
    SECTION("cut off to nothing")
    {
        REQUIRE(QFile::resize(db, 0));
        const auto before = folder.content();
        CHECK(folder.open().error().code == ErrorCode::Corrupt);
        CHECK(folder.content() == before);
    }
}

TEST_CASE("what a killed process had acknowledged is there again", "[store][vfs]")
{
    const StoreFolderFixture folder;
    leaveWal(folder);
    REQUIRE(QFile(folder.file("reeve.db-wal")).size() > 0);
    auto store = folder.open();
    REQUIRE(store);
    CHECK(sum(**store) == 60);
}

TEST_CASE("a write-ahead log that lost something saved is corrupt, and nothing is touched", "[store][vfs]")
{
    const StoreFolderFixture folder;
    leaveWal(folder);
    const QString wal = folder.file("reeve.db-wal");
    const qint64 frames = framesOf(wal);
    REQUIRE(frames >= 5);
    const qint64 last = SealedWal::headerSize + (frames - 1) * SealedWal::frameSize;

    SECTION("its last frame")
    {
        REQUIRE(QFile::resize(wal, last));
    }
    SECTION("half of its last frame")
    {
        REQUIRE(QFile::resize(wal, last + 2000));
    }
    SECTION("all of it")
    {
        REQUIRE(QFile::resize(wal, 0));
    }
    SECTION("itself")
    {
        REQUIRE(QFile::remove(wal));
    }
    SECTION("a bit of a page")
    {
        flip(wal, last + 500);
    }
    SECTION("a bit of a frame's checksum, which would end the log for SQLite")
    {
        flip(wal, last + 17);
    }
    SECTION("the commit mark of a frame")
    {
        overwrite(wal, last + 4, QByteArray(4, '\0'));
    }
    SECTION("a bit of the file header")
    {
        flip(wal, 30);
    }
    SECTION("the order of two frames")
    {
        const QByteArray one = bytesAt(wal, last, SealedWal::frameSize);
        const QByteArray two = bytesAt(wal, last - SealedWal::frameSize, SealedWal::frameSize);
        overwrite(wal, last, two);
        overwrite(wal, last - SealedWal::frameSize, one);
    }
    SECTION("the mark")
    {
        REQUIRE(QFile::remove(folder.file("reeve.mark")));
    }
    SECTION("the mark's authenticity")
    {
        flip(folder.file("reeve.mark"), 50);
        flip(folder.file("reeve.mark"), 4096 + 50);
    }
    const auto before = folder.content();
    CHECK(folder.open().error().code == ErrorCode::Corrupt);
    CHECK(folder.content() == before);
}

TEST_CASE("a torn end of the log that was never acknowledged is no damage", "[store][vfs]")
{
    const StoreFolderFixture folder;
    leaveWal(folder);
    const QString wal = folder.file("reeve.db-wal");
    // What a power cut leaves of a commit it interrupted: a whole header and rubbish behind it.
    const qint64 end = endOfFrames(wal);
    QByteArray torn = bytesAt(wal, end - SealedWal::frameSize, SealedWal::frameSize);
    torn.replace(100, 3000, QByteArray(3000, 'x'));
    overwrite(wal, end, torn);
    overwrite(wal, end + SealedWal::frameSize, torn.left(1234));

    auto store = folder.open();
    REQUIRE(store);
    CHECK(sum(**store) == 60);
}

TEST_CASE("a page that a power cut tore during a checkpoint is read from the log", "[store][vfs]")
{
    const StoreFolderFixture folder;
    leaveWal(folder);
    // The table's root and page 1 are in the WAL; their places in the database may hold anything.
    overwrite(folder.file("reeve.db"), 0, QByteArray(2048, 'x'));
    auto store = folder.open();
    REQUIRE(store);
    CHECK(sum(**store) == 60);
}

TEST_CASE("a mark from before the last commits is no damage", "[store][vfs]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    const QByteArray old = bytesAt(folder.file("reeve.mark"), 0, 8192);
    runAndKill([&] {
        auto store = folder.open();
        const bool isDone = store && writeNow(**store, fill);
        (void)store->release();
        return isDone;
    });
    overwrite(folder.file("reeve.mark"), 0, old);
    auto store = folder.open();
    REQUIRE(store);
    CHECK(sum(**store) == 400000);
}

TEST_CASE("a log that was reset after a checkpoint opens after a crash", "[store][vfs]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    runAndKill([&] {
        auto store = folder.open();
        bool isDone = store && writeNow(**store, fill);
        for (int i = 0; isDone && i < 120; ++i) {
            isDone = bool(writeNow(**store, [](Connection &c) {
                return c.execute(u"UPDATE t SET a = hex(zeroblob(100)) || ''"_s); // past the backstop: many resets
            }));
        }
        (void)store->release();
        return isDone;
    });
    auto store = folder.open();
    REQUIRE(store);
    CHECK(sum(**store) == 400000);
    CHECK(readNow(**store, [](Connection &c) { return c.execute(u"PRAGMA integrity_check"_s); }));
}
