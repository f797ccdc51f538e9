// SPDX-License-Identifier: MIT
// A new data key. The successor is made in the folder reeve.next.part, page by page, and synced; renaming that folder
// to reeve.next is the moment from which the new store counts. Its files are then moved over the old ones, the keys
// last; whoever opens the store after a crash goes on with that.
#include "core/store/store_rotation.h"

#include "core/base/logging.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/crypto/page_cipher.h"
#include "core/store/folder_lock.h"
#include "core/store/page_context.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

constexpr int pageSize = crypto::PageCipher::pageSize;

Result<> renameFile(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"rename: "_s + qt_error_string(errno));
    return {};
}

QString unfinished(const StoreFiles &files)
{
    return files.next + u".part"_s;
}

StoreId idOf(const QUuid &store)
{
    StoreId id{};
    std::memcpy(id.data(), store.toRfc4122().constData(), id.size());
    return id;
}

Result<> sealAgain(const QString &from, const QString &to, const StoreId &id, const crypto::Secret &oldKey,
                   const crypto::Secret &newKey)
{
    const crypto::PageCipher before(crypto::deriveKey(oldKey, crypto::KeyPurpose::Pages));
    const crypto::PageCipher after(crypto::deriveKey(newKey, crypto::KeyPurpose::Pages));
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::Io, u"the database cannot be copied"_s);
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    crypto::giveToOwnerOfFolder(target.handle(), to);
    std::array<unsigned char, pageSize> sealed{};
    std::array<unsigned char, pageSize> content{};
    const qint64 pages = source.size() / pageSize;
    for (qint64 page = 1; page <= pages; ++page) {
        if (source.read(reinterpret_cast<char *>(sealed.data()), pageSize) != pageSize)
            return fail(ErrorCode::Io, u"the database cannot be read"_s);
        const bool isHole = std::all_of(sealed.cbegin(), sealed.cend(), [](unsigned char byte) { return byte == 0; });
        const PageContext context = databasePage(id, static_cast<quint32>(page));
        if (isHole) // a page that SQLite never wrote
            std::fill(content.begin(), content.end(), static_cast<unsigned char>(0));
        else if (!before.open(sealed.data(), content.data(), context))
            return fail(ErrorCode::Corrupt, u"page "_s + QString::number(page));
        if (!isHole)
            after.seal(content.data(), sealed.data(), context);
        if (target.write(reinterpret_cast<const char *>(sealed.data()), pageSize) != pageSize)
            return fail(ErrorCode::DiskFull, u"the new database could not be written"_s);
    }
    if (!target.flush())
        return fail(ErrorCode::DiskFull, u"the new database could not be written"_s);
    if (::fsync(target.handle()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"sync: "_s + qt_error_string(errno));
    return {};
}

Result<> makeSuccessor(const StoreFiles &files, const crypto::KeySlots &oldSlots, const crypto::Secret &oldKey,
                       const std::vector<Store::Passphrase> &known, const QByteArray &councilPublicKey,
                       crypto::Argon2Cost cost)
{
    const crypto::Secret newKey = crypto::Secret::random(crypto::KeySlots::dataKeySize);
    crypto::KeySlots newSlots(oldSlots.store());
    for (const Store::Passphrase &one : known) {
        if (const auto added = newSlots.add(one.agent, one.passphrase, newKey, cost); !added)
            return added;
    }
    if (!councilPublicKey.isEmpty()) {
        if (const auto sealed = newSlots.setRecovery(councilPublicKey, newKey); !sealed)
            return sealed;
    }
    const StoreFiles next(unfinished(files));
    if (const auto made = crypto::makeFolder(next.folder); !made)
        return made;
    const StoreId id = idOf(oldSlots.store());
    if (const auto sealed = sealAgain(files.database, next.database, id, oldKey, newKey); !sealed)
        return sealed;
    const auto mark = WalMark::create(next.mark, crypto::deriveKey(newKey, crypto::KeyPurpose::WalMark), id);
    if (!mark)
        return fail(mark);
    if (const auto saved = newSlots.save(next.keys, newKey); !saved)
        return saved;
    return crypto::syncFolder(next.folder);
}

} // namespace

Result<> finishRotation(const StoreFiles &files)
{
    if (QFileInfo::exists(unfinished(files)))
        QDir(unfinished(files)).removeRecursively();
    if (!QFileInfo::exists(files.next))
        return {};
    // The old WAL was empty when the successor was made, and means nothing to it.
    for (const QString &stale : {files.wal, files.walIndex})
        QFile::remove(stale);
    const StoreFiles next(files.next);
    for (const auto &[from, to] :
         {std::pair{next.database, files.database}, {next.mark, files.mark}, {next.keys, files.keys}}) {
        if (!QFileInfo::exists(from))
            continue; // moved before the crash
        if (const auto moved = renameFile(from, to); !moved)
            return moved;
        if (const auto synced = crypto::syncFolder(files.folder); !synced)
            return synced;
    }
    if (!QDir().rmdir(files.next))
        return fail(ErrorCode::Io, u"reeve.next is not empty"_s);
    qCInfo(logStore) << "the store has a new data key";
    return crypto::syncFolder(files.folder);
}

Result<QStringList> Store::rotateKey(const QString &folder, const std::vector<Passphrase> &known,
                                     const QByteArray &councilPublicKey, const Clock &clock, crypto::Argon2Cost cost)
{
    if (known.empty())
        return fail(ErrorCode::InvalidInput, u"nobody could open the new store"_s);
    // Opened and closed once: migrated, everything in the database, the WAL gone.
    if (const auto opened = open(folder, known.front().agent, known.front().passphrase, clock); !opened)
        return fail(opened);

    const StoreFiles files(folder);
    const auto lock = FolderLock::take(files.lock);
    if (!lock)
        return fail(lock);
    if (QFileInfo(files.wal).size() > 0)
        return fail(ErrorCode::Busy, u"the WAL is not empty"_s);
    const auto slotsFile = crypto::KeySlots::read(files.keys);
    if (!slotsFile)
        return fail(slotsFile);
    QStringList dropped = slotsFile->agentNames();
    std::optional<crypto::Secret> oldKey;
    for (const Passphrase &one : known) {
        const auto opened = slotsFile->open(one.agent, one.passphrase);
        if (!opened)
            return fail(opened);
        oldKey = opened->dataKey;
        dropped.removeAll(opened->agent);
    }
    const auto made = makeSuccessor(files, *slotsFile, *oldKey, known, councilPublicKey, cost);
    if (!made) {
        QDir(unfinished(files)).removeRecursively();
        return fail(made);
    }
    if (const auto counts = renameFile(unfinished(files), files.next); !counts)
        return fail(counts);
    if (const auto synced = crypto::syncFolder(files.folder); !synced)
        return fail(synced);
    if (const auto finished = finishRotation(files); !finished)
        return fail(finished);
    return dropped;
}

} // namespace reeve::store
