// SPDX-License-Identifier: MIT
#include "tests/bench/search/peers/peer.h"

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

// An ordinary file, nothing sealed, as much cache as it likes.
class FullTextPeer final : public Peer
{
public:
    explicit FullTextPeer(const QString &folder)
    {
        sqlite3 *database = nullptr;
        if (sqlite3_open((folder + u"/fts5.db"_s).toUtf8().constData(), &database) != SQLITE_OK)
            qFatal("the peer cannot make a database");
        m_database.reset(database);
        execute(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA mmap_size=4000000000");
        execute("CREATE VIRTUAL TABLE person USING fts5 (names, codes, address, content = '',"
                " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4')");
        execute("BEGIN");
        m_insert = prepare("INSERT INTO person (rowid, names, codes, address) VALUES (?, ?, ?, ?)");
        m_find = prepare("SELECT rowid FROM person WHERE person MATCH ? LIMIT 10");
    }

    [[nodiscard]] QString title() const override { return u"FTS5, every word as a beginning"_s; }

    void add(const PeerRow &row) override
    {
        sqlite3_bind_int64(m_insert.get(), 1, row.number);
        bind(m_insert.get(), 2, row.names);
        bind(m_insert.get(), 3, row.codes);
        bind(m_insert.get(), 4, row.address);
        if (sqlite3_step(m_insert.get()) != SQLITE_DONE)
            qFatal("the peer did not store a person");
        sqlite3_reset(m_insert.get());
    }

    void finish() override { execute("INSERT INTO person (person) VALUES ('optimize'); COMMIT"); }

    [[nodiscard]] std::vector<qint64> find(const QStringList &words) override
    {
        std::vector<qint64> found;
        if (words.isEmpty())
            return found;
        bind(m_find.get(), 1, u'"' + words.join(u"\"* \""_s) + u"\"*"_s);
        while (sqlite3_step(m_find.get()) == SQLITE_ROW)
            found.push_back(sqlite3_column_int64(m_find.get(), 0));
        sqlite3_reset(m_find.get());
        return found;
    }

private:
    static void bind(sqlite3_stmt *statement, int parameter, const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        sqlite3_bind_text(statement, parameter, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    }

    void execute(const char *sql)
    {
        if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("the peer failed: %s", sqlite3_errmsg(m_database.get()));
    }

    Statement prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("the peer failed: %s", sqlite3_errmsg(m_database.get()));
        return {statement, &sqlite3_finalize};
    }

    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_database = {nullptr, &sqlite3_close};
    Statement m_insert = {nullptr, &sqlite3_finalize};
    Statement m_find = {nullptr, &sqlite3_finalize};
};

} // namespace

std::unique_ptr<Peer> makeFullTextPeer(const QString &folder)
{
    return std::make_unique<FullTextPeer>(folder);
}

} // namespace reeve::bench
