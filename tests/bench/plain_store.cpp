// SPDX-License-Identifier: MIT
#include "tests/bench/plain_store.h"

#include <QDir>
#include <QFile>
#include <QUuid>

namespace reeve::bench {

namespace {

sqlite3 *openDatabase(const QString &file)
{
    sqlite3 *database = nullptr;
    if (sqlite3_open(file.toUtf8().constData(), &database) != SQLITE_OK)
        qFatal("the bench cannot make a plain database");
    return database;
}

void bindBytes(sqlite3_stmt *statement, int parameter, const QByteArray &bytes)
{
    sqlite3_bind_blob(statement, parameter, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_STATIC);
}

void bindText(sqlite3_stmt *statement, int parameter, const QByteArray &text)
{
    sqlite3_bind_text(statement, parameter, text.constData(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void runOnce(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        qFatal("a statement of the plain bench failed");
    sqlite3_reset(statement);
}

} // namespace

PlainStore::PlainStore(const QString &file)
    : m_database(openDatabase(file), &sqlite3_close),
      m_interaction(nullptr, &sqlite3_finalize),
      m_note(nullptr, &sqlite3_finalize),
      m_outbox(nullptr, &sqlite3_finalize),
      m_person(nullptr, &sqlite3_finalize),
      m_terms(nullptr, &sqlite3_finalize),
      m_match(nullptr, &sqlite3_finalize)
{
    execute("PRAGMA journal_mode=WAL");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA cache_size=-32000");
    execute("PRAGMA temp_store=MEMORY");
    const QDir migrations(QStringLiteral(":/reeve/store/migrations"));
    for (const QString &name : migrations.entryList(QDir::Files, QDir::Name)) {
        QFile sql(migrations.filePath(name));
        if (sql.open(QIODevice::ReadOnly))
            execute(sql.readAll().constData());
    }
    m_interaction =
        prepare("INSERT INTO interaction VALUES (?, NULL, 'phone', 'inbound', '', ?, ?, 'resolved', 'bench', 0,"
                " 'lgsl:524')");
    m_note = prepare("INSERT INTO note VALUES (?, ?, ?, ?)");
    m_outbox =
        prepare("INSERT INTO outbox (sequence, id, kind, aggregate, base_revision, agent, device_time, monotonic,"
                " skew, has_restricted, content_hash, payload) VALUES ((SELECT last_sequence + 1 FROM outbox_end), ?,"
                " 'interaction_logged', ?, 0, 'bench', ?, 0, 0, 0, x'', ?)");
    // Reeve finds people in memory; the plain limit is the full-text index that SQLite brings.
    execute("CREATE VIRTUAL TABLE person_search USING fts5 (terms, content = '', detail = none, columnsize = 0,"
            " tokenize = 'ascii')");
    execute("INSERT INTO person_search (person_search, rank) VALUES ('hashsize', 33554432)");
    m_person = prepare("INSERT INTO person (number, id, revision, fields) VALUES (?, ?, 1, ?)");
    m_terms = prepare("INSERT INTO person_search (rowid, terms) VALUES (?, ?)");
    m_match = prepare("SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT 500");
}

PlainStore::Statement PlainStore::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("the plain bench does not fit the schema: %s", sqlite3_errmsg(m_database.get()));
    return {statement, &sqlite3_finalize};
}

void PlainStore::execute(const char *sql)
{
    if (sqlite3_exec(m_database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("the plain bench failed: %s", sqlite3_errmsg(m_database.get()));
}

void PlainStore::commitInteraction(qint64 number, const QByteArray &payload, const QByteArray &note)
{
    const QByteArray id = QUuid::createUuid().toRfc4122();
    const QByteArray other = QUuid::createUuid().toRfc4122();
    execute("BEGIN IMMEDIATE");
    bindBytes(m_interaction.get(), 1, id);
    sqlite3_bind_int64(m_interaction.get(), 2, number);
    sqlite3_bind_int64(m_interaction.get(), 3, number);
    runOnce(m_interaction.get());
    bindBytes(m_note.get(), 1, id);
    bindBytes(m_note.get(), 2, other);
    sqlite3_bind_int64(m_note.get(), 3, number);
    bindText(m_note.get(), 4, note);
    runOnce(m_note.get());
    bindBytes(m_outbox.get(), 1, other);
    bindBytes(m_outbox.get(), 2, id);
    sqlite3_bind_int64(m_outbox.get(), 3, number);
    bindBytes(m_outbox.get(), 4, payload);
    runOnce(m_outbox.get());
    execute("COMMIT");
}

void PlainStore::insertPeople(const std::vector<Row> &rows, std::size_t from, std::size_t to)
{
    execute("BEGIN IMMEDIATE");
    for (std::size_t row = from; row < to; ++row) {
        sqlite3_bind_int64(m_person.get(), 1, static_cast<qint64>(row + 1));
        bindBytes(m_person.get(), 2, rows[row].id);
        bindBytes(m_person.get(), 3, rows[row].fields);
        runOnce(m_person.get());
        sqlite3_bind_int64(m_terms.get(), 1, static_cast<qint64>(row + 1));
        bindText(m_terms.get(), 2, rows[row].terms);
        runOnce(m_terms.get());
    }
    execute("COMMIT");
}

int PlainStore::countMatches(const QByteArray &expression)
{
    bindText(m_match.get(), 1, expression);
    int matches = 0;
    while (sqlite3_step(m_match.get()) == SQLITE_ROW)
        ++matches;
    sqlite3_reset(m_match.get());
    return matches;
}

} // namespace reeve::bench
