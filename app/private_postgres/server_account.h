// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QString>

namespace reeve::app {

// Whom a private PostgreSQL runs as: ourselves, or the user `postgres` where we are root.
struct ServerAccount
{
    unsigned user = 0;
    unsigned group = 0;
    bool isOther = false;

    [[nodiscard]] static Result<ServerAccount> find();

    // Makes `folder`, for this account only.
    [[nodiscard]] Result<> makeFolder(const QString &folder) const;
    // Lets the process run as this account.
    void become(QProcess &process) const;
};

// The newest program of that name among the installed PostgreSQL versions. NotFound.
[[nodiscard]] Result<QString> serverProgram(const QString &name);

// A port of 127.0.0.1 that nobody uses now; 0 when there is none.
[[nodiscard]] quint16 freePort();
[[nodiscard]] bool isPortFree(quint16 port);

} // namespace reeve::app
