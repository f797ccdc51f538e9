// SPDX-License-Identifier: MIT
#include "tests/core/store/support/store_folder_fixture.h"

#include <future>
#include <stdexcept>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Store;

namespace {

Result<> makeTable(Connection &c)
{
    return c.execute(u"CREATE TABLE t (a INTEGER) STRICT"_s);
}

Result<qint64> count(Connection &c)
{
    return c.integerOf(u"SELECT count(*) FROM t"_s);
}

} // namespace

TEST_CASE("a job that fails leaves nothing of itself", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));

    SECTION("by answering an error")
    {
        const Result<int> answer = writeNow(*store, [](Connection &c) -> Result<int> {
            if (const Result<> done = c.execute(u"INSERT INTO t VALUES (1)"_s); !done)
                return fail(done);
            return fail(ErrorCode::Denied, u"not this one"_s);
        });
        CHECK(answer.error() == Error{ErrorCode::Denied, u"not this one"_s});
    }
    SECTION("by throwing")
    {
        const Result<> answer = writeNow(*store, [](Connection &c) -> Result<> {
            if (const Result<> done = c.execute(u"INSERT INTO t VALUES (1)"_s); !done)
                return done;
            throw std::runtime_error("out of hand");
        });
        CHECK(answer.error().code == ErrorCode::Internal);
    }
    CHECK(readNow(*store, count) == 0);
    REQUIRE(writeNow(*store, [](Connection &c) { return c.execute(u"INSERT INTO t VALUES (1)"_s); }));
    CHECK(readNow(*store, count) == 1);
}

TEST_CASE("the reader cannot write", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));
    const Result<> answer = readNow(*store, [](Connection &c) { return c.execute(u"INSERT INTO t VALUES (1)"_s); });
    CHECK(answer.error().code == ErrorCode::ReadOnly);
}

TEST_CASE("jobs run in the order they were given, and all of them before the store closes", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));
    std::vector<QFuture<Result<qint64>>> answers;
    for (int i = 0; i < 200; ++i) {
        answers.push_back(store->write([](Connection &c) -> Result<qint64> {
            if (const Result<> done = c.execute(u"INSERT INTO t VALUES (1)"_s); !done)
                return fail(done);
            return count(c);
        }));
    }
    store.reset();
    for (std::size_t i = 0; i < answers.size(); ++i)
        REQUIRE(answers[i].result() == static_cast<qint64>(i) + 1);

    auto again = folder.open();
    REQUIRE(again);
    CHECK(readNow(**again, count) == 200);
}

TEST_CASE("a reader in the middle of its work does not stop the writer, and sees one state", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));
    std::promise<void> isReading;
    std::promise<void> mayGoOn;
    auto reading = store->read([&, go = mayGoOn.get_future().share()](Connection &c) -> Result<qint64> {
        const Result<qint64> before = count(c);
        isReading.set_value();
        go.wait();
        const Result<qint64> after = count(c);
        return before && after ? Result<qint64>(*before + *after) : fail(ErrorCode::Io);
    });
    isReading.get_future().wait();
    REQUIRE(writeNow(*store, [](Connection &c) { return c.execute(u"INSERT INTO t VALUES (1)"_s); }));
    mayGoOn.set_value();
    CHECK(reading.result() == 0);
    CHECK(readNow(*store, count) == 1);
}

TEST_CASE("the log is moved into the database while nobody waits", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));
    const qint64 before = QFile(folder.file("reeve.db")).size();
    REQUIRE(writeNow(*store, [](Connection &c) {
        return c.execute(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                         "INSERT INTO t SELECT i FROM n"_s);
    }));
    for (int i = 0; i < 100 && QFile(folder.file("reeve.db")).size() == before; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    CHECK(QFile(folder.file("reeve.db")).size() > before);
}

TEST_CASE("a burst of commits writes over its own log instead of making it longer", "[store][thread]")
{
    const StoreFolderFixture folder;
    auto store = folder.fresh();
    REQUIRE(writeNow(*store, makeTable));
    std::vector<QFuture<Result<>>> burst;
    for (int i = 0; i < 650; ++i)
        burst.push_back(store->write([](Connection &c) { return c.execute(u"INSERT INTO t VALUES (1)"_s); }));
    for (const auto &commit : burst)
        REQUIRE(commit.result());
    constexpr qint64 oneCommit = 4120; // a frame of the log
    CHECK(QFile(folder.file("reeve.db-wal")).size() < 550 * oneCommit);
    CHECK(readNow(*store, count) == 650);
}
