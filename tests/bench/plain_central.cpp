// SPDX-License-Identifier: MIT
#include "tests/bench/plain_central.h"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <chrono>
#include <memory>

namespace reeve::bench {

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Connection connectTo(const std::string &conninfo)
{
    Connection connection(PQconnectdb(conninfo.c_str()), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        connection.reset();
    return connection;
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Reads the answer of one pipelined call up to its synchronisation point.
bool receiveOne(PGconn *connection)
{
    bool isGood = true;
    while (true) {
        const Answer answer(PQgetResult(connection), &PQclear);
        if (!answer)
            continue;
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_PIPELINE_SYNC)
            return isGood;
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            isGood = false;
        if (PQstatus(connection) != CONNECTION_OK)
            return false;
    }
}

} // namespace

bool preparePlainPush(const std::string &conninfo)
{
    const Connection connection = connectTo(conninfo);
    if (!connection)
        return false;
    const Answer answer(PQexec(connection.get(), R"(
        CREATE SCHEMA IF NOT EXISTS plain;
        DROP TABLE IF EXISTS plain.record;
        CREATE TABLE plain.record (id uuid PRIMARY KEY, payload text NOT NULL);
        CREATE OR REPLACE FUNCTION plain.apply(entries jsonb) RETURNS bigint LANGUAGE sql AS $$
            WITH given AS (SELECT * FROM jsonb_to_recordset(entries) AS e (id uuid, payload text)),
                 put AS (INSERT INTO plain.record SELECT id, payload FROM given ON CONFLICT (id) DO NOTHING)
            SELECT count(*) FROM given
        $$;)"),
                        &PQclear);
    return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
}

double plainPush(const std::string &conninfo, const std::vector<std::string> &batches)
{
    const auto start = std::chrono::steady_clock::now();
    const Connection connection = connectTo(conninfo);
    if (!connection || PQenterPipelineMode(connection.get()) != 1)
        return -1;
    std::size_t sent = 0;
    for (std::size_t received = 0; received < batches.size(); ++received) {
        for (; sent < batches.size() && sent < received + 4; ++sent) {
            const char *values[] = {batches[sent].c_str()};
            if (PQsendQueryParams(connection.get(), "SELECT plain.apply($1::jsonb)", 1, nullptr, values, nullptr,
                                  nullptr, 0) != 1 ||
                PQpipelineSync(connection.get()) != 1)
                return -1;
        }
        if (!receiveOne(connection.get()))
            return -1;
    }
    return secondsSince(start);
}

double plainPull(const std::string &conninfo, const std::string &sqliteFile)
{
    const auto start = std::chrono::steady_clock::now();
    const Connection connection = connectTo(conninfo);
    sqlite3 *raw = nullptr;
    if (!connection || sqlite3_open(sqliteFile.c_str(), &raw) != SQLITE_OK)
        return -1;
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(raw, &sqlite3_close);
    sqlite3_exec(raw,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                 "CREATE TABLE person (id TEXT PRIMARY KEY, revision INTEGER, fields TEXT) WITHOUT ROWID",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(raw, "INSERT INTO person VALUES (?, ?, ?)", -1, &insert, nullptr);

    std::string after = "00000000-0000-0000-0000-000000000000";
    for (int rows = 10000; rows == 10000;) {
        const char *values[] = {after.c_str()};
        const Answer page(PQexecParams(connection.get(),
                                       "SELECT id, revision, fields::text FROM reeve.person WHERE id > $1::uuid "
                                       "ORDER BY id LIMIT 10000",
                                       1, nullptr, values, nullptr, nullptr, 0),
                          &PQclear);
        if (PQresultStatus(page.get()) != PGRES_TUPLES_OK)
            return -1;
        rows = PQntuples(page.get());
        sqlite3_exec(raw, "BEGIN", nullptr, nullptr, nullptr);
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < 3; ++column)
                sqlite3_bind_text(insert, column + 1, PQgetvalue(page.get(), row, column),
                                  PQgetlength(page.get(), row, column), SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_exec(raw, "COMMIT", nullptr, nullptr, nullptr);
        if (rows > 0)
            after = PQgetvalue(page.get(), rows - 1, 0);
    }
    sqlite3_finalize(insert);
    return secondsSince(start);
}

} // namespace reeve::bench
