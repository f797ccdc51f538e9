// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/postgres.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct pg_conn;

namespace reeve::test {

// What the server said to one statement: its SQLSTATE ("00000" when it was done) and the rows as text.
struct RawAnswer
{
    QByteArray sqlState;
    std::vector<std::vector<QByteArray>> rows;
    std::size_t warnings = 0;

    [[nodiscard]] bool isDone() const { return sqlState == "00000"; }
};

// A bare libpq connection, as psql makes it: whoever has a desk's sign-in can use it so, past all our code.
class RawSession final
{
public:
    RawSession(const PostgresServer &server, const QString &database, const QString &user, const QString &password);
    ~RawSession();
    RawSession(RawSession &&) noexcept;
    RawSession &operator=(RawSession &&) = delete;

    [[nodiscard]] RawAnswer run(const QString &sql); // may be several statements; the last counts
    // Parameters in text form; nullopt is NULL.
    [[nodiscard]] RawAnswer call(const QString &sql, const std::vector<std::optional<QByteArray>> &parameters);
    // The first value of the first row.
    [[nodiscard]] QByteArray value(const QString &sql);

private:
    std::unique_ptr<pg_conn, void (*)(pg_conn *)> m_connection;
    std::unique_ptr<std::size_t> m_warnings;
};

} // namespace reeve::test
