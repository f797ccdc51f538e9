// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <string_view>

namespace reeve::test {

// What was in the files of one folder before each change to them, so that the changes can be undone from the last to
// the first. Binary, in the machine's byte order; tests/sync/crash/disk.py reads it. One record:
//   kind (1 byte): W write, T truncation, S sync, D sync of the folder, C creation, R rename, U removal
//   inode u64, offset i64, size before i64, new length u64, path length u32, path, bytes before u64, bytes before
// A rename holds "from\nto" as its path, and the bytes of what it replaced; offset is 1 when there was something.
class UndoLog final
{
public:
    static UndoLog &instance();

    [[nodiscard]] bool isInside(std::string_view path) const;
    [[nodiscard]] bool knows(int file) const;
    void forget(int file);

    template <typename Open>
    int open(const char *path, int flags, Open below)
    {
        if (!isInside(path))
            return below();
        const std::scoped_lock lock(mutex);
        return openKnown(
            path, flags, [](void *call) { return (*static_cast<Open *>(call))(); }, &below);
    }

    // Before they happen, with `mutex` held.
    void noteWrite(int file, std::int64_t offset, std::uint64_t size);
    void noteTruncation(int file, std::int64_t size);
    void noteSync(int file);
    void noteRemoval(const char *path);
    void noteRename(const char *from, const char *to);
    // After it happened.
    void noteCreation(const char *path);

    std::mutex mutex;

private:
    UndoLog();
    int openKnown(const char *path, int flags, int (*call)(void *), void *argument);
    void put(char kind, std::uint64_t inode, std::int64_t offset, std::int64_t sizeBefore, std::uint64_t newLength,
             std::string_view path, std::string_view before);

    static constexpr int mostFiles = 4096;
    std::string m_folder;
    int m_log = -1;
    char m_known[mostFiles] = {}; // f: a file of the folder, d: the folder itself
};

// "threads":N,"open":["…"] of this process.
void printWhatIsOpen(std::FILE *to);

} // namespace reeve::test
