// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/page_cipher.h"
#include "core/store/wal_mark.h"

#include <cstring>
#include <memory>
#include <mutex>

namespace reeve::store {

// What the VFS needs to know of one store: shared by all its connections. Thread-safe.
class SealedStore final
{
public:
    SealedStore(crypto::PageCipher pageCipher, const StoreId &storeId, std::unique_ptr<WalMark> walMark)
        : cipher(std::move(pageCipher)),
          id(storeId),
          mark(std::move(walMark))
    {}

    const crypto::PageCipher cipher;
    const StoreId id;
    const std::unique_ptr<WalMark> mark;

    // The WAL in use: its header was read or written.
    void setWalHeader(const unsigned char *header)
    {
        const std::scoped_lock lock(m_mutex);
        std::memcpy(m_wal.header.data(), header, m_wal.header.size());
        std::memcpy(&m_salts, header + 16, sizeof m_salts);
    }
    // Its last commit frame that was written, if not yet synced.
    void setLastCommit(quint64 frame)
    {
        const std::scoped_lock lock(m_mutex);
        m_wal.frames = frame;
    }
    [[nodiscard]] WalExtent wal() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_wal;
    }
    [[nodiscard]] quint64 walSalts() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_salts;
    }

private:
    mutable std::mutex m_mutex; // guards what follows
    WalExtent m_wal;
    quint64 m_salts = 0;
};

} // namespace reeve::store
