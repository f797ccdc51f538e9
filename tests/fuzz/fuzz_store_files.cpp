// SPDX-License-Identifier: MIT
// The files of a store without a reader's key: header of the database, mark and write-ahead log. The first byte says
// how many frames the mark counts; the rest is the file.
#include "tests/fuzz/in_memory_file.h"
#include "tests/fuzz/target.h"

#include "core/store/sealed_store.h"
#include "core/store/store_folder.h"
#include "core/store/wal_check.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace reeve;

namespace {

// A store whose mark says that the log with that header had so many durable frames.
std::unique_ptr<store::SealedStore> sealedStore(const store::WalExtent &durable)
{
    static const QTemporaryDir folder(QStringLiteral("/dev/shm/fuzz-XXXXXX"));
    static const crypto::Secret key = crypto::Secret::random(32);
    const store::StoreId id{1, 2, 3};
    const QString path = folder.filePath(QStringLiteral("reeve.mark"));
    QFile::remove(path);
    auto mark = store::WalMark::create(path, key, id);
    fuzz::mustHold(mark.has_value(), "a mark can be made");
    (*mark)->record(durable);
    return std::make_unique<store::SealedStore>(crypto::PageCipher(key), id, std::move(*mark));
}

} // namespace

REEVE_FUZZ_TARGET(store_files)
{
    if (input.isEmpty())
        return;
    const fuzz::InMemoryFile whole(input.sliced(1));
    static_cast<void>(store::checkDatabaseFile(whole.path()));

    static const crypto::Secret other = crypto::Secret::random(32);
    fuzz::mustHold(!store::WalMark::open(whole.path(), other, store::StoreId{}), "no mark authenticates by chance");

    store::WalExtent durable;
    durable.frames = static_cast<unsigned char>(input.front());
    const QByteArrayView log = input.sliced(1);
    std::copy_n(log.begin(), std::min<qsizetype>(log.size(), 32), durable.header.begin());
    const auto sealed = sealedStore(durable);
    const auto checked = store::checkWal(whole.path(), *sealed);
    fuzz::mustHold(checked.has_value() == (durable.frames == 0), "no log authenticates by chance");
}
