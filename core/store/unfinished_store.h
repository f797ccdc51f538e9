// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/key_slots.h"
#include "core/store/folder_lock.h"
#include "core/store/make_database.h"
#include "core/store/store.h"

namespace reeve::store {

// A store in the making, for whoever has to ask somebody else before it may be one. Everything is on the disk but the
// name of its keys: until finish() the folder holds no store, open() answers NotFound, and whatever is left there when
// the program is killed goes with the next begin(). Used by one thread; keeps other processes out of the folder.
class UnfinishedStore final
{
public:
    // InvalidInput when a store is there already or the passphrase is shorter than 8 characters; NetworkShare,
    // ReadOnly, DiskFull, Io. Then the folder is as it was.
    [[nodiscard]] static Result<std::unique_ptr<UnfinishedStore>> begin(const Store::NewStore &request);
    UnfinishedStore(const UnfinishedStore &) = delete;
    UnfinishedStore &operator=(const UnfinishedStore &) = delete;
    // Unless it was finished, nothing is left, and neither is a folder that was made for it.
    ~UnfinishedStore();

    // Once: from here on it is a store, durably, with what `fill` wrote into it; a key that is not empty is the
    // council's that the recovery slot is sealed to. All or nothing: after an error it can only be destroyed.
    // DiskFull, Io, InvalidInput for such a key; what `fill` answers.
    [[nodiscard]] Result<> finish(const FirstContent &fill = {}, const QByteArray &councilPublicKey = {});

private:
    UnfinishedStore(const StoreFiles &files, QUuid store);
    [[nodiscard]] Result<> takeFolder();
    [[nodiscard]] Result<> make(const Store::NewStore &request);
    [[nodiscard]] Result<> nameKeys();

    const StoreFiles m_files;
    const crypto::Secret m_dataKey;
    crypto::KeySlots m_slots;
    bool m_isNewFolder = false;
    bool m_isOurs = false; // what is in the folder
    std::unique_ptr<FolderLock> m_lock;
    std::unique_ptr<NewDatabase> m_database;
};

} // namespace reeve::store
