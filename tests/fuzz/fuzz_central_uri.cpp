// SPDX-License-Identifier: MIT
// Where the centre is: a URI of libpq. Nothing but this machine is ever spoken to without verify-full, and what is
// kept of a URI holds no secret.
#include "tests/fuzz/target.h"

#include "app/reevectl/central_uri.h"
#include "core/central/target.h"

using namespace reeve;

REEVE_FUZZ_TARGET(central_uri)
{
    const QString uri = QString::fromUtf8(input);
    static_cast<void>(ctl::checkCentralUri(uri));
    if (ctl::checkCentralUri(uri)) {
        static_cast<void>(ctl::userOf(uri));
        static_cast<void>(ctl::withoutUser(uri));
    }
    const auto target = central::Target::parse(uri);
    const auto kept = central::withoutSecrets(uri);
    if (!target)
        return;
    fuzz::mustHold(!target->hosts.empty(), "there is a host");
    fuzz::mustHold(kept.has_value(), "what is good can be kept");
    const auto again = central::Target::parse(*kept);
    fuzz::mustHold(again.has_value(), "what is kept is good");
    fuzz::mustHold(again->password.isEmpty() && again->user.isEmpty(), "and without user and password");
    fuzz::mustHold(again->demandsTls() == target->demandsTls(), "and no less strict");
}
