// SPDX-License-Identifier: MIT
#include "tests/core/store/support/sealed_file_fixture.h"

#include "core/store/migrator.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Migration;

namespace {

const Migration first{1, u"0001_first"_s,
                      u"-- why\nCREATE TABLE a (x TEXT) STRICT;\nINSERT INTO a VALUES ('one;');\n"_s};
const Migration second{2, u"0002_second"_s, u"CREATE TABLE b (x TEXT) STRICT;\nALTER TABLE a ADD COLUMN y TEXT;\n"_s};

Result<qint64> version(Connection &c)
{
    return c.integerOf(u"PRAGMA user_version"_s);
}

// A number that differs when a letter of any table, index, view or trigger does.
Result<qint64> schemaSum(Connection &c)
{
    return c.integerOf(
        u"WITH RECURSIVE letters(line, place, so_far) AS ("
        " SELECT type || ' ' || name || ' ' || coalesce(sql, ''), 1, 7 FROM sqlite_schema"
        " UNION ALL SELECT line, place + 1, (so_far * 31 + unicode(substr(line, place, 1))) % 1000000000000003"
        " FROM letters WHERE place <= length(line))"
        " SELECT sum(so_far) FROM letters WHERE place > length(line)"_s);
}

} // namespace

TEST_CASE("migrations run once, in order, and move the version", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(migrate(*connection, {first}));
    REQUIRE(version(*connection) == 1);
    REQUIRE(migrate(*connection, {first, second}));
    REQUIRE(migrate(*connection, {first, second}));
    CHECK(version(*connection) == 2);
    CHECK(connection->integerOf(u"SELECT count(*) FROM a WHERE x = 'one;' AND y IS NULL"_s) == 1);
}

TEST_CASE("a migrated schema equals a fresh one", "[migration]")
{
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    REQUIRE_FALSE(migrations->empty());
    const SealedFileFixture freshFile;
    const auto fresh = freshFile.connect();
    REQUIRE(migrate(*fresh, *migrations));

    for (std::size_t released = 0; released < migrations->size(); ++released) {
        const SealedFileFixture file;
        {
            const auto old = file.connect();
            REQUIRE(migrate(*old, {migrations->begin(), migrations->begin() + static_cast<std::ptrdiff_t>(released)}));
        }
        const auto connection = file.connect();
        REQUIRE(migrate(*connection, *migrations));
        CHECK(schemaSum(*connection) == schemaSum(*fresh));
        CHECK(version(*connection) == static_cast<qint64>(migrations->size()));
        CHECK(connection->integerOf(u"SELECT count(*) FROM pragma_foreign_key_check"_s) == 0);
    }
}

TEST_CASE("a migration that fails leaves everything as it was", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(migrate(*connection, {first}));
    const Result<qint64> before = schemaSum(*connection);

    const Migration failing{2, u"0002_failing"_s,
                            u"CREATE TABLE b (x TEXT) STRICT; INSERT INTO a VALUES ('two');"
                            "INSERT INTO no_such_table VALUES (1);"_s};
    const Result<> outcome = migrate(*connection, {first, failing});
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().detail.contains(u"0002_failing, statement 3"_s));
    CHECK(schemaSum(*connection) == before);
    CHECK(version(*connection) == 1);
    CHECK(connection->integerOf(u"SELECT count(*) FROM a"_s) == 1);
    CHECK(migrate(*connection, {first, second}));
}

TEST_CASE("a newer database is refused before anything is run", "[migration]")
{
    const SealedFileFixture file;
    const auto connection = file.connect();
    REQUIRE(migrate(*connection, {first, second}));
    CHECK(migrate(*connection, {first}).error().code == ErrorCode::NewerVersion);
    CHECK(version(*connection) == 2);
}

TEST_CASE("statements end where SQLite says so", "[migration]")
{
    const auto statements = store::splitStatements(u"-- one; not two\nCREATE TABLE a (x TEXT DEFAULT 'a;b');\n"
                                                   "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n"
                                                   "  DELETE FROM a; UPDATE a SET x = 'y';\nEND;\n-- the end\n"_s);
    REQUIRE(statements.size() == 2);
    CHECK(statements[1].startsWith(u"CREATE TRIGGER"_s));
    CHECK(statements[1].endsWith(u"END;"_s));
    CHECK(store::splitStatements(u"SELECT 1;\nSELECT 2"_s).size() == 2);
    CHECK(store::splitStatements(u"  \n-- nothing\n"_s).empty());
}
