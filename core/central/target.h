// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace reeve::central {

// Where the centre is: a libpq URI, read once, with the rules for reaching it applied.
//
// Every host that is neither loopback nor a Unix socket is spoken to over TLS with verify-full. A URI that asks for
// less is refused as Untrusted; one that says nothing gets it.
struct Target
{
    struct Host
    {
        QByteArray name;    // host name, address or socket folder; empty: libpq's default socket
        QByteArray address; // hostaddr; empty: looked up
        QByteArray port;
    };

    std::vector<Host> hosts; // at least one
    QByteArray database;
    QByteArray user;                                        // empty: not said
    QByteArray password;                                    // empty: not said
    std::vector<std::pair<QByteArray, QByteArray>> options; // the rest, as libpq takes it

    [[nodiscard]] bool demandsTls() const; // verify-full: set by the rules above, or asked for by the URI itself
    [[nodiscard]] static Result<Target> parse(const QString &uri);
};

// The URI without user, password and anything else that is secret: fit to be stored or shown. InvalidInput.
[[nodiscard]] Result<QString> withoutSecrets(const QString &uri);

} // namespace reeve::central
