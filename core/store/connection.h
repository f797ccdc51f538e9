// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>

namespace reeve::store {

class PersonIndex;
class Statement;
struct PreparedQuery;

// One SQLite connection of one thread. Qt's QSQLITE driver opens and closes it over the sealed VFS; statements go to
// SQLite directly, because QSqlQuery costs more than the work it wraps. Made, used and destroyed on that thread only.
// Repositories take it by reference and never begin or commit: the transaction is the job's.
class Connection final
{
public:
    enum class Access { ReadWrite, ReadOnly };

    // `databaseFile` must have its page key registered with the VFS (page_vfs.h). Writes nothing to a database that
    // is there already; an empty file becomes an empty sealed database.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &databaseFile, Access access);

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    // The named query queries/<name>.sql, prepared once and kept. Internal when there is none or it does not parse.
    [[nodiscard]] Result<Statement> prepare(QStringView name);

    // One statement without parameters (PRAGMA, migration). Its rows are dropped.
    [[nodiscard]] Result<> execute(const QString &sql);
    // The first column of its first row (`PRAGMA user_version`). NotFound without a row.
    [[nodiscard]] Result<qint64> integerOf(const QString &sql);

    [[nodiscard]] Result<> begin(Access access);
    [[nodiscard]] Result<> commit();
    void rollback() noexcept;

    // Whether the schema's triggers run; they do, but around bulk work that does itself what they would. Each change
    // has every prepared query compiled anew when it is next used.
    void setTriggers(bool on) noexcept;

    // Whether a transaction is under way that has written.
    [[nodiscard]] bool isWriting() const noexcept;

    // The index in which this connection's people are found; shared by the connections of one store, else its own.
    [[nodiscard]] const std::shared_ptr<PersonIndex> &personIndex();
    void setPersonIndex(std::shared_ptr<PersonIndex> index) noexcept;

    // Frames in the WAL after this connection's last commit; 0 once all of them are in the database.
    [[nodiscard]] int walFrames() const noexcept;
    // Moves what is in the WAL to the database, as far as no reader needs it. Never waits.
    [[nodiscard]] Result<> checkpoint();
    // Closing the last connection checkpoints and removes the WAL; `false` leaves the files as they are.
    void setCheckpointOnClose(bool on) noexcept;

    class Private;

private:
    explicit Connection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// A prepared query for one use: bind, step, read columns. Finished (reset) when it goes out of scope, so that no
// read is left open to hold back a checkpoint.
class Statement final
{
public:
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    ~Statement();

    // By name with its colon, `:id`. A null QString is bound as empty text; use bindNull for NULL.
    void bind(QStringView parameter, const QString &value);
    void bindText(QStringView parameter, QByteArrayView utf8); // the same, encoded already
    void bind(QStringView parameter, qint64 value);
    void bind(QStringView parameter, const QByteArray &value);
    void bindNull(QStringView parameter);

    // The same for bulk work, by place (from 1; 0: no such parameter) and without a copy: the bytes stay where they are
    // until the statement has run, and are bound anew before it runs again. Not between step() and the end.
    [[nodiscard]] int place(QStringView parameter) const;
    void bindAt(int place, qint64 value);
    void bindBytesAt(int place, QByteArrayView kept);
    void bindTextAt(int place, QByteArrayView keptUtf8); // a null view is bound as NULL

    // Runs to the next row: true when there is one, false at the end.
    [[nodiscard]] Result<bool> step();

    // Runs a statement that answers no rows; the number of rows it changed.
    [[nodiscard]] Result<qint64> run();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QByteArrayView view(int column) const; // until the next step
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Connection;
    explicit Statement(PreparedQuery *query) noexcept : m_query(query) {}
    void bindResult(QStringView parameter, int code);
    void bindResultAt(int place, int code);
    void release() noexcept;

    PreparedQuery *m_query = nullptr; // owned by the connection's cache
};

} // namespace reeve::store
