// SPDX-License-Identifier: MIT
#include "tests/support/postgres.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {
namespace {

[[noreturn]] void giveUp(const QString &why)
{
    std::fprintf(stderr, "PostgreSQL for the tests: %s\n", qPrintable(why));
    std::abort();
}

QString binary(const QString &name)
{
    // The newest one installed: 15 on Debian 12, later elsewhere.
    const QDir versions(u"/usr/lib/postgresql"_s);
    int newest = 0;
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (QFile::exists(versions.filePath(version + u"/bin/"_s + name)))
            newest = qMax(newest, version.toInt());
    }
    if (newest == 0)
        giveUp(name + u" is not installed"_s);
    return versions.filePath(QString::number(newest) + u"/bin/"_s + name);
}

struct Owner
{
    uid_t user;
    gid_t group;
};

// Whom the server runs as: `postgres` when we are root, else ourselves.
Owner owner()
{
    if (geteuid() != 0)
        return {geteuid(), getegid()};
    const passwd *entry = getpwnam("postgres");
    if (!entry)
        giveUp(u"there is no OS user postgres"_s);
    return {entry->pw_uid, entry->pw_gid};
}

// Makes the child that user, and has it end when this program does, however it ends.
void becomeOwner(QProcess &process)
{
    const Owner who = owner();
    process.setChildProcessModifier([who, parent = getpid()] {
        if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(who.group) != 0 || setuid(who.user) != 0))
            _exit(126);
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
        if (getppid() != parent)
            _exit(126);
    });
}

quint16 freePort()
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (fd < 0 || bind(fd, reinterpret_cast<sockaddr *>(&address), size) != 0 ||
        getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        giveUp(u"no free port"_s);
    close(fd);
    return ntohs(address.sin_port);
}

} // namespace

PostgresServer::PostgresServer() : PostgresServer(Options{}) {}

PostgresServer::PostgresServer(const Options &options) : m_options(options)
{
    initialise();
    start();
}

PostgresServer::~PostgresServer()
{
    kill9();
    QDir(m_folder).removeRecursively();
}

QString PostgresServer::superuser()
{
    return u"postgres"_s;
}

QString PostgresServer::password() const
{
    return m_options.authentication == Authentication::Scram ? u"superuser-for-tests"_s : QString();
}

QString PostgresServer::dataFolder() const
{
    return m_folder + u"/data"_s;
}

qint64 PostgresServer::processId() const
{
    return m_postmaster ? m_postmaster->processId() : 0;
}

void PostgresServer::initialise()
{
    char folder[] = "/tmp/reeve-postgres-XXXXXX";
    const Owner who = owner();
    if (!mkdtemp(folder) || (geteuid() == 0 && chown(folder, who.user, who.group) != 0))
        giveUp(u"cannot make a folder under /tmp"_s);
    m_folder = QString::fromLocal8Bit(folder);

    const bool isScram = m_options.authentication == Authentication::Scram;
    QStringList arguments{
        u"-D"_s,   dataFolder(),          u"-U"_s,        superuser(), u"-E"_s,
        u"UTF8"_s, u"--locale=C.UTF-8"_s, u"--no-sync"_s, u"-A"_s,     isScram ? u"scram-sha-256"_s : u"trust"_s};
    if (isScram) {
        QFile file(m_folder + u"/password"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(password().toUtf8()) < 0)
            giveUp(u"cannot write the password file"_s);
        file.setPermissions(QFile::ReadOwner | QFile::ReadOther);
        arguments << u"--pwfile"_s << file.fileName();
    }
    (void)run(binary(u"initdb"_s), arguments, {});

    m_port = freePort();
    const bool isDurable = m_options.durability == Durability::Durable;
    QStringList lines{
        u"port=%1"_s.arg(m_port),   u"listen_addresses='127.0.0.1'"_s, u"unix_socket_directories='%1'"_s.arg(m_folder),
        u"shared_buffers=128MB"_s,  u"max_connections=100"_s,          u"max_wal_size=2GB"_s,
        u"log_min_messages=fatal"_s};
    if (isDurable)
        lines
            << u"recovery_init_sync_method=syncfs"_s; // else a start after kill9() syncs every file by itself: seconds
    else
        lines << u"fsync=off"_s << u"full_page_writes=off"_s;
    lines += m_options.settings;
    QFile configuration(dataFolder() + u"/postgresql.conf"_s);
    if (!configuration.open(QIODevice::Append) || configuration.write('\n' + lines.join(u'\n').toUtf8() + '\n') < 0)
        giveUp(u"cannot write postgresql.conf"_s);
}

void PostgresServer::start()
{
    if (m_isKilled && isRunning())
        m_postmaster->waitForFinished(30'000);
    m_isKilled = false;
    if (isRunning())
        return;
    // After kill9() the backends hold the shared memory for a moment more, and a start is refused until they are gone.
    QElapsedTimer timer;
    timer.start();
    while (!startOnce()) {
        if (timer.elapsed() > 20'000)
            giveUp(u"it does not start; see "_s + m_folder);
        QThread::msleep(20);
    }
}

bool PostgresServer::startOnce()
{
    m_postmaster = std::make_unique<QProcess>();
    becomeOwner(*m_postmaster);
    m_postmaster->setProcessChannelMode(QProcess::MergedChannels);
    m_postmaster->setStandardInputFile(QProcess::nullDevice());
    m_postmaster->setStandardOutputFile(m_folder + u"/log"_s, QIODevice::Append);
    m_postmaster->start(binary(u"postgres"_s), {u"-D"_s, dataFolder()});
    if (!m_postmaster->waitForStarted())
        giveUp(m_postmaster->errorString());

    // The eighth line of postmaster.pid says when it accepts connections, as pg_ctl reads it.
    QFile pidFile(dataFolder() + u"/postmaster.pid"_s);
    const QByteArray pid = QByteArray::number(m_postmaster->processId());
    for (;;) {
        if (m_postmaster->waitForFinished(5))
            return false;
        if (pidFile.open(QIODevice::ReadOnly)) {
            const QList<QByteArray> lines = pidFile.readAll().split('\n');
            pidFile.close();
            if (lines.size() >= 8 && lines.at(0) == pid && lines.at(7).trimmed() == "ready")
                return true;
        }
    }
}

bool PostgresServer::isRunning() const
{
    return m_postmaster && m_postmaster->state() != QProcess::NotRunning;
}

void PostgresServer::stop()
{
    if (!isRunning())
        return;
    ::kill(static_cast<pid_t>(m_postmaster->processId()), SIGINT);
    if (!m_postmaster->waitForFinished(30'000))
        giveUp(u"it does not stop"_s);
}

void PostgresServer::kill9()
{
    if (!isRunning())
        return;
    kill9FromThread();
    m_postmaster->waitForFinished(30'000);
}

void PostgresServer::kill9FromThread()
{
    // Its children by the kernel's list, read while the postmaster cannot make more.
    const qint64 pid = m_postmaster->processId();
    ::kill(static_cast<pid_t>(pid), SIGSTOP);
    QFile children(u"/proc/%1/task/%1/children"_s.arg(pid));
    QList<QByteArray> backends;
    if (children.open(QIODevice::ReadOnly))
        backends = children.readAll().simplified().split(' ');
    ::kill(static_cast<pid_t>(pid), SIGKILL);
    for (const QByteArray &backend : std::as_const(backends)) {
        if (const int child = backend.toInt(); child > 0)
            ::kill(child, SIGKILL);
    }
    m_isKilled = true;
}

void PostgresServer::restart()
{
    stop();
    start();
}

QString PostgresServer::createDatabase()
{
    const QString name = u"test_%1"_s.arg(++m_databases);
    sql(u"postgres"_s, u"CREATE DATABASE "_s + name);
    return uri(name);
}

QString PostgresServer::uri(const QString &database, const QString &user) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user.isEmpty() ? superuser() : user, QString::number(m_port),
                                                    database);
}

QString PostgresServer::socketUri(const QString &database, const QString &user) const
{
    return u"postgresql://%1@/%2?host=%3&port=%4"_s.arg(user.isEmpty() ? superuser() : user, database, m_folder,
                                                        QString::number(m_port));
}

QString PostgresServer::sql(const QString &database, const QString &statements) const
{
    const QStringList arguments{
        u"-X"_s, u"-q"_s, u"-A"_s, u"-t"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, socketUri(database),
        u"-f"_s, u"-"_s};
    return QString::fromUtf8(run(binary(u"psql"_s), arguments, statements.toUtf8())).trimmed();
}

QStringList PostgresServer::schema(const QString &database) const
{
    const QByteArray dump = run(binary(u"pg_dump"_s), {u"--schema-only"_s, u"-d"_s, socketUri(database)}, {});
    QStringList lines = QString::fromUtf8(dump).split(u'\n');
    // "\restrict" and its end carry a number that is drawn anew each time.
    lines.removeIf([](const QString &line) { return line.isEmpty() || line.startsWith(u'\\'); });
    return lines;
}

QByteArray PostgresServer::run(const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    becomeOwner(process);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGPASSWORD"_s, password());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(u"/tmp"_s);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        giveUp(program + u": "_s + QString::fromUtf8(process.readAllStandardError()));
    return process.readAllStandardOutput();
}

PostgresServer &postgres()
{
    static PostgresServer server;
    return server;
}

} // namespace reeve::test
