// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace reeve::bench {

// The plain limit of the store: the same tables (our own migrations) in an ordinary SQLite file through the C API,
// WAL, synchronous=FULL, one thread, statements prepared once; no sealing, no services, no JSON.
class PlainStore final
{
public:
    explicit PlainStore(const QString &file);

    // One interaction, its note and its outbox row, one commit.
    void commitInteraction(qint64 number, const QByteArray &payload, const QByteArray &note);

    struct Row
    {
        QByteArray id;
        QByteArray fields;
        QByteArray terms;
    };
    // People and their search terms, one commit.
    void insertPeople(const std::vector<Row> &rows, std::size_t from, std::size_t to);

    // Row numbers that match an FTS5 expression, at most 500.
    [[nodiscard]] int countMatches(const QByteArray &expression);

private:
    using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;
    [[nodiscard]] Statement prepare(const char *sql);
    void execute(const char *sql);

    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_database;
    Statement m_interaction;
    Statement m_note;
    Statement m_outbox;
    Statement m_person;
    Statement m_terms;
    Statement m_match;
};

} // namespace reeve::bench
