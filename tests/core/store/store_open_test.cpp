// SPDX-License-Identifier: MIT
#include "tests/core/store/support/store_folder_fixture.h"

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

TEST_CASE("a store keeps what was written over a restart", "[store]")
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
