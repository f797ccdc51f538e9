// SPDX-License-Identifier: MIT
// Disks that are full or cannot be written, and bytes on the disk that could be read.
#include "tests/core/store/support/kill_writer.h"

#include <QDirIterator>
#include <QScopeGuard>
#include <QStorageInfo>
#include <QStringEncoder>

#include <sys/mount.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;
using store::Store;

namespace {

const QStringList &knownTexts()
{
    static const QStringList texts{u"Llywelyn Hayward-Okonkwo"_s, u"01632 960417"_s,
                                   u"wants the blue bin on Thursdays"_s, u"joan@hayward.example.org"_s};
    return texts;
}

Result<> writeKnownTexts(Connection &c)
{
    if (const Result<> made = c.execute(u"CREATE TABLE IF NOT EXISTS t (a TEXT) STRICT"_s); !made)
        return made;
    if (const Result<> made = c.execute(u"CREATE VIRTUAL TABLE IF NOT EXISTS f USING fts5(a)"_s); !made)
        return made;
    for (const QString &text : knownTexts()) {
        for (const auto *table : {"t", "f"}) {
            const QString sql = u"INSERT INTO %1 VALUES ('%2')"_s.arg(QLatin1StringView(table), text);
            if (const Result<> done = c.execute(sql); !done)
                return done;
        }
    }
    // A sort and a sub-query that SQLite would like to put into temporary files.
    return c.execute(u"CREATE TABLE IF NOT EXISTS copy AS SELECT a, count(*) AS n FROM (SELECT a FROM t UNION ALL "
                     "SELECT a FROM f) GROUP BY a ORDER BY a DESC"_s);
}

// How often any known text, or its first word, is found in any file under the folder, in any encoding.
int readableTexts(const QString &folder)
{
    std::vector<QByteArray> needles;
    for (const QString &text : knownTexts()) {
        for (const QString &needle : {text, text.left(8)}) {
            needles.push_back(needle.toUtf8());
            for (const auto encoding : {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
                QStringEncoder encode(encoding);
                needles.push_back(encode(needle));
            }
        }
    }
    int found = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const QByteArray &needle : needles)
            found += content.contains(needle) ? 1 : 0;
    }
    return found;
}

// A file system of its own, mounted for the length of a test. Needs root; the test is passed over without.
class SmallDisk final
{
public:
    explicit SmallDisk(const char *options)
    {
        m_isMounted = mount("tmpfs", path().toUtf8().constData(), "tmpfs", 0, options) == 0;
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    ~SmallDisk()
    {
        if (m_isMounted)
            umount2(path().toUtf8().constData(), MNT_DETACH);
    }

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString storePath() const { return path() + u"/store"_s; }
    [[nodiscard]] bool grow() const
    {
        return mount("tmpfs", path().toUtf8().constData(), "tmpfs", MS_REMOUNT, "size=32m") == 0;
    }
    // To the last byte.
    void fill() const
    {
        QFile ballast(path() + u"/ballast"_s);
        REQUIRE(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (const int size : {1 << 20, 4096, 1}) {
            while (ballast.write(QByteArray(size, 'x')) == size) {
            }
        }
        REQUIRE(QStorageInfo(path()).bytesFree() == 0);
    }
    [[nodiscard]] bool setReadOnly(bool on) const
    {
        const unsigned long flags = MS_REMOUNT | (on ? unsigned{MS_RDONLY} : 0U);
        return mount("tmpfs", path().toUtf8().constData(), "tmpfs", flags, nullptr) == 0;
    }

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

Store::NewStore requestIn(const QString &path)
{
    return {path, u"asha"_s, secret("correct horse"), {}, quickCost()};
}

Result<> writeBlob(Store &store, int bytes)
{
    return writeNow(store, [bytes](Connection &c) {
        return c.execute(u"INSERT INTO t VALUES (hex(randomblob(%1)))"_s.arg(bytes / 2));
    });
}

Result<qint64> rows(Store &store)
{
    return readNow(store, [](Connection &c) { return c.integerOf(u"SELECT count(*) FROM t"_s); });
}

} // namespace

TEST_CASE("nothing that was written can be read in any file of the folder", "[store][disk]")
{
    const StoreFolderFixture folder;
    SECTION("while the store is open, and after a clean close")
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, writeKnownTexts));
        CHECK(QFile(folder.file("reeve.db-wal")).size() > 4096);
        CHECK(readableTexts(folder.path()) == 0);
        store.reset();
        CHECK(readableTexts(folder.path()) == 0);
    }
    SECTION("after kill -9")
    {
        REQUIRE(folder.create());
        runAndKill([&] {
            auto store = folder.open();
            const bool isDone = store && writeNow(**store, writeKnownTexts);
            (void)store->release();
            return isDone;
        });
        CHECK(QFile(folder.file("reeve.db-wal")).size() > 4096);
        CHECK(readableTexts(folder.path()) == 0);
    }
    SECTION("and the search would find it if it could be read")
    {
        REQUIRE(QDir().mkpath(folder.path()));
        QFile plain(folder.file("plain"));
        REQUIRE(plain.open(QIODevice::WriteOnly));
        QStringEncoder encode(QStringConverter::Utf16LE);
        const QByteArray bytes = encode(knownTexts().first());
        REQUIRE(plain.write("x" + bytes) > 0);
        plain.close();
        CHECK(readableTexts(folder.path()) == 2);
    }
}

TEST_CASE("a full disk is said to be one, and costs nothing that was saved", "[store][disk]")
{
    const SmallDisk disk("size=12m");
    if (!disk.isMounted()) {
        WARN("needs the right to mount");
        return;
    }
    const TestClock clock;
    REQUIRE(Store::create(requestIn(disk.storePath())));
    auto opened = Store::open(disk.storePath(), u"asha"_s, secret("correct horse"), clock);
    REQUIRE(opened);
    Store &store = **opened;
    REQUIRE(writeNow(store, [](Connection &c) { return c.execute(u"CREATE TABLE t (a TEXT) STRICT"_s); }));

    qint64 saved = 0;
    Result<> outcome;
    while ((outcome = writeBlob(store, 40000)))
        ++saved;
    CHECK(outcome.error().code == ErrorCode::DiskFull);
    CHECK(saved > 3);
    CHECK(rows(store) == saved);

    SECTION("and after a restart, full to the last byte, it is read and delivered from, and takes nothing new")
    {
        opened->reset();
        disk.fill();
        auto again = Store::open(disk.storePath(), u"asha"_s, secret("correct horse"), clock);
        REQUIRE(again);
        CHECK(rows(**again) == saved);
        CHECK_FALSE((*again)->hasRoom());
        CHECK(writeBlob(**again, 2).error().code == ErrorCode::DiskFull);
        for (int n = 0; n < 200; ++n) { // far more of the log than there is room for
            REQUIRE((*again)
                        ->writeFromReserve([](Connection &c) {
                            return c.execute(u"UPDATE t SET a = hex(randomblob(length(a) / 2)) WHERE rowid % 4 = 0"_s);
                        })
                        .result());
        }
        CHECK(rows(**again) == saved);

        REQUIRE(disk.grow());
        CHECK(writeBlob(**again, 2));
        CHECK((*again)->hasRoom());
    }
    SECTION("and a wrong passphrase is counted there as anywhere")
    {
        opened->reset();
        disk.fill();
        CHECK(Store::open(disk.storePath(), u"asha"_s, secret("wrong horse"), clock).error().code ==
              ErrorCode::WrongPassphrase);
        CHECK(QFile::exists(disk.storePath() + u"/reeve.tries"_s));
        CHECK(Store::open(disk.storePath(), u"asha"_s, secret("correct horse"), clock));
    }
    SECTION("and it works again when there is room")
    {
        REQUIRE(disk.grow());
        CHECK(writeBlob(store, 40000));
        CHECK(rows(store) == saved + 1);
    }
}

TEST_CASE("a store cannot be made on a full disk, and nothing is left of the attempt", "[store][disk]")
{
    const SmallDisk disk("size=64k");
    if (!disk.isMounted()) {
        WARN("needs the right to mount");
        return;
    }
    CHECK(Store::create(requestIn(disk.storePath())).error().code == ErrorCode::DiskFull);
    CHECK_FALSE(QFile::exists(disk.storePath()));
}

TEST_CASE("a disk that cannot be written is said to be one", "[store][disk]")
{
    const SmallDisk disk("size=4m");
    if (!disk.isMounted()) {
        WARN("needs the right to mount");
        return;
    }
    const TestClock clock;
    REQUIRE(Store::create(requestIn(disk.storePath())));
    REQUIRE(disk.setReadOnly(true));
    const auto writable = qScopeGuard([&] { (void)disk.setReadOnly(false); });

    const auto opened = Store::open(disk.storePath(), u"asha"_s, secret("correct horse"), clock);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::ReadOnly);
    CHECK(Store::create(requestIn(disk.path() + u"/other"_s)).error().code == ErrorCode::ReadOnly);
}
