// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <QString>

#include <array>
#include <memory>
#include <mutex>

namespace reeve::store {

using WalHeader = std::array<unsigned char, 32>;
using StoreId = std::array<unsigned char, 16>;

// What reeve.mark remembers: the WAL with this file header held `frames` frames that were durable.
struct WalExtent
{
    WalHeader header{};
    quint64 frames = 0;

    friend bool operator==(const WalExtent &, const WalExtent &) = default;
};

// The file reeve.mark: how much of the WAL was durable, so that a WAL which lost its end is noticed. SQLite alone
// takes a shorter WAL for a complete one, and what was acknowledged would silently be gone.
//
// The mark may be behind the WAL, never ahead of it, whatever the moment of a crash or power cut:
//   commit        frames are written and synced, then the mark moves. Cut before the mark: it is behind.
//                 It is written without a sync: after a power cut it is any of its former values, each of them true,
//                 since nothing that it counts is taken back before it is reset.
//   reset         before the WAL gets a new header, is cut or removed, the mark is set to "none" and synced, in both
//                 slots, so that no older value can come back. SQLite resets a WAL only when all of it is in the
//                 synced database; cut after the mark and before the reset: "none", and the old WAL is read once more.
//   torn write    two slots take turns; a slot that does not authenticate is passed over for the other.
//   roll-back     counts up to the last commit frame only: what was written for a transaction that was rolled back
//                 is overwritten later, and may be torn then.
// Thread-safe.
class WalMark final
{
public:
    // Makes the file with "none", synced. `key`: 32 bytes.
    [[nodiscard]] static Result<std::unique_ptr<WalMark>> create(const QString &file, crypto::Secret key,
                                                                 const StoreId &store);
    // Corrupt when it is missing, or neither slot authenticates.
    [[nodiscard]] static Result<std::unique_ptr<WalMark>> open(const QString &file, crypto::Secret key,
                                                               const StoreId &store);

    WalMark(const WalMark &) = delete;
    WalMark &operator=(const WalMark &) = delete;
    ~WalMark();

    [[nodiscard]] WalExtent extent() const;

    // After a sync of the WAL. Not synced itself. A failure only leaves the mark behind.
    void record(const WalExtent &extent);

    // Before the WAL is reset: "none", synced. False when that failed; the WAL must stay as it is then.
    [[nodiscard]] bool forget();

private:
    WalMark(int file, crypto::Secret key, const StoreId &store);
    [[nodiscard]] bool write(int slot, const WalExtent &extent);
    [[nodiscard]] bool load();

    const int m_file;
    const crypto::Secret m_key;
    const StoreId m_store;
    mutable std::mutex m_mutex; // guards what follows
    WalExtent m_extent;
    quint64 m_sequence = 0;
};

} // namespace reeve::store
