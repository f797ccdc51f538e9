// SPDX-License-Identifier: MIT
#include "core/store/sealed_wal.h"

#include "core/store/page_context.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace reeve::store {

namespace {

constexpr int pageSize = crypto::PageCipher::pageSize;
// SQLite's own VFS writes less than 128 KiB at once.
constexpr std::size_t mostGathered = std::size_t{31} * SealedWal::frameSize;
static_assert(mostGathered < 0x1ffff);
// How much longer the file becomes at once.
constexpr sqlite3_int64 growth = 1024 * 1024;

bool isCommit(const unsigned char *frameHeader)
{
    return qFromBigEndian<quint32>(frameHeader + 4) != 0; // database size after the commit
}

} // namespace

SealedWal::SealedWal(std::shared_ptr<SealedStore> store, sqlite3_file *file) : m_store(std::move(store)), m_file(file)
{}

int SealedWal::read(void *target, int amount, sqlite3_int64 offset)
{
    m_pending.reset(); // its page never came
    if (const int code = flush(); code != SQLITE_OK)
        return code;
    auto *bytes = static_cast<unsigned char *>(target);
    if (offset + amount <= headerSize) {
        const int code = m_file->pMethods->xRead(m_file, target, amount, offset);
        if (code == SQLITE_OK && offset == 0 && amount == headerSize) {
            m_store->setWalHeader(bytes);
        }
        return code;
    }
    if (offset < headerSize)
        return SQLITE_IOERR_READ;

    const auto frame = static_cast<quint32>((offset - headerSize) / frameSize + 1);
    const auto within = static_cast<int>((offset - headerSize) % frameSize);
    if (within == frameHeaderSize && amount == pageSize)
        return readPage(bytes, frame);
    if (within == 0 && amount == frameSize)
        return readFrame(bytes, frame);
    if (within + amount <= frameHeaderSize)
        return m_file->pMethods->xRead(m_file, target, amount, offset);
    return SQLITE_IOERR_READ;
}

// A page that SQLite knows to be in the log.
int SealedWal::readPage(unsigned char *target, quint32 frame)
{
    const int code = m_file->pMethods->xRead(m_file, m_frame.data(), frameSize, walFrameOffset(frame));
    if (code != SQLITE_OK)
        return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : code;
    const PageContext context = walPage(m_store->id, m_store->walSalts(), m_frame.data(), frame);
    return m_store->cipher.open(m_frame.data() + frameHeaderSize, target, context) ? SQLITE_OK : SQLITE_IOERR_DATA;
}

// Recovery asks for whole frames until one is not valid. What was torn by a power cut, or is left from before the last
// reset, is simply the end of the log: zeros, which SQLite takes for no frame. Within what was durable it is damage.
int SealedWal::readFrame(unsigned char *target, quint32 frame)
{
    const int code = m_file->pMethods->xRead(m_file, m_frame.data(), frameSize, walFrameOffset(frame));
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return code;

    std::memcpy(target, m_frame.data(), frameHeaderSize);
    const PageContext context = walPage(m_store->id, m_store->walSalts(), m_frame.data(), frame);
    if (code == SQLITE_OK && m_store->cipher.open(m_frame.data() + frameHeaderSize, target + frameHeaderSize, context))
        return SQLITE_OK;

    std::memset(target, 0, frameSize);
    const WalExtent durable = m_store->mark->extent();
    if (frame <= m_lastWritten || (durable.header == m_store->wal().header && frame <= durable.frames))
        return SQLITE_IOERR_DATA;
    return code;
}

int SealedWal::write(const void *source, int amount, sqlite3_int64 offset)
{
    const auto *bytes = static_cast<const unsigned char *>(source);
    if (offset == 0 && amount == headerSize)
        return writeHeader(bytes);
    if (offset < headerSize)
        return SQLITE_IOERR_WRITE;

    const auto frame = static_cast<quint32>((offset - headerSize) / frameSize + 1);
    const auto within = static_cast<int>((offset - headerSize) % frameSize);
    if (within == 0 && amount == frameHeaderSize)
        return writeFrameHeader(bytes, frame);
    if (within == frameHeaderSize && amount == pageSize)
        return writePage(bytes, frame);
    return SQLITE_IOERR_WRITE; // only where sectors are padded, which xDeviceCharacteristics rules out
}

// A new log begins.
int SealedWal::writeHeader(const unsigned char *header)
{
    m_pending.reset();
    m_gathered.clear();
    if (!m_store->mark->forget())
        return SQLITE_IOERR_WRITE;
    m_lastWritten = 0;
    m_store->setWalHeader(header);
    m_store->setLastCommit(0);
    return m_file->pMethods->xWrite(m_file, header, headerSize, 0);
}

int SealedWal::writeFrameHeader(const unsigned char *header, quint32 frame)
{
    m_pending.reset();
    // SQLite corrects the checksums of frames that it wrote before; no page follows then.
    if (frame <= m_lastWritten) {
        if (const int code = flush(); code != SQLITE_OK)
            return code;
        return m_file->pMethods->xWrite(m_file, header, frameHeaderSize, walFrameOffset(frame));
    }
    std::memcpy(m_header.data(), header, frameHeaderSize);
    m_pending = frame;
    return SQLITE_OK;
}

int SealedWal::writePage(const unsigned char *content, quint32 frame)
{
    if (!isReserveZero(content))
        return SQLITE_IOERR_WRITE;
    const bool isNew = m_pending == frame;
    m_pending.reset();
    return isNew ? gather(content, frame) : writePageAgain(content, frame);
}

int SealedWal::gather(const unsigned char *content, quint32 frame)
{
    const bool follows = frame == m_firstGathered + m_gathered.size() / frameSize;
    if (!m_gathered.empty() && (!follows || m_gathered.size() == mostGathered)) {
        if (const int code = flush(); code != SQLITE_OK)
            return code;
    }
    if (m_gathered.empty()) {
        m_gathered.reserve(mostGathered);
        m_firstGathered = frame;
    }

    const std::size_t start = m_gathered.size();
    m_gathered.resize(start + frameSize);
    std::memcpy(m_gathered.data() + start, m_header.data(), frameHeaderSize);
    const PageContext context = walPage(m_store->id, m_store->walSalts(), m_header.data(), frame);
    m_store->cipher.seal(content, m_gathered.data() + start + frameHeaderSize, context);
    m_lastWritten = std::max(m_lastWritten, frame);

    if (!isCommit(m_header.data()))
        return SQLITE_OK;
    if (const int code = flush(); code != SQLITE_OK)
        return code;
    if (const sqlite3_int64 end = walFrameOffset(frame + 1); end > m_size)
        grow(end);
    m_store->setLastCommit(frame);
    return SQLITE_OK;
}

// A page that this transaction wrote before and changed again, or one of a transaction that was rolled back. Its header
// is in the file.
int SealedWal::writePageAgain(const unsigned char *content, quint32 frame)
{
    if (const int code = flush(); code != SQLITE_OK)
        return code;
    int code = m_file->pMethods->xRead(m_file, m_frame.data(), frameHeaderSize, walFrameOffset(frame));
    if (code != SQLITE_OK)
        return code;
    const PageContext context = walPage(m_store->id, m_store->walSalts(), m_frame.data(), frame);
    m_store->cipher.seal(content, m_frame.data() + frameHeaderSize, context);
    code = m_file->pMethods->xWrite(m_file, m_frame.data() + frameHeaderSize, pageSize,
                                    walFrameOffset(frame) + frameHeaderSize);
    if (code == SQLITE_OK && isCommit(m_frame.data()))
        m_store->setLastCommit(frame);
    return code;
}

int SealedWal::flush()
{
    if (m_gathered.empty())
        return SQLITE_OK;
    const sqlite3_int64 start = walFrameOffset(m_firstGathered);
    const auto size = static_cast<int>(m_gathered.size());
    const int code = m_file->pMethods->xWrite(m_file, m_gathered.data(), size, start);
    m_gathered.clear();
    if (code != SQLITE_OK)
        m_lastWritten = std::min(m_lastWritten, m_firstGathered - 1);
    return code;
}

// Zeros behind the last frame, which are no frame to anybody, as room for those to come: to write over what the file
// has costs the disk a fraction of what making it longer does. A disk that is nearly full keeps its room for what must
// be kept.
void SealedWal::grow(sqlite3_int64 end)
{
    static constexpr std::array<unsigned char, 64 * 1024> zeros{};
    if (m_file->pMethods->xFileSize(m_file, &m_size) != SQLITE_OK || m_size > end || !m_mayGrow)
        return;
    const sqlite3_int64 target = (end / growth + 1) * growth;
    for (m_size = end; m_size < target && m_mayGrow;) {
        const auto piece = static_cast<int>(std::min<sqlite3_int64>(target - m_size, zeros.size()));
        m_mayGrow = m_file->pMethods->xWrite(m_file, zeros.data(), piece, m_size) == SQLITE_OK;
        m_size += piece;
    }
    if (!m_mayGrow) {
        m_file->pMethods->xTruncate(m_file, end);
        m_size = end;
    }
}

int SealedWal::truncate(sqlite3_int64 size)
{
    m_pending.reset();
    if (const int code = flush(); code != SQLITE_OK)
        return code;
    const WalExtent durable = m_store->mark->extent();
    const bool isCut = size < headerSize + static_cast<sqlite3_int64>(durable.frames) * frameSize;
    if (isCut && !m_store->mark->forget())
        return SQLITE_IOERR_TRUNCATE;
    m_size = std::min(m_size, size);
    return m_file->pMethods->xTruncate(m_file, size);
}

int SealedWal::sync(int flags)
{
    if (const int flushed = flush(); flushed != SQLITE_OK)
        return flushed;
    const WalExtent wal = m_store->wal(); // before the sync: another connection may write meanwhile
    const int code = m_file->pMethods->xSync(m_file, flags);
    if (code == SQLITE_OK && wal.frames > 0)
        m_store->mark->record(wal);
    return code;
}

} // namespace reeve::store
