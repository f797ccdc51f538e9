// SPDX-License-Identifier: MIT
// Destroying a store. What is to be left of it is on the disk before the keys are touched, under a name that says that
// it is being done: a power cut while they are overwritten leaves keys that are damaged, and nobody could tell what
// happened to them.
#include "core/store/store_erasure.h"

#include "core/base/logging.h"
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
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

// The keys, then every other file, then the name under which the epitaph stays.
Result<> eraseFiles(const StoreFiles &files)
{
    // From here on, whatever else may happen, nobody reads this store again: not with any passphrase, not with the
    // council's key.
    if (const auto destroyed = destroyFile(files.keys); !destroyed)
        return destroyed;
    if (const auto synced = crypto::syncFolder(files.folder); !synced)
        return synced;
    const auto entries = QDir(files.folder).entryInfoList({u"reeve.*"_s}, QDir::Files | QDir::Dirs | QDir::Hidden);
    bool isAllGone = true;
    for (const QFileInfo &entry : entries) {
        const QString name = entry.absoluteFilePath();
        if (name == files.wiping || name == files.wiped || name == files.lock)
            continue;
        isAllGone = (entry.isDir() ? QDir(name).removeRecursively() : QFile::remove(name)) && isAllGone;
    }
    if (!isAllGone)
        return fail(ErrorCode::Io, u"sealed files without a key are left"_s);
    return crypto::syncFolder(files.folder);
}

Result<> nameEpitaph(const StoreFiles &files)
{
    if (std::rename(QFile::encodeName(files.wiping).constData(), QFile::encodeName(files.wiped).constData()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"rename: "_s + qt_error_string(errno));
    return crypto::syncFolder(files.folder);
}

} // namespace

Result<> Store::erase(const QByteArray &epitaph) const
{
    const StoreFiles files(folder());
    markErased();
    QFile::remove(files.reserve); // a full disk does not keep the rest from going
    const auto announced = crypto::replaceFile(files.wiping, epitaph);
    if (!announced)
        qCWarning(logStore) << "a wipe that is cut off will look like damage:" << errorName(announced.error().code);
    if (const auto erased = eraseFiles(files); !erased)
        return erased;
    return announced ? nameEpitaph(files) : crypto::replaceFile(files.wiped, epitaph);
}

QByteArray Store::epitaph(const QString &folder)
{
    return crypto::readFile(StoreFiles(folder).wiped, longestEpitaph).value_or(QByteArray());
}

Result<> finishErasing(const StoreFiles &files)
{
    if (!QFileInfo::exists(files.wiping))
        return {};
    if (const auto keys = crypto::KeySlots::read(files.keys);
        keys || (keys.error().code != ErrorCode::Corrupt && keys.error().code != ErrorCode::NotFound))
        return {};
    auto finished = eraseFiles(files);
    if (finished)
        finished = nameEpitaph(files);
    if (!finished)
        qCWarning(logStore) << "a wipe that was cut off is not finished:" << errorName(finished.error().code);
    return fail(ErrorCode::DeviceRevoked, u"this store was wiped by order of the council"_s);
}

void forgetErasing(const StoreFiles &files)
{
    if (!QFileInfo::exists(files.wiping))
        return;
    QFile::remove(files.wiping);
    if (const auto synced = crypto::syncFolder(files.folder); !synced)
        qCWarning(logStore) << "the mark of a wipe that was cut off may come back:" << errorName(synced.error().code);
}

} // namespace reeve::store
