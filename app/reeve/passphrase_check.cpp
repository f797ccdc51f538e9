// SPDX-License-Identifier: MIT
#include "app/reeve/passphrase_check.h"

#include "core/crypto/key_slots.h"
#include "core/crypto/sign_in_throttle.h"
#include "core/store/store_folder.h"

#include <QtConcurrentRun>

namespace reeve::app {

namespace {

Result<> check(const QString &folder, const QString &agent, const crypto::Secret &passphrase, const Clock &clock)
{
    const store::StoreFiles files(folder);
    crypto::SignInThrottle throttle(files.tries, clock);
    if (const auto admitted = throttle.admit(); !admitted)
        return admitted;
    const auto keySlots = crypto::KeySlots::read(files.keys);
    if (!keySlots) {
        throttle.withdraw();
        return fail(keySlots);
    }
    const auto opened = keySlots->open(agent, passphrase);
    if (opened) {
        throttle.succeeded();
        return {};
    }
    if (opened.error().code != ErrorCode::WrongPassphrase)
        throttle.withdraw();
    return fail(opened);
}

} // namespace

ui::CheckPassphrase passphraseCheck(const QString &folder, const QString &agent, const Clock &clock)
{
    return [folder, agent, &clock](const crypto::Secret &passphrase) {
        return QtConcurrent::run(
            [folder, agent, passphrase, &clock] { return check(folder, agent, passphrase, clock); });
    };
}

} // namespace reeve::app
