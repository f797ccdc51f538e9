// SPDX-License-Identifier: MIT
#include "core/store/store.h"

#include "core/base/logging.h"
#include "core/crypto/counted_sign_in.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/key_slots.h"
#include "core/store/folder_lock.h"
#include "core/store/index_keeper.h"
#include "core/store/migrator.h"
#include "core/store/page_vfs.h"
#include "core/store/reserve.h"
#include "core/store/sealed_store.h"
#include "core/store/store_erasure.h"
#include "core/store/store_folder.h"
#include "core/store/store_rotation.h"
#include "core/store/store_thread.h"
#include "core/store/wal_check.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <cstring>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

StoreId storeIdOf(const crypto::KeySlots &slotsFile)
{
    StoreId id{};
    const QByteArray bytes = slotsFile.store().toRfc4122();
    std::memcpy(id.data(), bytes.constData(), id.size());
    return id;
}

std::shared_ptr<SealedStore> sealedStore(const crypto::Secret &dataKey, const StoreId &id,
                                         std::unique_ptr<WalMark> mark)
{
    return std::make_shared<SealedStore>(crypto::PageCipher(crypto::deriveKey(dataKey, crypto::KeyPurpose::Pages)), id,
                                         std::move(mark));
}

// A database of a newer Reeve must stay as it is, its WAL too: closing does not checkpoint until it is known that this
// is not one.
Result<std::unique_ptr<Connection>> openChecked(const QString &database, const std::vector<Migration> &migrations)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(database, Connection::Access::ReadWrite);
    if (!connection)
        return connection;
    (*connection)->setCheckpointOnClose(false);
    if (const Result<> checked = checkVersion(**connection, migrations); !checked)
        return fail(checked);
    const Result<qint64> version = (*connection)->integerOf(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version);
    if (*version == 0 && !migrations.empty())
        return fail(ErrorCode::Corrupt, u"the database is empty"_s);
    if (const Result<> migrated = migrate(**connection, migrations); !migrated)
        return fail(migrated);
    (*connection)->setCheckpointOnClose(true);
    return connection;
}

} // namespace

class Store::Private
{
public:
    explicit Private(const QString &storeFolder) : files(storeFolder), reserve(files.reserve) {}

    [[nodiscard]] Result<> open(const QString &agent, const crypto::Secret &passphrase, const Clock &clock);
    [[nodiscard]] Result<> openDatabase();

    const StoreFiles files;
    QString agentName;
    crypto::Secret dataKey; // for changes of the key slots
    std::atomic<bool> isErased = false;
    mutable std::mutex keysMutex;
    // In this order: the threads end before the keys go, and the lock is given up last.
    std::unique_ptr<FolderLock> lock;
    Reserve reserve;
    std::unique_ptr<PageKeyRegistration> registration;
    StoreThread writer{Connection::Access::ReadWrite, &reserve};
    StoreThread reader{Connection::Access::ReadOnly};
    std::unique_ptr<IndexKeeper> index;
};

Result<> Store::Private::open(const QString &agent, const crypto::Secret &passphrase, const Clock &clock)
{
    // From the outside in: nothing is written before everything that can be refused was.
    if (const Result<> checked = checkFolder(files.folder); !checked)
        return checked;
    if (!QFileInfo::exists(files.database) && !QFileInfo::exists(files.keys) && !QFileInfo::exists(files.wiping)) {
        if (!epitaph(files.folder).isEmpty())
            return fail(ErrorCode::DeviceRevoked, u"this store was wiped by order of the council"_s);
        return fail(ErrorCode::NotFound, u"no store in this folder"_s);
    }
    Result<std::unique_ptr<FolderLock>> locked = FolderLock::take(files.lock);
    if (!locked)
        return fail(locked);
    lock = std::move(*locked);
    if (const Result<> finished = finishErasing(files); !finished)
        return finished;
    if (const Result<> finished = finishRotation(files); !finished)
        return finished;

    if (const Result<> checked = checkDatabaseFile(files.database); !checked)
        return checked;
    if (const Result<> checked = checkWritable(files); !checked)
        return checked;
    const Result<crypto::KeySlots> slotsFile = crypto::KeySlots::read(files.keys);
    if (!slotsFile)
        return fail(slotsFile);
    const Result<crypto::KeySlots::Opened> opened =
        crypto::openCounted(*slotsFile, files.tries, agent, passphrase, clock);
    if (!opened)
        return fail(opened);
    forgetErasing(files);
    agentName = opened->agent;
    dataKey = opened->dataKey;

    const StoreId id = storeIdOf(*slotsFile);
    Result<std::unique_ptr<WalMark>> mark =
        WalMark::open(files.mark, crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::WalMark), id);
    if (!mark)
        return fail(mark);
    std::shared_ptr<SealedStore> sealed = sealedStore(opened->dataKey, id, std::move(*mark));
    if (const Result<> checked = checkWal(files.wal, *sealed); !checked)
        return checked;
    Result<std::unique_ptr<PageKeyRegistration>> registered =
        PageKeyRegistration::add(files.database, std::move(sealed));
    if (!registered)
        return fail(registered);
    registration = std::move(*registered);
    return openDatabase();
}

Result<> Store::Private::openDatabase()
{
    const Result<std::vector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return fail(migrations);
    reserve.make();
    const bool hadWal = QFileInfo::exists(files.wal);
    const bool hadWalIndex = QFileInfo::exists(files.walIndex);
    if (const Result<> started = writer.start([&] { return openChecked(files.database, *migrations); }); !started) {
        // SQLite leaves these when it does not checkpoint; of a refusal nothing is to be left.
        if (!hadWal && QFileInfo(files.wal).size() == 0)
            QFile::remove(files.wal);
        if (!hadWalIndex)
            QFile::remove(files.walIndex);
        return started;
    }
    index = std::make_unique<IndexKeeper>(writer);
    const auto openReader = [&]() -> Result<std::unique_ptr<Connection>> {
        auto connection = Connection::open(files.database, Connection::Access::ReadOnly);
        if (connection)
            (*connection)->setPersonIndex(index->index());
        return connection;
    };
    if (const Result<> started = reader.start(openReader); !started)
        return started;
    return index->start(openReader);
}

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const QString &agentName,
                                           const crypto::Secret &passphrase, const Clock &clock)
{
    auto d = std::make_unique<Private>(folder);
    Result<> opened = d->open(agentName, passphrase, clock);
    if (!opened && opened.error().code == ErrorCode::DiskFull) {
        // Counting the try and the index of the WAL need a few kilobytes that are not there.
        d.reset();
        d = std::make_unique<Private>(folder);
        d->reserve.giveUp();
        opened = d->open(agentName, passphrase, clock);
        if (!opened)
            d->reserve.keep();
    }
    if (!opened) {
        qCInfo(logStore) << "store not opened:" << errorName(opened.error().code) << opened.error().detail;
        if (d->lock)
            d->lock->removeIfNew();
        return fail(opened);
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Result<QStringList> Store::agentNames(const QString &folder)
{
    const Result<crypto::KeySlots> slotsFile = crypto::KeySlots::read(StoreFiles(folder).keys);
    if (!slotsFile)
        return fail(slotsFile);
    return slotsFile->agentNames();
}

Store::Store(std::unique_ptr<Private> priv) : d(std::move(priv)) {}

Store::~Store()
{
    // Queued work is done, then the reader goes first: closing the last connection, the writer's, moves everything
    // into the database and removes the WAL.
    d->reader.stop();
    if (d->index)
        d->index->stop();
    d->writer.stop();
    if (!d->isErased)
        d->reserve.keep();
}

Result<> Store::changeKeys(const ChangeKeys &change) const
{
    const std::scoped_lock lock(d->keysMutex);
    Result<crypto::KeySlots> slotsFile = crypto::KeySlots::read(d->files.keys);
    if (!slotsFile)
        return fail(slotsFile);
    // Altered since it was opened? Its slots are not to be signed anew then.
    if (const Result<> checked = slotsFile->authenticate(d->dataKey); !checked)
        return checked;
    if (const Result<> changed = change(*slotsFile, d->dataKey); !changed)
        return changed;
    return slotsFile->save(d->files.keys, d->dataKey);
}

void Store::markErased() const noexcept
{
    d->isErased = true;
    d->index->abandon();
}

QString Store::agentName() const
{
    return d->agentName;
}

QString Store::folder() const
{
    return d->files.folder;
}

void Store::enqueue(Lane lane, Body body, Finish finish)
{
    // Looked at when its turn comes: of a store that was erased nothing is acknowledged, queued before or not.
    Body unlessErased = [body = std::move(body), &isErased = d->isErased,
                         index = d->index->index()](Connection &connection) -> Result<> {
        if (isErased)
            return fail(ErrorCode::DeviceRevoked, u"this store was wiped by order of the council"_s);
        connection.setPersonIndex(index);
        return body(connection);
    };
    if (lane == Lane::Reader) {
        d->reader.enqueue(std::move(unlessErased), std::move(finish));
        return;
    }
    d->writer.enqueue(
        [unlessErased = std::move(unlessErased), keeper = d->index.get()](Connection &connection) {
            keeper->settle(false); // what a first try proposed that found no room
            return unlessErased(connection);
        },
        [finish = std::move(finish), keeper = d->index.get()](const Result<> &outcome) {
            keeper->settle(outcome.has_value());
            finish(outcome);
            keeper->written();
        },
        lane == Lane::GoingOn ? StoreThread::Purpose::GoingOn : StoreThread::Purpose::NewWork);
}

bool Store::hasRoom() const noexcept
{
    return d->writer.hasRoom();
}

Result<> Store::awaitIndex()
{
    return d->index->await();
}

Store::IndexProgress Store::indexProgress() const
{
    const PersonIndex::Progress progress = d->index->index()->progress();
    return {progress.known, progress.missing};
}

} // namespace reeve::store
