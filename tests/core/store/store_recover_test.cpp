// SPDX-License-Identifier: MIT
// The database that is really damaged: set aside, never deleted, and what was not yet safe is in a new one.
#include "tests/core/store/support/kill_writer.h"
#include "tests/core/store/support/wal_frames.h"

#include "core/store/audit_trail.h"
#include "core/store/desk_repository.h"
#include "core/store/draft_repository.h"
#include "core/store/outbox.h"

#include <QDir>

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::OutboxEntry;
using store::Store;

namespace {

constexpr qint64 pageSize = 4096;
constexpr int entries = 300;

// Payloads of very different sizes, so that some go on in other pages.
OutboxEntry entry(int number)
{
    OutboxEntry made;
    made.id = domain::EntryId(QUuid::createUuidV5(QUuid(), QByteArray::number(number)));
    made.aggregate = made.id.uuid();
    made.kind = store::EntryKind::InteractionLogged;
    made.payload = "{\"n\":" + QByteArray::number(number) + ",\"t\":\"" + QByteArray(number * 37 % 9000, 'x') + "\"}";
    made.agent = u"asha"_s;
    made.baseRevision = number;
    return made;
}

Result<> fill(Connection &connection)
{
    store::DeskState desk;
    desk.device = domain::DeviceId(QUuid::createUuid());
    desk.deskName = u"Desk 14"_s;
    desk.centralUri = u"postgresql://db.example.org/reeve"_s;
    desk.poolUser = u"reeve_desk"_s;
    desk.poolPassword = u"pool password"_s;
    desk.incarnation = QUuid::createUuid();
    desk.isFirstLoadDone = true;
    if (const Result<> set = store::DeskRepository(connection).setState(desk); !set)
        return set;
    for (int i = 1; i <= 20; ++i) {
        if (const auto added = store::AuditTrail(connection).append({{u"action"_s, i}}); !added)
            return fail(added);
    }
    const store::Outbox outbox(connection);
    for (int i = 1; i <= entries; ++i) {
        if (const auto added = outbox.append(entry(i)); !added)
            return fail(added);
    }
    return outbox.record({{1, store::EntryState::Safe, {}, 0}, {2, store::EntryState::Sent, {}, 0}}, 7);
}

void overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
}

Result<Store::Recovered> recover(const StoreFolderFixture &folder)
{
    return Store::recover(folder.path(), u"asha"_s, secret("correct horse"), folder.clock);
}

// How many of the entries are there, each with the payload that was saved.
int intactEntries(Store &opened)
{
    const auto found = readNow(opened, [](Connection &connection) -> Result<int> {
        int intact = 0;
        for (int i = 1; i <= entries; ++i) {
            const auto kept = store::Outbox(connection).findById(entry(i).id);
            if (!kept)
                return fail(kept);
            if (*kept && (*kept)->payload == entry(i).payload)
                ++intact;
            else if (*kept)
                return fail(ErrorCode::Internal, u"another payload"_s);
        }
        return intact;
    });
    REQUIRE(found);
    return *found;
}

QStringList setAside(const StoreFolderFixture &folder)
{
    return QDir(folder.path()).entryList({u"*.damaged-*"_s}, QDir::Files);
}

} // namespace

TEST_CASE("a damaged store gives back its outbox, and is set aside", "[store][recover]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, fill));
    }
    const QString db = folder.file("reeve.db");
    const qint64 pages = QFile(db).size() / pageSize;

    SECTION("its first page is zeros: nobody knows what tables there are")
    {
        overwrite(db, 0, QByteArray(pageSize, '\0'));
        REQUIRE(folder.open().error().code == ErrorCode::Corrupt);
        const auto recovered = recover(folder);
        REQUIRE(recovered);
        CHECK(recovered->entries == entries);
        CHECK(recovered->damagedPages == 1);
        CHECK(recovered->isEnrolled);
        const auto store = folder.open();
        REQUIRE(store);
        CHECK(intactEntries(**store) == entries);
        const auto counts = readNow(**store, [](Connection &connection) { return store::Outbox(connection).counts(); });
        REQUIRE(counts);
        CHECK(counts->waiting == entries - 1); // also what was sent: only safe is safe
        CHECK(counts->safe == 1);
        const auto desk =
            readNow(**store, [](Connection &connection) { return store::DeskRepository(connection).state(); });
        REQUIRE(desk);
        CHECK(desk->deskName == u"Desk 14"_s);
        CHECK(desk->poolPassword == u"pool password"_s);
        CHECK_FALSE(desk->isFirstLoadDone);
        const auto chain =
            readNow(**store, [](Connection &connection) { return store::AuditTrail(connection).extent(); });
        REQUIRE(chain);
        CHECK(chain->last == 20);
        CHECK(chain->deliveredTo == 0);
    }
    SECTION("pages here and there are torn, overwritten or swapped")
    {
        std::mt19937 chance(14); // NOLINT: the same every time
        for (int i = 0; i < 12; ++i) {
            const qint64 page = 1 + static_cast<qint64>(chance() % static_cast<unsigned>(pages - 1));
            overwrite(db, page * pageSize + static_cast<qint64>(chance() % 8) * 512, QByteArray(512, 'z'));
        }
        const auto recovered = recover(folder);
        REQUIRE(recovered);
        CHECK(recovered->damagedPages >= 1);
        const auto store = folder.open();
        REQUIRE(store);
        // An entry of several pages is lost with each of them, the others are not.
        CHECK(intactEntries(**store) == recovered->entries);
        CHECK(recovered->entries >= entries - 12 * 8);
    }
    SECTION("it was cut off in the middle")
    {
        REQUIRE(QFile::resize(db, pages / 2 * pageSize + 100));
        const auto recovered = recover(folder);
        REQUIRE(recovered);
        CHECK(recovered->entries > 0);
        const auto store = folder.open();
        REQUIRE(store);
        CHECK(intactEntries(**store) == recovered->entries);
    }
    CHECK(setAside(folder).size() == 2); // the database and its mark
    CHECK_FALSE(QDir(folder.file("recovering")).exists());
}

TEST_CASE("what is only in a log that lost its end is recovered up to there", "[store][recover]")
{
    const StoreFolderFixture folder;
    REQUIRE(folder.create());
    runAndKill([&] {
        auto store = folder.open();
        bool isDone = store.has_value();
        for (int i = 1; isDone && i <= 5; ++i) {
            isDone = bool(writeNow(**store, [i](Connection &c) { return store::Outbox(c).append(entry(i)); }));
        }
        (void)store->release();
        return isDone;
    });
    const QString wal = folder.file("reeve.db-wal");
    REQUIRE(QFile::resize(wal, endOfFrames(wal) - 4120));
    REQUIRE(folder.open().error().code == ErrorCode::Corrupt);
    const auto recovered = recover(folder);
    REQUIRE(recovered);
    CHECK(recovered->entries == 4);
    CHECK_FALSE(recovered->isEnrolled);
    CHECK(setAside(folder).size() == 3);
    CHECK(folder.open());
}

TEST_CASE("a recovery that was cut off is done by the next one", "[store][recover]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, fill));
    }
    // As after the old files were set aside and before the new ones took their place.
    const QString aside = folder.file("reeve.db.damaged-20261122T100000000");
    overwrite(folder.file("reeve.db"), 0, QByteArray(pageSize, '\0'));
    REQUIRE(QFile::rename(folder.file("reeve.mark"), aside + u"-mark"_s));
    REQUIRE(QFile::rename(folder.file("reeve.db"), aside));
    const auto recovered = recover(folder);
    REQUIRE(recovered);
    CHECK(recovered->entries == entries);
    CHECK(QFile::exists(aside));
    CHECK(folder.open());
}

TEST_CASE("a store with nothing wrong, or one that is in use, is not recovered", "[store][recover]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, fill));
        // Busy is never damage.
        CHECK(recover(folder).error().code == ErrorCode::InUse);
    }
    CHECK(recover(folder).error().code == ErrorCode::InvalidInput);
    CHECK(Store::recover(folder.path(), u"asha"_s, secret("wrong horse"), folder.clock).error().code ==
          ErrorCode::WrongPassphrase);
    CHECK(setAside(folder).isEmpty());
    const auto store = folder.open();
    REQUIRE(store);
    CHECK(intactEntries(**store) == entries);
}
