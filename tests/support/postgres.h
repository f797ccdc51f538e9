// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <atomic>
#include <memory>

namespace reeve::test {

// A PostgreSQL cluster of a test's own: made with initdb in a folder under /tmp, listening on a free port of 127.0.0.1
// and on a Unix socket in that folder, run as the OS user `postgres` when the test is root (PostgreSQL refuses root).
// Stopped and removed by the destructor; when the test program dies first, the server goes down with it.
//
// Every function aborts the test program with a message when PostgreSQL is not there or does not do as told.
class PostgresServer final
{
public:
    enum class Authentication { Trust, Scram };
    enum class Durability { Fast, Durable }; // Fast: fsync=off. Survives kill9() all the same, but no power cut.

    struct Options
    {
        Authentication authentication = Authentication::Trust;
        Durability durability = Durability::Fast;
        QStringList settings; // "shared_buffers=256MB"
    };

    PostgresServer();
    explicit PostgresServer(const Options &options);
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    void start();           // waits until it accepts connections
    void stop();            // fast shutdown; open connections are ended
    void kill9();           // the postmaster and every backend at once, as a crash does
    void kill9FromThread(); // the same, from any thread and without waiting; start() afterwards as usual
    void restart();         // stop() when it runs, then start()
    [[nodiscard]] bool isRunning() const;

    // A fresh, empty database; its URI over 127.0.0.1 as the superuser, without password.
    [[nodiscard]] QString createDatabase();

    // URIs of one database, without password. `user` empty: the superuser.
    [[nodiscard]] QString uri(const QString &database, const QString &user = {}) const;
    [[nodiscard]] QString socketUri(const QString &database, const QString &user = {}) const;

    [[nodiscard]] static QString superuser(); // "postgres"
    [[nodiscard]] QString password() const;   // the superuser's, with Scram; empty with Trust
    [[nodiscard]] quint16 port() const noexcept { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] qint64 processId() const;

    // Runs SQL as the superuser with psql; answers its output (unaligned, tuples only, trimmed).
    QString sql(const QString &database, const QString &statements) const;
    // Every table, function and right of it as pg_dump tells them; the same of two databases that are alike.
    [[nodiscard]] QStringList schema(const QString &database) const;

private:
    void initialise();
    [[nodiscard]] bool startOnce();
    [[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments, const QByteArray &input) const;

    Options m_options;
    QString m_folder;
    quint16 m_port = 0;
    int m_databases = 0;
    std::atomic<bool> m_isKilled = false;
    std::unique_ptr<QProcess> m_postmaster;
};

// The one of this test program, made at first use: Trust, Fast. Tests that stop it start it again.
[[nodiscard]] PostgresServer &postgres();

} // namespace reeve::test
