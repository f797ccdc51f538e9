// SPDX-License-Identifier: MIT
// Each file of a store, put in the place of what belongs there: another store's, half of it, none, an older one. Bytes
// within the files are the matter of tests/core/store/store_damage_test.cpp.
#include "tests/core/store/support/kill_writer.h"
#include "tests/core/store/support/wal_frames.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using store::Connection;

namespace {

Result<> add(store::Store &store, const QString &text)
{
    return writeNow(store, [text](Connection &c) {
        if (const auto made = c.execute(u"CREATE TABLE IF NOT EXISTS t (a TEXT) STRICT"_s); !made)
            return made;
        return c.execute(u"INSERT INTO t VALUES ('%1')"_s.arg(text));
    });
}

// All four files, as a killed process leaves them.
void leaveEverything(const StoreFolderFixture &folder, const QString &text)
{
    runAndKill([&] {
        auto store = folder.open();
        const bool isDone = store && add(**store, text) && add(**store, text);
        (void)store->release();
        return isDone;
    });
}

Result<QString> texts(const StoreFolderFixture &folder)
{
    auto store = folder.open();
    if (!store)
        return fail(store);
    return readNow(**store, [](Connection &c) -> Result<QString> {
        const auto count = c.integerOf(u"SELECT count(*) FROM t"_s);
        if (!count)
            return fail(count);
        // Every page: what is cut off may be in the log, as after a power cut during a checkpoint.
        const auto faults = c.integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"_s);
        if (!faults || *faults > 0)
            return fail(ErrorCode::Corrupt, u"integrity"_s);
        return QString::number(*count);
    });
}

void replace(const QString &with, const QString &what)
{
    QFile::remove(what);
    REQUIRE(QFile::copy(with, what));
}

ErrorCode refusal(const StoreFolderFixture &folder)
{
    const auto opened = texts(folder);
    QFile::remove(folder.file("reeve.tries"));
    REQUIRE_FALSE(opened);
    return opened.error().code;
}

// Before anything is opened, and so nothing is touched.
void isRefusedUntouched(const StoreFolderFixture &folder, const char *how)
{
    INFO(how);
    const auto before = folder.content();
    const ErrorCode code = refusal(folder);
    CHECK((code == ErrorCode::Corrupt || code == ErrorCode::WrongPassphrase || code == ErrorCode::NotFound));
    CHECK(folder.content() == before);
}

// What is checked before the database is opened. Its pages are checked one by one, as they are read.
constexpr const char *checkedFirst[] = {"reeve.keys", "reeve.mark", "reeve.db-wal"};

} // namespace

TEST_CASE("another store's file in the place of one's own is refused", "[security]")
{
    const StoreFolderFixture folder;
    const StoreFolderFixture other;
    for (const StoreFolderFixture *one : {&folder, &other}) {
        REQUIRE(one->create());
        leaveEverything(*one, u"x"_s);
    }
    const QString kept = folder.path() + u"-kept"_s;
    for (const char *name : checkedFirst) {
        replace(folder.file(name), kept);
        replace(other.file(name), folder.file(name));
        isRefusedUntouched(folder, name);
        replace(kept, folder.file(name));
    }
    replace(other.file("reeve.db"), folder.file("reeve.db"));
    CHECK(refusal(folder) == ErrorCode::Corrupt);
}

TEST_CASE("half a file, an empty one and none are refused", "[security]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    leaveEverything(folder, u"x"_s);
    const QString kept = folder.path() + u"-kept"_s;
    for (const char *name : checkedFirst) {
        replace(folder.file(name), kept);
        // The mark has two slots, either of which will do: half of it is as good as all of it. What lies behind the
        // frames of the log is nothing.
        const QByteArrayView file(name);
        const qint64 whole = file == "reeve.db-wal" ? endOfFrames(kept) : QFile(kept).size();
        const qint64 half = file == "reeve.mark" ? 40 : whole / 2;
        REQUIRE(QFile::resize(folder.file(name), half));
        isRefusedUntouched(folder, name);
        REQUIRE(QFile::resize(folder.file(name), 0));
        isRefusedUntouched(folder, name);
        REQUIRE(QFile::remove(folder.file(name)));
        isRefusedUntouched(folder, name);
        replace(kept, folder.file(name));
    }
    const QString db = folder.file("reeve.db");
    replace(db, kept);
    REQUIRE(QFile::resize(db, 0));
    isRefusedUntouched(folder, "reeve.db");
    REQUIRE(QFile::remove(db));
    isRefusedUntouched(folder, "reeve.db");
    replace(kept, db);
    REQUIRE(QFile::resize(db, QFile(db).size() / 8192 * 4096));
    CHECK(refusal(folder) == ErrorCode::Corrupt);
}

TEST_CASE("an older write-ahead log than the mark counts is refused", "[security]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    leaveEverything(folder, u"x"_s);
    const QString old = folder.path() + u"-old"_s;
    replace(folder.file("reeve.db-wal"), old);
    CHECK(texts(folder) == u"2"_s); // opened and closed: the log is done with
    leaveEverything(folder, u"x"_s);
    const QString newest = folder.path() + u"-new"_s;
    replace(folder.file("reeve.db-wal"), newest);
    replace(old, folder.file("reeve.db-wal"));
    isRefusedUntouched(folder, "an older log");
    replace(newest, folder.file("reeve.db-wal"));
    CHECK(texts(folder) == u"4"_s);
}
