// SPDX-License-Identifier: MIT
#include "core/crypto/counted_sign_in.h"

#include "core/crypto/sign_in_throttle.h"

namespace reeve::crypto {

Result<KeySlots::Opened> openCounted(const KeySlots &slotsFile, const QString &triesFile, const QString &agent,
                                     const Secret &passphrase, const Clock &clock)
{
    SignInThrottle throttle(triesFile, clock);
    if (const Result<> admitted = throttle.admit(); !admitted)
        return fail(admitted);
    Result<KeySlots::Opened> opened = slotsFile.open(agent, passphrase);
    if (opened)
        throttle.succeeded();
    else if (opened.error().code != ErrorCode::WrongPassphrase)
        throttle.withdraw();
    return opened;
}

} // namespace reeve::crypto
