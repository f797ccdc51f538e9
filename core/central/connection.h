// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/central/interrupt.h"
#include "core/central/parameters.h"
#include "core/central/rows.h"
#include "core/central/target.h"
#include "core/crypto/secret.h"

#include <QDeadlineTimer>

#include <chrono>
#include <memory>

struct pg_conn;
struct pg_result;

namespace reeve::central {

// One connection to the centre. Used from one thread; every wait ends at its limit (Offline) or when `interrupt` is
// raised (Cancelled), and then the connection is of no more use: what was asked may or may not have happened. Nothing
// is ever cancelled at the server: that can make a commit that no standby has look like success.
//
// Error details hold SQLSTATEs and what was called, never the server's words, which may quote a value.
class Connection final
{
public:
    struct SignIn
    {
        QByteArray user;
        crypto::Secret password; // empty: none, or the URI's
    };
    static constexpr std::chrono::milliseconds usualLimit{15'000};

    // Tries the hosts in turn, the one that answered last time first (`preferredHost`, kept by the caller).
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const Target &target, const SignIn &signIn,
                                                                  Interrupt &interrupt, std::size_t &preferredHost);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    // One statement, unnamed (PgBouncer pools those), answers in binary.
    [[nodiscard]] Result<Rows> call(const char *sql, const Parameters &parameters,
                                    std::chrono::milliseconds limit = usualLimit);

    // Statements without parameters or rows: a migration.
    [[nodiscard]] Result<> execute(const QByteArray &sql, std::chrono::milliseconds limit = usualLimit);

    // Pipelined: several may be sent before the first is received, each a transaction of its own. Answers come in
    // order. No call() or execute() before all were received.
    [[nodiscard]] Result<> send(const char *sql, const Parameters &parameters);
    [[nodiscard]] Result<Rows> receive(std::chrono::milliseconds limit = usualLimit);

    [[nodiscard]] bool isBroken() const noexcept { return m_isBroken; }
    // Of the last error that the server answered; empty for others.
    [[nodiscard]] const QByteArray &sqlState() const noexcept { return m_sqlState; }

    [[nodiscard]] QByteArray quotedName(const QString &name) const;
    [[nodiscard]] QByteArray quotedText(const QString &text) const;
    // The SCRAM verifier of a password: what the server keeps anyway, so that its log never sees the password.
    [[nodiscard]] Result<QByteArray> verifierOf(const crypto::Secret &password, const QString &user);

private:
    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };
    struct Clear
    {
        void operator()(pg_result *result) const;
    };
    using Connected = std::unique_ptr<pg_conn, Finish>;
    using Answer = std::unique_ptr<pg_result, Clear>;

    Connection(Connected connection, Interrupt &interrupt);
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openHost(const Target &target, const Target::Host &host,
                                                                      const SignIn &signIn, Interrupt &interrupt);
    [[nodiscard]] static Result<> wait(int descriptor, short events, Interrupt &interrupt,
                                       const QDeadlineTimer &deadline);
    static void notice(void *connection, const pg_result *notice);

    [[nodiscard]] Result<> flush(const QDeadlineTimer &deadline);
    [[nodiscard]] Result<Answer> next(const QDeadlineTimer &deadline); // nullptr at the end of one statement
    [[nodiscard]] Result<Rows> answer(const QDeadlineTimer &deadline);
    [[nodiscard]] tl::unexpected<Error> lost(const Error &error);
    [[nodiscard]] tl::unexpected<Error> refused(const pg_result *result);

    Connected m_connection;
    Interrupt &m_interrupt;
    QByteArray m_sqlState;
    bool m_isBroken = false;
    bool m_isPipeline = false;
    bool m_isUnreplicated = false; // committed here, but the wait for the standby was given up: not to be relied on
};

} // namespace reeve::central
