// SPDX-License-Identifier: MIT
// A store whose database is really damaged. The new one is made whole under another name first; then the old files get
// names of their own and the new ones theirs. Cut off anywhere, the next attempt finds the old files under one of both.
#include "core/crypto/counted_sign_in.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/durable_file.h"
#include "core/crypto/key_slots.h"
#include "core/store/folder_lock.h"
#include "core/store/make_database.h"
#include "core/store/salvaged_work.h"
#include "core/store/store.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

const auto asideMark = ".damaged-"_L1;
const auto walMark = "-wal"_L1;
const auto markMark = "-mark"_L1;

Result<> rename(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from))
        return {};
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return fail(crypto::errorCodeOfErrno(errno), u"set aside: "_s + qt_error_string(errno));
    return {};
}

// Whether all of it can be read. Busy and the like are not damage, and are answered as they are.
Result<bool> isWhole(const QString &folder, const QString &agent, const crypto::Secret &passphrase, const Clock &clock)
{
    const auto store = Store::open(folder, agent, passphrase, clock);
    if (!store)
        return store.error().code == ErrorCode::Corrupt ? Result<bool>(false) : Result<bool>(fail(store));
    const auto isIntact = (*store)
                              ->read([](Connection &connection) {
                                  return connection.integerOf(u"SELECT count(*) = 1 AND min(integrity_check) = 'ok' "
                                                              "FROM pragma_integrity_check"_s);
                              })
                              .takeResult();
    if (!isIntact)
        return isIntact.error().code == ErrorCode::Corrupt ? Result<bool>(false) : Result<bool>(fail(isIntact));
    return *isIntact != 0;
}

// The damaged database: still in its place, or set aside by an attempt that was cut off.
QString damagedDatabase(const StoreFiles &files)
{
    if (QFileInfo::exists(files.database))
        return files.database;
    const QString pattern = QFileInfo(files.database).fileName() + asideMark + u'*';
    const QStringList aside = QDir(files.folder).entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : aside) {
        if (!name.endsWith(walMark) && !name.endsWith(markMark))
            return QDir(files.folder).filePath(name);
    }
    return {};
}

// The three files of the database change places; the keys stay.
Result<QString> exchange(const StoreFiles &files, const StoreFiles &fresh, const QString &damaged, const Clock &clock)
{
    QString aside = damaged;
    if (damaged == files.database) {
        aside += asideMark +
                 QDateTime::fromMSecsSinceEpoch(toMilliseconds(clock.now()), Qt::UTC).toString(u"yyyyMMddThhmmsszzz"_s);
        for (const auto &[from, to] : {std::pair(files.wal, QString(aside + walMark)),
                                       std::pair(files.mark, QString(aside + markMark)), std::pair(damaged, aside)}) {
            if (const Result<> moved = rename(from, to); !moved)
                return fail(moved);
        }
    }
    QFile::remove(files.walIndex);
    if (const Result<> synced = crypto::syncFolder(files.folder); !synced)
        return fail(synced);
    for (const auto &[from, to] : {std::pair(fresh.mark, files.mark), std::pair(fresh.database, files.database)}) {
        if (const Result<> moved = rename(from, to); !moved)
            return fail(moved);
    }
    if (const Result<> synced = crypto::syncFolder(files.folder); !synced)
        return fail(synced);
    QDir(fresh.folder).removeRecursively();
    return QFileInfo(aside).fileName();
}

Result<> makeFilled(const StoreFiles &files, const crypto::Secret &dataKey, const QUuid &storeUuid,
                    const SalvagedWork &work)
{
    const auto database = NewDatabase::make(files, dataKey, storeUuid);
    if (!database)
        return fail(database);
    return (*database)->finish([&work](Connection &connection) { return putBack(connection, work); });
}

} // namespace

Result<Store::Recovered> Store::recover(const QString &folder, const QString &agentName,
                                        const crypto::Secret &passphrase, const Clock &clock)
{
    const StoreFiles files(folder);
    if (QFileInfo::exists(files.database)) {
        const Result<bool> whole = isWhole(folder, agentName, passphrase, clock);
        if (!whole)
            return fail(whole);
        if (*whole)
            return fail(ErrorCode::InvalidInput, u"nothing is wrong with this store"_s);
    }
    if (const Result<> checked = checkFolder(files.folder); !checked)
        return fail(checked);
    const Result<std::unique_ptr<FolderLock>> lock = FolderLock::take(files.lock);
    if (!lock)
        return fail(lock);
    const QString damaged = damagedDatabase(files);
    if (damaged.isEmpty())
        return fail(ErrorCode::NotFound, u"no database in this folder"_s);
    const Result<crypto::KeySlots> slotsFile = crypto::KeySlots::read(files.keys);
    if (!slotsFile && slotsFile.error().code == ErrorCode::Corrupt) {
        return fail(ErrorCode::InvalidInput,
                    u"reeve.keys is damaged: put it back from a copy; the database is untouched"_s);
    }
    if (!slotsFile)
        return fail(slotsFile);
    const auto opened = crypto::openCounted(*slotsFile, files.tries, agentName, passphrase, clock);
    if (!opened)
        return fail(opened);

    StoreId id{};
    std::memcpy(id.data(), slotsFile->store().toRfc4122().constData(), id.size());
    const crypto::PageCipher cipher(crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::Pages));
    const SalvagedPages pages(damaged, damaged == files.database ? files.wal : damaged + walMark, cipher, id);
    if (pages.whole() == 0) {
        return fail(ErrorCode::InvalidInput, u"not one page opens with this reeve.keys: it belongs to another state of "
                                             "this store. Put back the one that lay beside this database"_s);
    }
    const SalvagedWork work = salvageWork(pages.rows());

    const StoreFiles fresh(files.folder + u"/recovering"_s);
    QDir(fresh.folder).removeRecursively(); // of an attempt that was cut off
    if (const Result<> made = crypto::makeFolder(fresh.folder); !made)
        return fail(made);
    if (const Result<> made = makeFilled(fresh, opened->dataKey, slotsFile->store(), work); !made) {
        QDir(fresh.folder).removeRecursively();
        return fail(made);
    }
    const Result<QString> aside = exchange(files, fresh, damaged, clock);
    if (!aside)
        return fail(aside);
    Recovered recovered;
    recovered.entries = static_cast<qint64>(work.entries.size());
    if (!work.entries.empty())
        recovered.missing = work.entries.back().sequence - work.entries.front().sequence + 1 - recovered.entries;
    recovered.drafts = static_cast<qint64>(work.drafts.size());
    recovered.damagedPages = pages.damaged();
    recovered.isEnrolled = work.desk.has_value();
    recovered.setAside = *aside;
    return recovered;
}

} // namespace reeve::store
