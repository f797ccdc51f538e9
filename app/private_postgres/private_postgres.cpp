// SPDX-License-Identifier: MIT
#include "app/private_postgres/private_postgres.h"

#include "app/private_postgres/server_account.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

namespace {

constexpr int patience = 120; // seconds: a first start on a slow disk takes long
constexpr auto superuser = "reeve_admin"_L1;
constexpr auto database = "reeve"_L1;

// Readable by `owner` only, from the first moment.
Result<> writePrivately(const QString &name, const QByteArray &bytes, const ServerAccount *owner)
{
    QFile::remove(name);
    const mode_t before = ::umask(0077);
    QSaveFile file(name);
    bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    ::umask(before);
    if (isWritten && owner && owner->isOther)
        isWritten = ::chown(QFile::encodeName(name).constData(), owner->user, owner->group) == 0;
    return isWritten ? Result<>() : fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(name));
}

} // namespace

PrivatePostgres::PrivatePostgres(const QString &folder) : m_folder(QDir(folder).absolutePath()) {}

QString PrivatePostgres::dataFolder() const
{
    return m_folder + u"/postgres/data"_s;
}

QString PrivatePostgres::passwordFile() const
{
    return m_folder + u"/admin.password"_s;
}

bool PrivatePostgres::isMade() const
{
    return QFile::exists(m_folder + u"/made"_s);
}

quint16 PrivatePostgres::port() const
{
    QFile file(m_folder + u"/port"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toUShort() : quint16(0);
}

QString PrivatePostgres::uri() const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(superuser).arg(port()).arg(database);
}

Result<crypto::Secret> PrivatePostgres::password() const
{
    QFile file(passwordFile());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(passwordFile()));
    QByteArray bytes = file.readAll();
    crypto::Secret secret{QByteArrayView(bytes).trimmed()};
    crypto::wipe(bytes);
    return secret;
}

Result<QString> PrivatePostgres::run(const QString &program, const QStringList &arguments, int secondsToWait) const
{
    const auto path = serverProgram(program);
    if (!path)
        return fail(path);
    const auto account = ServerAccount::find();
    if (!account)
        return fail(account);

    QProcess process;
    account->become(process);
    process.setWorkingDirectory(u"/"_s);
    process.setStandardInputFile(QProcess::nullDevice());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    if (const auto secret = password())
        environment.insert(u"PGPASSWORD"_s, QString::fromUtf8(secret->view()));
    process.setProcessEnvironment(environment);
    process.start(*path, arguments);
    if (!process.waitForFinished(secondsToWait * 1000))
        return fail(ErrorCode::Io, u"%1 does not end"_s.arg(program));
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return fail(ErrorCode::Io,
                    u"%1 failed: %2"_s.arg(program, QString::fromUtf8(process.readAllStandardError()).trimmed()));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Result<> PrivatePostgres::make()
{
    const auto account = ServerAccount::find();
    if (!account)
        return fail(account);
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::Io, u"the folder %1 cannot be made"_s.arg(m_folder));
    QDir(dataFolder()).removeRecursively(); // of an attempt that was cut short
    if (const auto made = account->makeFolder(m_folder + u"/postgres"_s); !made)
        return made;

    const QByteArray secret = QByteArray(crypto::Secret::random(24).view().toByteArray().toHex());
    const QString forInitdb = m_folder + u"/postgres/password"_s;
    if (const auto written = writePrivately(passwordFile(), secret + '\n', nullptr); !written)
        return written;
    if (const auto written = writePrivately(forInitdb, secret + '\n', &*account); !written)
        return written;
    const auto initialised = run(u"initdb"_s,
                                 {u"-D"_s, dataFolder(), u"-U"_s, superuser, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s,
                                  u"--no-sync"_s, u"-A"_s, u"scram-sha-256"_s, u"--pwfile"_s, forInitdb},
                                 patience);
    QFile::remove(forInitdb);
    if (!initialised)
        return fail(initialised);

    QFile configuration(dataFolder() + u"/postgresql.conf"_s);
    if (!configuration.open(QIODevice::Append) ||
        configuration.write("\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\nmax_wal_size = '2GB'\n"
                            "logging_collector = on\nlog_statement = 'none'\nlog_min_error_statement = panic\n") < 0)
        return fail(ErrorCode::Io, u"postgresql.conf cannot be written"_s);
    return {};
}

Result<> PrivatePostgres::start()
{
    if (isRunning())
        return {};
    const bool isNew = !isMade();
    if (isNew) {
        if (const auto made = make(); !made)
            return made;
    }
    if (port() == 0 || !isPortFree(port())) {
        if (const auto written = writePrivately(m_folder + u"/port"_s, QByteArray::number(freePort()), nullptr);
            !written)
            return written;
    }
    const auto started = run(u"pg_ctl"_s,
                             {u"start"_s, u"-w"_s, u"-s"_s, u"-t"_s, QString::number(patience), u"-D"_s, dataFolder(),
                              u"-l"_s, m_folder + u"/postgres/start.log"_s, u"-o"_s, u"-p %1"_s.arg(port())},
                             patience);
    if (!started)
        return fail(started);
    if (!isNew)
        return {};

    const auto created =
        run(u"createdb"_s, {u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(port()), u"-U"_s, superuser, database},
            patience);
    if (!created)
        return fail(created);
    return writePrivately(m_folder + u"/made"_s, "reeve\n", nullptr);
}

Result<> PrivatePostgres::stop()
{
    if (!isRunning())
        return {};
    const auto stopped = run(
        u"pg_ctl"_s,
        {u"stop"_s, u"-w"_s, u"-s"_s, u"-m"_s, u"fast"_s, u"-t"_s, QString::number(patience), u"-D"_s, dataFolder()},
        patience);
    return stopped ? Result<>() : fail(stopped);
}

bool PrivatePostgres::isRunning() const
{
    return QFile::exists(dataFolder() + u"/postmaster.pid"_s) &&
           run(u"pg_ctl"_s, {u"status"_s, u"-D"_s, dataFolder()}, patience).has_value();
}

Result<QString> PrivatePostgres::query(const QString &sql) const
{
    return run(u"psql"_s,
               {u"-X"_s, u"-A"_s, u"-t"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s,
                QString::number(port()), u"-U"_s, superuser, u"-d"_s, database, u"-c"_s, sql},
               patience);
}

} // namespace reeve::app
