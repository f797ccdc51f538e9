// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/services/session/desk.h"
#include "core/sync/central_gateway.h"

#include <optional>

namespace reeve::services {

// What one run of `reevectl sync` ends with.
struct SyncSummary
{
    qint64 pushed = 0;
    qint64 pulled = 0;
    qint64 pending = 0;
    qint64 needsAttention = 0;
};

// Pushes all that waits and pulls all that is new, then returns; the same core and driver as the window's. Signs in
// with `password` when there is no session. On an error the summary so far is lost but nothing else is.
[[nodiscard]] Result<SyncSummary> syncOnce(Desk &desk, sync::CentralGateway &gateway,
                                           const std::optional<crypto::Secret> &password);

// What `device enrol` does: signs in as the agent, registers the desk, makes the store in `folder` and stores who it
// is. When the store cannot be made nothing is left behind but an unused device id at the centre.
struct Enrolment
{
    QString folder;
    QString agent;
    crypto::Secret passphrase;
    crypto::Secret centralPassword;
    QString deskName;
    QString centralUri; // without user and password, stored for later
    crypto::Argon2Cost cost;
};
[[nodiscard]] Result<domain::DeviceId> enrol(const Enrolment &enrolment, sync::CentralGateway &gateway,
                                             const Clock &clock);

} // namespace reeve::services
