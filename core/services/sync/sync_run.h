// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/services/session/desk.h"
#include "core/sync/central_gateway.h"

#include <functional>
#include <optional>

namespace reeve::services {

// What one run of `reevectl sync` ends with.
struct SyncSummary
{
    qint64 pushed = 0;
    qint64 pulled = 0;
    qint64 pending = 0;
    qint64 needsAttention = 0;
    qint64 removalsHeld = 0; // the centre would remove so many people here: none went, and nothing new came
    bool isDiskFull = false; // what waited was sent, and nothing new came: there is no room for it here
};

// What happens when the centre would remove more people here than is usual: a person is asked, or has been.
enum class ManyRemovals { Held, Allowed };

// Pushes all that waits and pulls all that is new, then returns; the same core and driver as the window's. Signs in
// with `password` when there is no session. On an error the summary so far is lost but nothing else is: Corrupt when
// the store cannot be read, Cancelled once `isCancelled` says so.
[[nodiscard]] Result<SyncSummary> syncOnce(Desk &desk, sync::CentralGateway &gateway,
                                           const std::optional<crypto::Secret> &password,
                                           ManyRemovals removals = ManyRemovals::Held,
                                           const std::function<bool()> &isCancelled = {});

// What `device enrol` does: makes the store in `folder`, signs in as the agent, registers the desk and stores who it
// is. The centre is asked last, when everything is there that can be missing here, and what was made for it becomes a
// store with its answer and not before (store/unfinished_store.h): an enrolment that comes to nothing, killed or
// refused, leaves none, and the next one begins anew. All that may stay is a desk at the centre that never greets it.
//
// A store that is there and belongs to no desk becomes that of the new one, with all that waits in it: what 'store
// recover' could save where it could not read who the desk was. InvalidInput when it is a desk's already.
struct Enrolment
{
    QString folder;
    QString agent;
    crypto::Secret passphrase; // of a store that is there: the agent's own
    crypto::Secret centralPassword;
    QString deskName;
    QString centralUri; // without user and password, stored for later
    crypto::Argon2Cost cost;
    std::optional<crypto::Secret> otherPassword = {}; // at the centre, where the first is not accepted
};
[[nodiscard]] Result<domain::DeviceId> enrol(const Enrolment &enrolment, sync::CentralGateway &gateway,
                                             const Clock &clock);

} // namespace reeve::services
