// SPDX-License-Identifier: MIT
// The mark over the life of a WAL: never ahead of what is durable, "none" before a log is begun anew.
#include "tests/core/store/support/sealed_file_fixture.h"
#include "tests/core/store/support/wal_frames.h"

#include "core/store/sealed_wal.h"
#include "core/store/wal_check.h"

#include <QFile>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::SealedWal;
using store::WalExtent;

namespace {

const QString manyRows = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                         "INSERT INTO t SELECT hex(zeroblob(100)) FROM n"_s;

void flip(const QString &path, qint64 offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    char byte = 0;
    REQUIRE(file.getChar(&byte));
    REQUIRE(file.seek(offset));
    REQUIRE(file.putChar(static_cast<char>(byte ^ 1)));
}

} // namespace

TEST_CASE("the mark follows each commit", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
    quint64 before = file.markOnDisk().frames;
    REQUIRE(before > 0);
    for (int i = 0; i < 3; ++i) {
        REQUIRE(connection->execute(u"INSERT INTO t VALUES ('x')"_s));
        const quint64 after = file.markOnDisk().frames;
        CHECK(after > before);
        CHECK(after == static_cast<quint64>(connection->walFrames()));
        before = after;
    }
    CHECK(checkWal(file.path("reeve.db-wal"), *file.sealed));
}

TEST_CASE("what is written for a transaction that is rolled back is not counted", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"PRAGMA cache_size=10"_s)); // so that it spills into the log
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
    const WalExtent before = file.markOnDisk();

    REQUIRE(connection->begin(Connection::Access::ReadWrite));
    REQUIRE(connection->execute(manyRows));
    REQUIRE(framesOf(file.path("reeve.db-wal")) > 100);
    const auto other = file.connect();
    REQUIRE(other->checkpoint()); // syncs the log in the middle of it
    CHECK(file.markOnDisk() == before);
    connection->rollback();

    REQUIRE(connection->execute(u"INSERT INTO t VALUES ('x')"_s));
    CHECK(file.markOnDisk().frames < before.frames + 10);
    CHECK(checkWal(file.path("reeve.db-wal"), *file.sealed));
}

TEST_CASE("a log is made longer by a good deal at once, and what is behind its frames is nothing", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    const QString wal = file.path("reeve.db-wal");
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
    const qint64 size = QFile(wal).size();
    CHECK(size > endOfFrames(wal) + 20 * SealedWal::frameSize);
    for (int i = 0; i < 20; ++i)
        REQUIRE(connection->execute(u"INSERT INTO t VALUES ('x')"_s));
    CHECK(QFile(wal).size() == size);
    CHECK(framesOf(wal) == connection->walFrames());
    CHECK(checkWal(wal, *file.sealed));

    REQUIRE(connection->execute(manyRows));
    CHECK(QFile(wal).size() > size);
    CHECK(framesOf(wal) == connection->walFrames());
    CHECK(checkWal(wal, *file.sealed));
}

TEST_CASE("before a log is begun anew the mark says none", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"PRAGMA cache_size=10"_s));
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
    REQUIRE(connection->checkpoint());
    const WalExtent before = file.markOnDisk();
    REQUIRE(before.frames > 0);

    // The log gets its new header when the first page is spilled, long before any commit.
    REQUIRE(connection->begin(Connection::Access::ReadWrite));
    REQUIRE(connection->execute(manyRows));
    CHECK(file.markOnDisk().frames == 0);
    REQUIRE(connection->commit());
    const WalExtent after = file.markOnDisk();
    CHECK(after.frames > 100);
    CHECK(after.header != before.header);

    REQUIRE(connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    CHECK(file.markOnDisk().frames == 0);
    CHECK(QFile(file.path("reeve.db-wal")).size() == 0);
}

TEST_CASE("a page that a transaction changes twice in the log is sealed again, and checks", "[vfs]")
{
    const SealedFileFixture file;
    {
        const auto connection = file.connect();
        REQUIRE(connection->execute(u"PRAGMA cache_size=10"_s));
        REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
        REQUIRE(connection->begin(Connection::Access::ReadWrite));
        for (int i = 0; i < 3; ++i) {
            REQUIRE(connection->execute(manyRows));
            REQUIRE(connection->execute(u"UPDATE t SET a = a || 'x'"_s));
        }
        REQUIRE(connection->commit());
        CHECK(checkWal(file.path("reeve.db-wal"), *file.sealed));
        const auto other = file.connect(Connection::Access::ReadOnly);
        CHECK(other->integerOf(u"SELECT count(*) FROM t WHERE a LIKE '%x'"_s) == 15000);
        CHECK(other->integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"_s) == 1);
    }
    const auto connection = file.connect();
    CHECK(connection->integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"_s) == 1);
}

TEST_CASE("a mark with one torn slot answers by the other", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));
    REQUIRE(connection->execute(u"INSERT INTO t VALUES ('x')"_s));
    const quint64 newest = file.markOnDisk().frames;
    const int slot = GENERATE(0, 1);
    flip(file.path("reeve.mark"), slot * 4096 + 20);
    CHECK(file.markOnDisk().frames <= newest);
    CHECK(checkWal(file.path("reeve.db-wal"), *file.sealed));
}

TEST_CASE("the VFS opens a sealed database and its log, and nothing else", "[vfs]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"CREATE TABLE t (a TEXT) STRICT"_s));

    SECTION("no other database")
    {
        CHECK_FALSE(Connection::open(file.path("other.db"), Connection::Access::ReadWrite));
        CHECK_FALSE(connection->execute(u"ATTACH '%1' AS other"_s.arg(file.path("other.db"))));
        CHECK_FALSE(QFile::exists(file.path("other.db")));
    }
    SECTION("no rollback journal")
    {
        CHECK_FALSE(connection->execute(u"PRAGMA journal_mode=DELETE"_s));
        CHECK_FALSE(QFile::exists(file.path("reeve.db-journal")));
        CHECK(connection->execute(u"INSERT INTO t VALUES ('x')"_s));
    }
    SECTION("no temporary file")
    {
        REQUIRE(connection->execute(u"PRAGMA temp_store=FILE"_s));
        CHECK_FALSE(connection->execute(u"CREATE TEMP TABLE big AS SELECT randomblob(20000000) AS a"_s));
    }
    SECTION("and no memory map")
    {
        REQUIRE(connection->execute(u"PRAGMA mmap_size=100000000"_s));
        CHECK_FALSE(connection->integerOf(u"PRAGMA mmap_size"_s).value_or(0) > 0);
    }
    SECTION("and nothing without its key")
    {
        const SealedFileFixture other;
        CHECK(QFile::exists(file.path("reeve.db")));
        const QString path = other.path("reeve.db");
        REQUIRE(QFile::copy(file.path("reeve.db"), path));
        CHECK(Connection::open(path, Connection::Access::ReadWrite).error().code == ErrorCode::Corrupt);
    }
}

TEST_CASE("sealed pages beside each other share no bytes, and the header is not readable", "[vfs]")
{
    const SealedFileFixture file;
    {
        const auto connection = file.connect();
        REQUIRE(connection->execute(u"CREATE TABLE t (a BLOB) STRICT"_s));
        REQUIRE(connection->execute(u"INSERT INTO t VALUES (zeroblob(40000))"_s)); // pages of equal content
    }
    QFile database(file.path("reeve.db"));
    REQUIRE(database.open(QIODevice::ReadOnly));
    const QByteArray bytes = database.readAll();
    CHECK_FALSE(bytes.contains("SQLite"));
    for (qsizetype page = 1; page * 4096 < bytes.size(); ++page)
        CHECK(bytes.mid(page * 4096, 32) != bytes.mid((page - 1) * 4096, 32));
    CHECK_FALSE(bytes.contains(QByteArray(16, '\0')));
}
