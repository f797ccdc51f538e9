// SPDX-License-Identifier: MIT
#include "tests/bench/search/peers/peer.h"
#include "tests/support/postgres.h"

#include <libpq-fe.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

// A PostgreSQL of its own, in memory as far as it fits.
class TrigramPeer final : public Peer
{
public:
    TrigramPeer() : m_server({{}, {}, {u"shared_buffers=512MB"_s, u"maintenance_work_mem=512MB"_s}})
    {
        m_server.start();
        m_connection.reset(PQconnectdb(m_server.createDatabase().toUtf8().constData()));
        run("CREATE EXTENSION pg_trgm", PGRES_COMMAND_OK);
        run("CREATE TABLE person (number bigint PRIMARY KEY, words text NOT NULL)", PGRES_COMMAND_OK);
        run("COPY person FROM STDIN", PGRES_COPY_IN);
    }

    [[nodiscard]] QString title() const override { return u"pg_trgm, nearest by word similarity (GiST)"_s; }

    void add(const PeerRow &row) override
    {
        // Letters, digits and spaces only: nothing that COPY would read as anything else.
        const QByteArray line = QByteArray::number(row.number) + '\t' + row.names.toUtf8() + ' ' + row.codes.toUtf8() +
                                ' ' + row.address.toUtf8() + '\n';
        if (PQputCopyData(m_connection.get(), line.constData(), static_cast<int>(line.size())) != 1)
            fail();
    }

    void finish() override
    {
        if (PQputCopyEnd(m_connection.get(), nullptr) != 1)
            fail();
        while (const Answer answer{PQgetResult(m_connection.get()), &PQclear}) {
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
                fail();
        }
        run("CREATE INDEX person_words ON person USING gist (words gist_trgm_ops (siglen = 64))", PGRES_COMMAND_OK);
        run("VACUUM ANALYZE person", PGRES_COMMAND_OK);
    }

    [[nodiscard]] std::vector<qint64> find(const QStringList &words) override
    {
        const QByteArray text = words.join(u' ').toUtf8();
        const char *const value = text.constData();
        const Answer answer{PQexecParams(m_connection.get(),
                                         "SELECT number FROM person ORDER BY $1 <<-> words LIMIT 10", 1, nullptr,
                                         &value, nullptr, nullptr, 0),
                            &PQclear};
        if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
            fail();
        std::vector<qint64> found;
        for (int row = 0; row < PQntuples(answer.get()); ++row)
            found.push_back(QByteArray(PQgetvalue(answer.get(), row, 0)).toLongLong());
        return found;
    }

    [[nodiscard]] int mostOfAKind() const override { return 10; }

private:
    void run(const char *sql, ExecStatusType wanted)
    {
        if (const Answer answer{PQexec(m_connection.get(), sql), &PQclear}; PQresultStatus(answer.get()) != wanted)
            fail();
    }

    [[noreturn]] void fail() const { qFatal("the peer failed: %s", PQerrorMessage(m_connection.get())); }

    test::PostgresServer m_server;
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection = {nullptr, &PQfinish};
};

} // namespace

std::unique_ptr<Peer> makeTrigramPeer()
{
    return std::make_unique<TrigramPeer>();
}

} // namespace reeve::bench
