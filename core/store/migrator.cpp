// SPDX-License-Identifier: MIT
#include "core/store/migrator.h"

#include "core/base/logging.h"
#include "core/store/connection.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

Result<> run(Connection &connection, const Migration &migration)
{
    const std::vector<QString> statements = splitStatements(migration.sql);
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (const Result<> done = connection.execute(statements[i]); !done) {
            return fail(done.error().code,
                        migration.name + u", statement "_s + QString::number(i + 1) + u": "_s + done.error().detail);
        }
    }
    return connection.execute(u"PRAGMA user_version = "_s + QString::number(migration.number));
}

} // namespace

Result<std::vector<Migration>> builtInMigrations()
{
    std::vector<Migration> migrations;
    const QDir folder(u":/reeve/store/migrations"_s);
    const QStringList names = folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &fileName : names) {
        QFile file(folder.filePath(fileName));
        const int number = fileName.left(4).toInt();
        if (!file.open(QIODevice::ReadOnly) || number != static_cast<int>(migrations.size()) + 1)
            return fail(ErrorCode::Internal, u"migrations are not numbered 1, 2, 3: "_s + fileName);
        migrations.push_back({number, fileName.chopped(4), QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

Result<> checkVersion(Connection &connection, const std::vector<Migration> &migrations)
{
    const Result<qint64> version = connection.integerOf(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version);
    if (*version > static_cast<qint64>(migrations.size())) {
        return fail(ErrorCode::NewerVersion, u"schema "_s + QString::number(*version) + u", this program knows "_s +
                                                 QString::number(migrations.size()));
    }
    return {};
}

Result<> migrate(Connection &connection, const std::vector<Migration> &migrations)
{
    if (const Result<> checked = checkVersion(connection, migrations); !checked)
        return checked;
    const Result<qint64> version = connection.integerOf(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version);

    for (const Migration &migration : migrations) {
        if (migration.number <= *version)
            continue;
        if (const Result<> begun = connection.begin(Connection::Access::ReadWrite); !begun)
            return begun;
        Result<> done = run(connection, migration);
        if (done)
            done = connection.commit();
        if (!done) {
            connection.rollback();
            return done;
        }
        qCInfo(logStore) << "migrated to" << migration.name;
    }
    return {};
}

std::vector<QString> splitStatements(const QString &sql)
{
    std::vector<QString> statements;
    const QByteArray utf8 = sql.toUtf8();
    QByteArray pending;
    qsizetype from = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (utf8[i] != ';')
            continue;
        pending += utf8.mid(from, i + 1 - from);
        from = i + 1;
        if (sqlite3_complete(pending.constData()) != 0) {
            statements.push_back(QString::fromUtf8(pending).trimmed());
            pending.clear();
        }
    }
    // What is left is white space and comments, or a statement without its `;`, which must fail and not vanish.
    pending += utf8.mid(from);
    bool hasMore = false;
    for (const QByteArray &line : pending.split('\n'))
        hasMore = hasMore || (!line.trimmed().isEmpty() && !line.trimmed().startsWith("--"));
    if (hasMore)
        statements.push_back(QString::fromUtf8(pending).trimmed());
    return statements;
}

} // namespace reeve::store
