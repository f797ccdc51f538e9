// SPDX-License-Identifier: MIT
// Who may open the store: slots are added, changed, removed and recovered.
#include "core/crypto/key_slots.h"
#include "core/crypto/sign_in_throttle.h"
#include "core/store/folder_lock.h"
#include "core/store/store.h"
#include "core/store/store_erasure.h"
#include "core/store/store_folder.h"
#include "core/store/store_rotation.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

Result<> Store::addAgent(const QString &agent, const crypto::Secret &passphrase, crypto::Argon2Cost cost) const
{
    return changeKeys([&](crypto::KeySlots &slotsFile, const crypto::Secret &dataKey) {
        return slotsFile.add(agent, passphrase, dataKey, cost);
    });
}

Result<> Store::removeAgent(const QString &agent) const
{
    return changeKeys([&](crypto::KeySlots &slotsFile, const crypto::Secret &) { return slotsFile.remove(agent); });
}

Result<> Store::changePassphrase(const crypto::Secret &old, const crypto::Secret &passphrase,
                                 crypto::Argon2Cost cost) const
{
    return changeKeys([&](crypto::KeySlots &slotsFile, const crypto::Secret &dataKey) -> Result<> {
        if (const auto opened = slotsFile.open(agentName(), old); !opened)
            return fail(opened);
        return slotsFile.changePassphrase(agentName(), passphrase, dataKey, cost);
    });
}

Result<> Store::recover(const QString &folder, const crypto::Secret &councilSecretKey, const QString &agent,
                        const crypto::Secret &passphrase, crypto::Argon2Cost cost)
{
    const StoreFiles files(folder);
    if (!QFileInfo::exists(files.keys) && !QFileInfo::exists(files.wiping))
        return fail(ErrorCode::NotFound, u"no store in this folder"_s);
    const auto lock = FolderLock::take(files.lock);
    if (!lock)
        return fail(lock);
    if (const Result<> finished = finishErasing(files); !finished)
        return finished;
    if (const Result<> finished = finishRotation(files); !finished)
        return finished;
    auto slotsFile = crypto::KeySlots::read(files.keys);
    if (!slotsFile)
        return fail(slotsFile);
    const auto dataKey = slotsFile->openRecovery(councilSecretKey);
    if (!dataKey)
        return fail(dataKey);
    const bool isKnown = slotsFile->agentNames().contains(agent);
    const auto changed = isKnown ? slotsFile->changePassphrase(agent, passphrase, *dataKey, cost)
                                 : slotsFile->add(agent, passphrase, *dataKey, cost);
    if (!changed)
        return changed;
    if (const auto saved = slotsFile->save(files.keys, *dataKey); !saved)
        return saved;
    crypto::SignInThrottle::letTryAgain(files.tries); // the guesses that led here are waited for no longer
    return {};
}

Result<> Store::setRecovery(const QByteArray &councilPublicKey) const
{
    return changeKeys([&](crypto::KeySlots &slotsFile, const crypto::Secret &dataKey) {
        return slotsFile.setRecovery(councilPublicKey, dataKey);
    });
}

} // namespace reeve::store
