// SPDX-License-Identifier: MIT
#include "core/store/migrator.h"
#include "tests/core/store/support/sealed_file_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Statement;

namespace {

std::unique_ptr<Connection> migrated(const SealedFileFixture &file)
{
    auto connection = file.connect();
    const auto migrations = store::builtInMigrations();
    REQUIRE(migrations);
    REQUIRE(migrate(*connection, *migrations));
    return connection;
}

Result<qint64> set(Connection &connection, const QString &name, const QString &value)
{
    auto statement = connection.prepare(u"agent_set_setting");
    REQUIRE(statement);
    statement->bind(u":agent", u"asha"_s);
    statement->bind(u":name", name);
    statement->bind(u":value", value);
    return statement->run();
}

Result<QString> get(Connection &connection, const QString &name)
{
    auto statement = connection.prepare(u"agent_setting");
    REQUIRE(statement);
    statement->bind(u":agent", u"asha"_s);
    statement->bind(u":name", name);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow ? Result<QString>(statement->text(0)) : fail(ErrorCode::NotFound);
}

} // namespace

TEST_CASE("text comes back as it was bound", "[connection]")
{
    const SealedFileFixture file;
    const auto connection = migrated(file);
    const QString text = GENERATE(QString(u"a\0b"_s), u"Llŷr 🙂 שלום"_s, u"'; DROP TABLE agent; --"_s,
                                  QString(1'000'000, u'x'), u""_s, QString());
    CHECK(set(*connection, u"x"_s, text) == 1);
    const Result<QString> back = get(*connection, u"x"_s);
    REQUIRE(back);
    CHECK(*back == text);
    CHECK(back->size() == text.size());
}

TEST_CASE("a query is prepared once, and twice when it is needed twice at a time", "[connection]")
{
    const SealedFileFixture file;
    const auto connection = migrated(file);
    REQUIRE(set(*connection, u"one"_s, u"1"_s) == 1);
    REQUIRE(set(*connection, u"two"_s, u"2"_s) == 1);

    auto outer = connection->prepare(u"agent_setting");
    REQUIRE(outer);
    outer->bind(u":agent", u"asha"_s);
    outer->bind(u":name", u"one"_s);
    REQUIRE(outer->step() == true);
    CHECK(get(*connection, u"two"_s) == u"2"_s); // does not disturb the outer one
    CHECK(outer->text(0) == u"1"_s);
    CHECK(outer->step() == false);

    // Bound anew, run anew.
    outer->bind(u":name", u"two"_s);
    REQUIRE(outer->step() == true);
    CHECK(outer->text(0) == u"2"_s);
}

TEST_CASE("values of an earlier use are gone, and a wrong parameter is a mistake of ours", "[connection]")
{
    const SealedFileFixture file;
    const auto connection = migrated(file);
    REQUIRE(set(*connection, u"one"_s, u"1"_s) == 1);
    REQUIRE(get(*connection, u"one"_s));

    auto unbound = connection->prepare(u"agent_setting");
    REQUIRE(unbound);
    CHECK(unbound->step() == false);
    unbound->bind(u":nobody", u"x"_s);
    CHECK(unbound->step().error().code == ErrorCode::Internal);
}
