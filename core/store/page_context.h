// SPDX-License-Identifier: MIT
#pragma once

#include "core/crypto/page_cipher.h"
#include "core/store/wal_mark.h"

#include <array>

namespace reeve::store {

// Where a sealed page belongs, bound to it as associated data: kind of file, store, page number, and within the WAL
// the frame's number, the size of the database after its commit, and the salts of that WAL.
using PageContext = std::array<unsigned char, 37>;

[[nodiscard]] PageContext databasePage(const StoreId &store, quint32 page);

// `salts`: the 8 bytes in the WAL's file header. `frameHeader`: the 24 bytes in front of the page; of these only page
// number and database size, for SQLite fills in the rest later when a transaction writes a page twice. `frame` counts
// from 1.
[[nodiscard]] PageContext walPage(const StoreId &store, quint64 salts, const unsigned char *frameHeader, quint32 frame);

// SQLite sums its checksums over whole pages, our 40 bytes too: they are zero on its side, always.
[[nodiscard]] bool isReserveZero(const unsigned char *content);

} // namespace reeve::store
