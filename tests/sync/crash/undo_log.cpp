// SPDX-License-Identifier: MIT
#include "tests/sync/crash/undo_log.h"

#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace reeve::test {

namespace {

// Straight to the kernel: the functions of the C library are our own here.
std::string contentOf(int file, std::int64_t offset, std::uint64_t size)
{
    std::string bytes(size, '\0');
    const ssize_t got = pread64(file, bytes.data(), size, offset);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

// Files that are open for writing only cannot be read through their own descriptor.
class Reading final
{
public:
    explicit Reading(const std::string &path)
        : m_file(static_cast<int>(syscall(SYS_openat, AT_FDCWD, path.c_str(), O_RDONLY | O_CLOEXEC)))
    {}
    explicit Reading(int file) : Reading("/proc/self/fd/" + std::to_string(file)) {}
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;
    ~Reading()
    {
        if (m_file >= 0)
            syscall(SYS_close, m_file);
    }
    [[nodiscard]] int file() const { return m_file; }
    [[nodiscard]] std::string all() const
    {
        struct stat64 about = {};
        if (m_file < 0 || fstat64(m_file, &about) != 0)
            return {};
        return contentOf(m_file, 0, static_cast<std::uint64_t>(about.st_size));
    }

private:
    int m_file;
};

struct stat64 aboutFile(int file)
{
    struct stat64 about = {};
    fstat64(file, &about);
    return about;
}

struct stat64 aboutPath(const char *path)
{
    struct stat64 about = {};
    if (stat64(path, &about) != 0)
        about = {};
    return about;
}

} // namespace

UndoLog::UndoLog()
{
    const char *folder = std::getenv("REEVE_POWER_FOLDER");
    const char *log = std::getenv("REEVE_POWER_LOG");
    if (folder == nullptr || log == nullptr)
        return;
    m_folder = folder;
    m_log = static_cast<int>(
        syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, static_cast<mode_t>(0600)));
}

UndoLog &UndoLog::instance()
{
    static auto *log = new UndoLog; // never destroyed: others' destructors still write
    return *log;
}

bool UndoLog::isInside(std::string_view path) const
{
    return m_log >= 0 && path.substr(0, m_folder.size()) == m_folder &&
           (path.size() == m_folder.size() || path[m_folder.size()] == '/');
}

bool UndoLog::knows(int file) const
{
    return file >= 0 && file < mostFiles && m_known[file] != 0;
}

void UndoLog::forget(int file)
{
    if (file >= 0 && file < mostFiles)
        m_known[file] = 0;
}

int UndoLog::openKnown(const char *path, int flags, int (*call)(void *), void *argument)
{
    const bool isNew = (flags & O_CREAT) != 0 && (flags & O_TMPFILE) != O_TMPFILE && aboutPath(path).st_ino == 0;
    if ((flags & O_TRUNC) != 0 && !isNew) {
        const auto about = aboutPath(path);
        put('T', about.st_ino, 0, about.st_size, 0, path, Reading(path).all());
    }
    const int file = call(argument);
    if (file < 0 || file >= mostFiles)
        return file;
    if (isNew)
        noteCreation(path);
    // The WAL index is never synced, and made anew after a crash; the lock holds nothing.
    const std::string_view name(path);
    const bool isPassing = name.ends_with("-shm") || name.ends_with(".lock");
    m_known[file] = isPassing ? 0 : S_ISDIR(aboutFile(file).st_mode) ? 'd' : 'f';
    return file;
}

void UndoLog::put(char kind, std::uint64_t inode, std::int64_t offset, std::int64_t sizeBefore, std::uint64_t newLength,
                  std::string_view path, std::string_view before)
{
    std::string record(1, kind);
    const auto add = [&](const auto &value) { record.append(reinterpret_cast<const char *>(&value), sizeof value); };
    add(inode);
    add(offset);
    add(sizeBefore);
    add(newLength);
    add(static_cast<std::uint32_t>(path.size()));
    record += path;
    add(static_cast<std::uint64_t>(before.size()));
    record += before;
    syscall(SYS_write, m_log, record.data(), record.size());
}

void UndoLog::noteWrite(int file, std::int64_t offset, std::uint64_t size)
{
    const auto about = aboutFile(file);
    put('W', about.st_ino, offset, about.st_size, size, {}, contentOf(Reading(file).file(), offset, size));
}

void UndoLog::noteTruncation(int file, std::int64_t size)
{
    const auto about = aboutFile(file);
    std::string tail;
    if (size < about.st_size)
        tail = contentOf(Reading(file).file(), size, static_cast<std::uint64_t>(about.st_size - size));
    put('T', about.st_ino, size, about.st_size, static_cast<std::uint64_t>(size), {}, tail);
}

void UndoLog::noteSync(int file)
{
    put(m_known[file] == 'd' ? 'D' : 'S', aboutFile(file).st_ino, 0, 0, 0, {}, {});
}

void UndoLog::noteRemoval(const char *path)
{
    const auto about = aboutPath(path);
    if (about.st_ino != 0)
        put('U', about.st_ino, 0, about.st_size, 0, path, Reading(path).all());
}

void UndoLog::noteRename(const char *from, const char *to)
{
    const bool isReplacing = aboutPath(to).st_ino != 0;
    put('R', aboutPath(from).st_ino, isReplacing ? 1 : 0, 0, 0, std::string(from) + '\n' + to, Reading(to).all());
}

void UndoLog::noteCreation(const char *path)
{
    put('C', aboutPath(path).st_ino, 0, 0, 0, path, {});
}

void printWhatIsOpen(std::FILE *to)
{
    int threads = 0;
    if (DIR *tasks = opendir("/proc/self/task")) {
        while (const dirent *entry = readdir(tasks))
            threads += entry->d_name[0] != '.' ? 1 : 0;
        closedir(tasks);
    }
    std::fprintf(to, "\"threads\":%d,\"open\":[", threads);
    const char *separator = "";
    if (DIR *files = opendir("/proc/self/fd")) {
        while (const dirent *entry = readdir(files)) {
            char target[512] = {};
            if (entry->d_name[0] == '.' || std::atoi(entry->d_name) <= 2 ||
                readlinkat(dirfd(files), entry->d_name, target, sizeof target - 1) < 0)
                continue;
            std::fprintf(to, "%s\"%s\"", separator, target);
            separator = ",";
        }
        closedir(files);
    }
    std::fprintf(to, "]");
}

} // namespace reeve::test
