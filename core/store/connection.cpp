// SPDX-License-Identifier: MIT
#include "core/store/connection.h"

#include "core/crypto/page_cipher.h"
#include "core/store/page_vfs.h"
#include "core/store/person_index.h"
#include "core/store/prepared_query.h"
#include "core/store/sqlite_error.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <sqlite3.h>

#include <atomic>
#include <map>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// A commit that finds more in the WAL checkpoints itself. 64 MB: each page that is moved is opened and sealed once
// more, and in bulk work the same pages come again and again. A whole first load goes by without one.
constexpr int backstopFrames = 16000;

QString nextConnectionName()
{
    static std::atomic<quint64> counter{0};
    return u"reeve.store."_s + QString::number(++counter);
}

QString uriOf(const QString &databaseFile)
{
    const QByteArray path = QUrl::toPercentEncoding(databaseFile, "/");
    return u"file:"_s + QString::fromLatin1(path) + u"?vfs="_s + QLatin1StringView(pageVfsName);
}

sqlite3 *handleOf(const QString &connectionName)
{
    const QVariant handle = QSqlDatabase::database(connectionName, false).driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

// Whether there is anything but white space and comments.
bool hasStatement(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    const bool found = code != SQLITE_OK || statement != nullptr;
    sqlite3_finalize(statement);
    return found;
}

} // namespace

class Connection::Private
{
public:
    Private() = default;
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    ~Private()
    {
        queries.clear();
        plain.clear();
        {
            QSqlDatabase driver = QSqlDatabase::database(name, false);
            driver.close();
        }
        QSqlDatabase::removeDatabase(name);
    }

    [[nodiscard]] Result<PreparedQuery *> lend(QStringView queryName);
    [[nodiscard]] Result<> runPlain(const char *sql); // prepared once and kept
    [[nodiscard]] Result<> configure(Access access);

    QString name;
    sqlite3 *handle = nullptr;
    int walFrames = 0;
    // Looked up by a view of the name: a job asks ten times.
    std::map<QString, std::vector<std::unique_ptr<PreparedQuery>>, std::less<>> queries;
    std::shared_ptr<PersonIndex> personIndex;
    std::map<const char *, std::unique_ptr<PreparedQuery>> plain; // keyed by the literal's address
};

namespace {

// Called by SQLite after each commit. What is usual is checkpointed by the store when it is idle; this is for a
// burst that leaves no idle moment.
int noteCommit(void *context, sqlite3 *database, const char *schema, int frames)
{
    auto *walFrames = static_cast<int *>(context);
    *walFrames = frames;
    if (frames < backstopFrames)
        return SQLITE_OK;

    int total = 0;
    int moved = 0;
    // The commit is durable already: whatever happens here is not its failure.
    if (sqlite3_wal_checkpoint_v2(database, schema, SQLITE_CHECKPOINT_PASSIVE, &total, &moved) == SQLITE_OK)
        *walFrames = total - moved;
    return SQLITE_OK;
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const QString &databaseFile, Access access)
{
    if (const Result<> vfs = registerPageVfs(); !vfs)
        return fail(vfs);

    auto d = std::make_unique<Private>();
    d->name = nextConnectionName();
    {
        QSqlDatabase driver = QSqlDatabase::addDatabase(u"QSQLITE"_s, d->name);
        driver.setDatabaseName(uriOf(databaseFile));
        driver.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
        if (!driver.open()) {
            const int code = driver.lastError().nativeErrorCode().toInt();
            return tl::unexpected(Error{errorCodeOf(code, errno), u"open: SQLite "_s + QString::number(code)});
        }
    }
    d->handle = handleOf(d->name);
    if (d->handle == nullptr)
        return fail(ErrorCode::Internal, u"the QSQLITE driver gave no handle"_s);

    if (const Result<> configured = d->configure(access); !configured)
        return fail(configured);
    return std::unique_ptr<Connection>(new Connection(std::move(d)));
}

Result<> Connection::Private::configure(Access access)
{
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_wal_hook(handle, noteCommit, &walFrames);

    // Should anything below be refused, closing must not write either.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);

    // Takes effect on an empty database only; an existing one says so in its header.
    int reserved = crypto::PageCipher::overhead;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);

    for (const char *pragma : {"PRAGMA temp_store=MEMORY", "PRAGMA mmap_size=0", "PRAGMA page_size=4096",
                               "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON",
                               "PRAGMA trusted_schema=OFF", "PRAGMA cache_size=-32000"}) {
        if (const Result<> set = runPlain(pragma); !set)
            return set;
    }
    plain.clear();

    // The first read of the file. Any other mode than WAL means that it is empty.
    sqlite3_stmt *mode = nullptr;
    int code = sqlite3_prepare_v2(handle, "PRAGMA journal_mode", -1, &mode, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_step(mode);
    const bool isWal =
        code == SQLITE_ROW && qstrcmp(reinterpret_cast<const char *>(sqlite3_column_text(mode, 0)), "wal") == 0;
    sqlite3_finalize(mode);
    if (code != SQLITE_ROW)
        return tl::unexpected(lastError(handle, code, u"journal_mode"));

    if (!isWal) {
        // The VFS refuses rollback journals on disk, so that the switch itself must not need one.
        for (const char *pragma : {"PRAGMA journal_mode=MEMORY", "PRAGMA journal_mode=WAL"}) {
            if (const Result<> set = runPlain(pragma); !set)
                return set;
        }
    }
    if (access == Access::ReadOnly) {
        if (const Result<> set = runPlain("PRAGMA query_only=ON"); !set)
            return set;
    }
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Connection::Connection(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

Connection::~Connection() = default;

Result<PreparedQuery *> Connection::Private::lend(QStringView queryName)
{
    const auto known = queries.find(queryName);
    if (known != queries.end()) {
        for (const auto &copy : known->second) {
            if (!copy->isLent) {
                copy->isLent = true;
                return copy.get();
            }
        }
    }

    const QString key = queryName.toString();
    QFile file(u":/reeve/store/queries/"_s + key + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"no query "_s + key);
    const QByteArray sql = file.readAll();

    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v3(handle, sql.constData(), static_cast<int>(sql.size()) + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement, &tail);
    if (code != SQLITE_OK) {
        Error error = lastError(handle, code, key);
        if ((code & 0xff) == SQLITE_ERROR) // a mistake in our own file, which holds no values
            error = Error{ErrorCode::Internal, key + u": "_s + QString::fromUtf8(sqlite3_errmsg(handle))};
        return tl::unexpected(error);
    }
    auto query = std::make_unique<PreparedQuery>(key, statement);
    if (statement == nullptr || hasStatement(handle, tail))
        return fail(ErrorCode::Internal, key + u" is not one statement"_s);

    query->isLent = true;
    return queries[key].emplace_back(std::move(query)).get();
}

Result<> Connection::Private::runPlain(const char *sql)
{
    std::unique_ptr<PreparedQuery> &query = plain[sql];
    if (!query) {
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return tl::unexpected(lastError(handle, code, QLatin1StringView(sql).toString()));
        query = std::make_unique<PreparedQuery>(QLatin1StringView(sql).toString(), statement);
    }
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(query->handle);
    Result<> outcome;
    if (code != SQLITE_DONE)
        outcome = tl::unexpected(lastError(handle, code, query->name));
    sqlite3_reset(query->handle);
    return outcome;
}

Result<Statement> Connection::prepare(QStringView name)
{
    const Result<PreparedQuery *> query = d->lend(name);
    if (!query)
        return fail(query);
    return Statement(*query);
}

Result<> Connection::execute(const QString &sql)
{
    const Result<qint64> value = integerOf(sql);
    if (!value && value.error().code != ErrorCode::NotFound)
        return fail(value);
    return {};
}

Result<qint64> Connection::integerOf(const QString &sql)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *handle = nullptr;
    const char *tail = nullptr;
    int code = sqlite3_prepare_v2(d->handle, utf8.constData(), static_cast<int>(utf8.size()) + 1, &handle, &tail);
    const PreparedQuery statement(u"statement"_s, handle);
    if (code != SQLITE_OK)
        return tl::unexpected(lastError(d->handle, code, statement.name));
    if (handle == nullptr || hasStatement(d->handle, tail))
        return fail(ErrorCode::Internal, u"not one statement"_s);

    Result<qint64> first = fail(ErrorCode::NotFound, u"no row"_s);
    while ((code = sqlite3_step(handle)) == SQLITE_ROW) {
        if (!first)
            first = sqlite3_column_int64(handle, 0);
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(lastError(d->handle, code, statement.name));
    return first;
}

Result<> Connection::begin(Access access)
{
    return d->runPlain(access == Access::ReadWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Result<> Connection::commit()
{
    return d->runPlain("COMMIT");
}

void Connection::rollback() noexcept
{
    // SQLite itself rolls back after some errors (disk full, for one).
    if (sqlite3_get_autocommit(d->handle) == 0)
        sqlite3_exec(d->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Connection::setTriggers(bool on) noexcept
{
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0, nullptr);
}

bool Connection::isWriting() const noexcept
{
    return sqlite3_txn_state(d->handle, "main") == SQLITE_TXN_WRITE;
}

const std::shared_ptr<PersonIndex> &Connection::personIndex()
{
    if (!d->personIndex)
        d->personIndex = std::make_shared<PersonIndex>();
    return d->personIndex;
}

void Connection::setPersonIndex(std::shared_ptr<PersonIndex> index) noexcept
{
    d->personIndex = std::move(index);
}

int Connection::walFrames() const noexcept
{
    return d->walFrames;
}

Result<> Connection::checkpoint()
{
    int total = 0;
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(d->handle, "main", SQLITE_CHECKPOINT_PASSIVE, &total, &moved);
    if (code != SQLITE_OK)
        return tl::unexpected(lastError(d->handle, code, u"checkpoint"));
    d->walFrames = total - moved;
    return {};
}

void Connection::setCheckpointOnClose(bool on) noexcept
{
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, on ? 0 : 1, nullptr);
}

} // namespace reeve::store
