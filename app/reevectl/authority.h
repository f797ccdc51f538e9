// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::ctl {

// A private certificate authority, for tests and for councils that have none: a folder with authority.key,
// authority.pem and, for each server, NAME.key and NAME.pem. Made by the openssl program; nothing here knows how a
// certificate is made.
struct ServerCertificate
{
    QString authority; // what desks trust: sslrootcert
    QString certificate;
    QString key; // readable by its owner only
};

// Makes the authority at first use, then a certificate for `host`, a name or an address. One that is there is replaced.
// InvalidInput for a host that is none, NotFound without openssl, Io.
[[nodiscard]] Result<ServerCertificate> certify(const QString &folder, const QString &host);

} // namespace reeve::ctl
