// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/sealed_store.h"

#include <array>
#include <memory>

#include <sqlite3.h>

namespace reeve::store {

// The main database file of one connection, as the VFS presents it: sealed on disk, plain to SQLite. Return values
// are SQLite's.
class SealedDatabase final
{
public:
    // `file`: open, and open for as long as this object is used.
    SealedDatabase(std::shared_ptr<SealedStore> store, sqlite3_file *file);

    [[nodiscard]] int read(void *target, int amount, sqlite3_int64 offset);
    [[nodiscard]] int write(const void *source, int amount, sqlite3_int64 offset);
    [[nodiscard]] int truncate(sqlite3_int64 size);
    [[nodiscard]] int sync(int flags);

private:
    [[nodiscard]] int readPage(sqlite3_int64 page, unsigned char *content);

    std::shared_ptr<SealedStore> m_store;
    sqlite3_file *m_file;
    std::array<unsigned char, crypto::PageCipher::pageSize> m_sealed{};
    std::array<unsigned char, crypto::PageCipher::pageSize> m_content{};
};

} // namespace reeve::store
