// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QString>
#include <QStringList>

namespace reeve::app {

// A PostgreSQL of one's own, as a small council's central database or for a demonstration: a cluster in a folder, on
// a free port of 127.0.0.1 that it keeps, with one database `reeve` and one superuser `reeve_admin` whose random
// password lies beside it, readable by its owner only. Everybody signs in with SCRAM.
//
// PostgreSQL refuses to run as root: then it runs as the operating system's user `postgres`, who must be able to reach
// the folder. The server goes on when this program ends; stop() ends it.
class PrivatePostgres final
{
public:
    explicit PrivatePostgres(const QString &folder);

    // Makes the cluster at first use and waits until it accepts connections. Nothing when it runs already.
    // NotFound when PostgreSQL is not installed.
    [[nodiscard]] Result<> start();
    // Ends open connections and waits. Nothing when it does not run.
    [[nodiscard]] Result<> stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool isMade() const;

    [[nodiscard]] QString uri() const; // as the superuser, without password
    [[nodiscard]] QString passwordFile() const;
    [[nodiscard]] Result<crypto::Secret> password() const;

    // What one SQL statement answers, as the superuser: unaligned, tuples only.
    [[nodiscard]] Result<QString> query(const QString &sql) const;

private:
    [[nodiscard]] Result<> make();
    [[nodiscard]] Result<QString> run(const QString &program, const QStringList &arguments, int secondsToWait) const;
    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] quint16 port() const;

    QString m_folder;
};

} // namespace reeve::app
