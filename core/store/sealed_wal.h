// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/sealed_store.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include <sqlite3.h>

namespace reeve::store {

// The WAL of one connection, as the VFS presents it. The pages in it are sealed; the file header (32 bytes) and the
// frame headers (24 bytes) lie open. Keeps the store's mark. Return values are SQLite's.
//
// SQLite writes frame after frame, header and page apart. What follows on each other is gathered and goes to the file
// in one piece: with the last frame of a commit, when the buffer is full, and before anything else is done with the
// file. Nobody can miss what is still gathered: other connections look only at what was committed.
//
// The file ends in zeros: it is made longer by a good deal at once (grow()).
class SealedWal final
{
public:
    static constexpr int headerSize = 32;
    static constexpr int frameHeaderSize = 24;
    static constexpr int frameSize = frameHeaderSize + crypto::PageCipher::pageSize;

    // `file`: open, and open for as long as this object is used.
    SealedWal(std::shared_ptr<SealedStore> store, sqlite3_file *file);

    [[nodiscard]] int read(void *target, int amount, sqlite3_int64 offset);
    [[nodiscard]] int write(const void *source, int amount, sqlite3_int64 offset);
    [[nodiscard]] int truncate(sqlite3_int64 size);
    [[nodiscard]] int sync(int flags);

private:
    using Frame = std::array<unsigned char, frameSize>;

    [[nodiscard]] int readFrame(unsigned char *target, quint32 frame);
    [[nodiscard]] int readPage(unsigned char *target, quint32 frame);
    [[nodiscard]] int writeHeader(const unsigned char *header);
    [[nodiscard]] int writeFrameHeader(const unsigned char *header, quint32 frame);
    [[nodiscard]] int writePage(const unsigned char *content, quint32 frame);
    [[nodiscard]] int writePageAgain(const unsigned char *content, quint32 frame);
    [[nodiscard]] int gather(const unsigned char *content, quint32 frame);
    [[nodiscard]] int flush();
    void grow(sqlite3_int64 end);

    std::shared_ptr<SealedStore> m_store;
    sqlite3_file *m_file;
    Frame m_frame{}; // scratch
    std::array<unsigned char, frameHeaderSize> m_header{};
    std::optional<quint32> m_pending;      // the frame whose header is in m_header, and whose page has not come yet
    std::vector<unsigned char> m_gathered; // whole frames, not yet in the file
    quint32 m_firstGathered = 0;
    sqlite3_int64 m_size = 0;  // of the file, as far as this connection knows
    bool m_mayGrow = true;     // there was room when it was last made longer
    quint32 m_lastWritten = 0; // highest frame written or gathered on this connection since the log began
};

// Where frame 1, 2, 3 … begins.
[[nodiscard]] constexpr sqlite3_int64 walFrameOffset(quint32 frame)
{
    return SealedWal::headerSize + static_cast<sqlite3_int64>(frame - 1) * SealedWal::frameSize;
}

} // namespace reeve::store
