// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/connection.h"

namespace reeve::central {

// A connection for one errand of an administrator.
class Administrator final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Administrator>>
    connect(const QString &uri, const crypto::Secret &password, const QString &database = {});

    // As Connection's, but missing rights are Denied: there is nobody to sign in again here. CardNumber, and nothing
    // was sent, when something typed holds one.
    [[nodiscard]] Result<Rows> call(const char *sql, const Parameters &parameters);
    [[nodiscard]] Result<> execute(const QByteArray &sql);
    // One value, or an empty text for none.
    [[nodiscard]] Result<QString> value(const QByteArray &sql, const Parameters &parameters = {});

    [[nodiscard]] Connection &connection() noexcept { return *m_connection; }

private:
    Administrator() = default;
    [[nodiscard]] tl::unexpected<Error> denied(const Error &error) const;

    Interrupt m_interrupt; // never raised
    std::unique_ptr<Connection> m_connection;
};

} // namespace reeve::central
