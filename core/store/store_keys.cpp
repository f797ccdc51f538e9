// SPDX-License-Identifier: MIT
// Who may open the store: slots are added, changed, removed, recovered and destroyed.
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/crypto/sign_in_throttle.h"
#include "core/store/folder_lock.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"
#include "core/store/store_rotation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

constexpr qint64 longestEpitaph = 4096;

// Best effort against what a disk may remember; what counts is that the content is gone before the name is.
Result<> destroyFile(const QString &name)
{
    QFile file(name);
    if (!file.exists())
        return {};
    if (file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        file.write(QByteArray(file.size(), '\0'));
        ::fsync(file.handle());
        file.close();
    }
    if (!file.remove())
        return fail(ErrorCode::Io, u"a file could not be removed"_s);
    return {};
}

} // namespace

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
    if (!QFileInfo::exists(files.keys))
        return fail(ErrorCode::NotFound, u"no store in this folder"_s);
    const auto lock = FolderLock::take(files.lock);
    if (!lock)
        return fail(lock);
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

Result<> Store::erase(const QByteArray &epitaph) const
{
    const StoreFiles files(folder());
    markErased();
    QFile::remove(files.reserve); // a full disk does not keep the rest from going
    // From here on, whatever else may happen, nobody reads this store again: not with any passphrase, not with the
    // council's key.
    if (const auto destroyed = destroyFile(files.keys); !destroyed)
        return destroyed;
    if (const auto synced = crypto::syncFolder(files.folder); !synced)
        return synced;
    if (const auto left = crypto::replaceFile(files.wiped, epitaph); !left)
        return left;
    const auto entries = QDir(files.folder).entryInfoList({u"reeve.*"_s}, QDir::Files | QDir::Dirs | QDir::Hidden);
    bool isAllGone = true;
    for (const QFileInfo &entry : entries) {
        const QString name = entry.absoluteFilePath();
        if (name == files.wiped || name == files.lock)
            continue;
        isAllGone = (entry.isDir() ? QDir(name).removeRecursively() : QFile::remove(name)) && isAllGone;
    }
    if (!isAllGone)
        return fail(ErrorCode::Io, u"sealed files without a key are left"_s);
    return crypto::syncFolder(files.folder);
}

QByteArray Store::epitaph(const QString &folder)
{
    return crypto::readFile(StoreFiles(folder).wiped, longestEpitaph).value_or(QByteArray());
}

} // namespace reeve::store
