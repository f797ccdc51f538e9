// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"
#include "tests/support/postgres.h"

#include <QTemporaryDir>

#include <memory>

namespace reeve::bench {

// One PostgreSQL for the whole run, with fsync on, and a centre in it with one agent and benchSize().people people.
class BenchCentre final
{
public:
    [[nodiscard]] static BenchCentre &instance();

    // A desk enrolled at it, in a folder of its own, with an agent's session.
    struct EnrolledDesk
    {
        std::unique_ptr<QTemporaryDir> folder;
        std::shared_ptr<services::Desk> desk;
    };
    [[nodiscard]] EnrolledDesk enrol();

    // The same desk synchronised once through 127.0.0.1:`port` (the server's own, or a delay line's).
    // Ends the program when it fails.
    void sync(services::Desk &desk, quint16 port);

    // Of the one agent; the password at the centre too.
    [[nodiscard]] static QString agent();
    [[nodiscard]] static crypto::Secret passphrase();

    [[nodiscard]] quint16 port() const { return m_server.port(); }
    [[nodiscard]] QString uri(quint16 port) const;

private:
    BenchCentre();

    SystemClock m_clock;
    test::PostgresServer m_server;
    QString m_database;
};

} // namespace reeve::bench
