// SPDX-License-Identifier: MIT
#include "tests/core/store/support/sealed_file_fixture.h"

#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;

namespace {

constexpr auto toWrite = Connection::Access::ReadWrite;

} // namespace

TEST_CASE("every connection has the settings that durability and secrecy need", "[connection]")
{
    const SealedFileFixture file;
    const auto access = GENERATE(Connection::Access::ReadWrite, Connection::Access::ReadOnly);
    const auto writer = file.connect();
    const auto connection = file.connect(access);
    CHECK(connection->integerOf(u"PRAGMA synchronous"_s) == 2); // FULL
    CHECK(connection->integerOf(u"PRAGMA foreign_keys"_s) == 1);
    CHECK(connection->integerOf(u"PRAGMA temp_store"_s) == 2); // MEMORY
    CHECK(connection->integerOf(u"PRAGMA secure_delete"_s) == 1);
    CHECK(connection->integerOf(u"PRAGMA trusted_schema"_s) == 0);
    CHECK(connection->integerOf(u"PRAGMA busy_timeout"_s) == 5000);
    CHECK(connection->integerOf(u"PRAGMA page_size"_s) == 4096);
    CHECK(connection->integerOf(u"SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"_s) == 1);
}

TEST_CASE("what is written is there after closing and opening", "[connection]")
{
    const SealedFileFixture file;
    {
        const auto connection = file.connect();
        REQUIRE(connection->execute(u"CREATE TABLE t (a INTEGER) STRICT"_s));
        REQUIRE(connection->begin(toWrite));
        REQUIRE(connection->execute(u"INSERT INTO t VALUES (1)"_s));
        REQUIRE(connection->commit());
        REQUIRE(connection->begin(toWrite));
        REQUIRE(connection->execute(u"INSERT INTO t VALUES (2)"_s));
        connection->rollback();
    }
    const auto connection = file.connect();
    CHECK(connection->integerOf(u"SELECT sum(a) FROM t"_s) == 1);
    CHECK(connection->integerOf(u"SELECT a FROM t WHERE a = 7"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("a query that is not there, or more than one statement, is a mistake of ours", "[connection]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    CHECK(connection->prepare(u"no_such_query").error().code == ErrorCode::Internal);
    CHECK(connection->execute(u"SELECT 1; SELECT 2"_s).error().code == ErrorCode::Internal);
    CHECK(connection->execute(u"SELEKT"_s).error().code == ErrorCode::Internal);
}

TEST_CASE("error details name the schema and never a value", "[connection]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(connection->execute(u"CREATE TABLE person (name TEXT NOT NULL PRIMARY KEY) STRICT"_s));
    REQUIRE(connection->execute(u"CREATE VIRTUAL TABLE words USING fts5(a)"_s));
    REQUIRE(connection->execute(u"INSERT INTO person VALUES ('Llywelyn')"_s));

    const auto twice = connection->execute(u"INSERT INTO person VALUES ('Llywelyn')"_s);
    CHECK(twice.error().code == ErrorCode::Conflict);
    CHECK(twice.error().detail.contains(u"person.name"_s));
    CHECK_FALSE(twice.error().detail.contains(u"Llywelyn"_s));

    // SQLite's own message here repeats the search text.
    const auto search = connection->execute(u"SELECT * FROM words WHERE words MATCH 'Llywelyn:x'"_s);
    REQUIRE_FALSE(search);
    CHECK_FALSE(search.error().detail.contains(u"Llywelyn"_s));
    const auto syntax = connection->execute(u"INSERT INTO person VALUES ('a' 'Llywelyn')"_s);
    REQUIRE_FALSE(syntax);
    CHECK_FALSE(syntax.error().detail.contains(u"Llywelyn"_s));
}

TEST_CASE("a locked database is busy, not broken", "[connection]")
{
    const SealedFileFixture file;
    const auto one = file.connect();
    const auto two = file.connect();
    REQUIRE(two->execute(u"PRAGMA busy_timeout=1"_s));
    REQUIRE(one->begin(toWrite));
    CHECK(two->begin(toWrite).error().code == ErrorCode::Busy);
    one->rollback();
    CHECK(two->begin(toWrite));
    two->rollback();
}

TEST_CASE("SQLite's codes are told apart", "[connection]")
{
    using store::errorCodeOf;
    CHECK(errorCodeOf(SQLITE_FULL, 0) == ErrorCode::DiskFull);
    CHECK(errorCodeOf(SQLITE_IOERR_WRITE, ENOSPC) == ErrorCode::DiskFull);
    CHECK(errorCodeOf(SQLITE_IOERR_WRITE, EDQUOT) == ErrorCode::DiskFull);
    CHECK(errorCodeOf(SQLITE_READONLY_DIRECTORY, 0) == ErrorCode::ReadOnly);
    CHECK(errorCodeOf(SQLITE_CANTOPEN, EROFS) == ErrorCode::ReadOnly);
    CHECK(errorCodeOf(SQLITE_CANTOPEN, EACCES) == ErrorCode::ReadOnly);
    CHECK(errorCodeOf(SQLITE_CANTOPEN, 0) == ErrorCode::Io);
    CHECK(errorCodeOf(SQLITE_BUSY_SNAPSHOT, 0) == ErrorCode::Busy);
    CHECK(errorCodeOf(SQLITE_LOCKED_SHAREDCACHE, 0) == ErrorCode::Busy);
    CHECK(errorCodeOf(SQLITE_IOERR_DATA, 0) == ErrorCode::Corrupt);
    CHECK(errorCodeOf(SQLITE_CORRUPT_INDEX, 0) == ErrorCode::Corrupt);
    CHECK(errorCodeOf(SQLITE_NOTADB, 0) == ErrorCode::Corrupt);
    CHECK(errorCodeOf(SQLITE_IOERR_FSYNC, EIO) == ErrorCode::Io);
    CHECK(errorCodeOf(SQLITE_CONSTRAINT_UNIQUE, 0) == ErrorCode::Conflict);
    CHECK(errorCodeOf(SQLITE_CONSTRAINT_CHECK, 0) == ErrorCode::Internal);
}
