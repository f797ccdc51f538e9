// SPDX-License-Identifier: MIT
#include "app/reeve/passphrase_check.h"

#include "core/crypto/key_slots.h"
#include "core/crypto/sign_in_throttle.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace reeve::app {

namespace {

Result<> check(const QString &folder, const QString &agent, const crypto::Secret &passphrase, const Clock &clock)
{
    const store::StoreFiles files(folder);
    crypto::SignInThrottle throttle(files.tries, clock, crypto::SignInThrottle::Audit::Caller);
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

ui::CheckPassphrase passphraseCheck(const std::shared_ptr<services::Desk> &desk, const Clock &clock)
{
    // Not owned: a check that is late must not keep the store open.
    const std::weak_ptr<services::Desk> open = desk;
    const QString folder = desk->store().folder();
    const QString agent = desk->agentName();
    return [open, folder, agent, &clock](const crypto::Secret &passphrase) {
        return QtConcurrent::run([open, folder, agent, passphrase, &clock] {
            const Result<> checked = check(folder, agent, passphrase, clock);
            if (const auto still = open.lock())
                static_cast<void>(still->audit(checked ? u"unlock"_s : u"unlock_refused"_s));
            return checked;
        });
    };
}

} // namespace reeve::app
