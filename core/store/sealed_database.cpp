// SPDX-License-Identifier: MIT
#include "core/store/sealed_database.h"

#include "core/store/page_context.h"

#include <cstring>

namespace reeve::store {

namespace {

constexpr int pageSize = crypto::PageCipher::pageSize;
constexpr int fileHeaderSize = 100;

// The first 100 bytes of a database of ours, as far as its geometry goes.
void fillGeometry(unsigned char *header)
{
    std::memset(header, 0, fileHeaderSize);
    std::memcpy(header, "SQLite format 3", 16);
    header[16] = pageSize >> 8;
    header[18] = 2; // written and read in WAL mode
    header[19] = 2;
    header[20] = crypto::PageCipher::overhead;
    header[21] = 64; // fixed by the file format
    header[22] = 32;
    header[23] = 32;
}

} // namespace

SealedDatabase::SealedDatabase(std::shared_ptr<SealedStore> store, sqlite3_file *file)
    : m_store(std::move(store)),
      m_file(file)
{}

int SealedDatabase::readPage(sqlite3_int64 page, unsigned char *content)
{
    const int code = m_file->pMethods->xRead(m_file, m_sealed.data(), pageSize, page * pageSize);
    if (code == SQLITE_IOERR_SHORT_READ) {
        sqlite3_int64 size = 0;
        if (const int sized = m_file->pMethods->xFileSize(m_file, &size); sized != SQLITE_OK)
            return sized;
        std::memset(content, 0, pageSize);
        return size > page * pageSize ? SQLITE_IOERR_DATA : SQLITE_IOERR_SHORT_READ; // part of a page; past the end
    }
    if (code != SQLITE_OK)
        return code;
    const PageContext context = databasePage(m_store->id, static_cast<quint32>(page + 1));
    return m_store->cipher.open(m_sealed.data(), content, context) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

int SealedDatabase::read(void *target, int amount, sqlite3_int64 offset)
{
    if (amount == pageSize && offset % pageSize == 0)
        return readPage(offset / pageSize, static_cast<unsigned char *>(target));

    // Less than a page: the file header and the change counter.
    const sqlite3_int64 start = offset % pageSize;
    if (start + amount > pageSize)
        return SQLITE_IOERR_READ;
    const int code = readPage(offset / pageSize, m_content.data());
    if (code == SQLITE_IOERR_DATA && offset == 0 && amount == fileHeaderSize) {
        // SQLite asks for the geometry when it opens the file, before it looks into the WAL. A power cut during a
        // checkpoint may have torn page 1, which is no damage then: the WAL holds it still. If it does not, reading
        // the page itself fails. So the geometry is given as it must be; nothing else comes out of this.
        fillGeometry(static_cast<unsigned char *>(target));
        return SQLITE_OK;
    }
    std::memcpy(target, m_content.data() + start, static_cast<std::size_t>(amount));
    return code;
}

int SealedDatabase::write(const void *source, int amount, sqlite3_int64 offset)
{
    const auto *content = static_cast<const unsigned char *>(source);
    if (amount != pageSize || offset % pageSize != 0 || !isReserveZero(content))
        return SQLITE_IOERR_WRITE;
    const PageContext context = databasePage(m_store->id, static_cast<quint32>(offset / pageSize + 1));
    m_store->cipher.seal(content, m_sealed.data(), context);
    return m_file->pMethods->xWrite(m_file, m_sealed.data(), pageSize, offset);
}

int SealedDatabase::truncate(sqlite3_int64 size)
{
    return m_file->pMethods->xTruncate(m_file, size);
}

int SealedDatabase::sync(int flags)
{
    return m_file->pMethods->xSync(m_file, flags);
}

} // namespace reeve::store
