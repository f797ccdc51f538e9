// SPDX-License-Identifier: MIT
// Preloaded (LD_PRELOAD) into a real program of ours: ends it at a named place, and notes what each write, cut, rename
// and removal in one folder took away, so that disk.py can afterwards undo all that was not synced, as a power cut
// does. Nothing in the programs knows of it.
//
//   REEVE_POWER_FOLDER  the store; writes elsewhere are none of our business
//   REEVE_POWER_LOG     where the notes go (disk.py reads them)
//   REEVE_CRASH         PLACE:N:WHEN[:SQL] – ends the process with 9 at the N-th hit. PLACE: write, sync, name (rename,
//                       link, removal, truncation), print (to standard output), send, recv, step (an SQL statement
//                       that contains SQL). WHEN: before, half (write, send, print), after
//   REEVE_CRASH_COUNTS  where to say at exit how often each place was passed, and what was left open
//   REEVE_CRASH_SQL     the text that the steps are counted by, for REEVE_CRASH_COUNTS
//   REEVE_MUTANT        breaks a promise on purpose: M5-off, M5-normal, M9
#include "tests/sync/crash/undo_log.h"

#include <sqlite3.h>

#include <atomic>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct pg_result;

namespace {

using reeve::test::UndoLog;

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

const char *setting(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? value : "";
}

enum class Place { Write, Sync, Name, Print, Send, Receive, Step };
constexpr const char *placeNames[] = {"write", "sync", "name", "print", "send", "recv", "step"};
enum class When { Before, Half, After };

// What is to happen, and how far we are.
class Plan final
{
public:
    Plan()
    {
        const std::string text = setting("REEVE_CRASH");
        const auto first = text.find(':');
        const auto second = text.find(':', first + 1);
        const auto third = text.find(':', second + 1);
        sql = setting("REEVE_CRASH_SQL");
        if (first == std::string::npos || second == std::string::npos)
            return;
        for (int i = 0; i < 7; ++i) {
            if (text.compare(0, first, placeNames[i]) == 0)
                m_place = i;
        }
        m_hit = std::atoll(text.c_str() + first + 1);
        const std::string when = text.substr(second + 1, third == std::string::npos ? third : third - second - 1);
        m_when = when == "half" ? When::Half : when == "after" ? When::After : When::Before;
        if (third != std::string::npos)
            sql = text.substr(third + 1);
    }

    // Counts one hit: whether the process is to end here.
    bool isDue(Place place, When &when)
    {
        const long long hit = ++counts[static_cast<int>(place)];
        when = m_when;
        return m_place == static_cast<int>(place) && hit == m_hit;
    }

    std::string sql;
    std::atomic<long long> counts[7] = {};

private:
    int m_place = -1;
    long long m_hit = 0;
    When m_when = When::Before;
};

Plan &plan()
{
    static auto *made = new Plan; // never destroyed: others' destructors still write
    return *made;
}

[[noreturn]] void end()
{
    _exit(9);
}

// Makes `act` happen wholly, not at all, or by half, where the process is to end.
template <typename Act, typename HalfAct>
auto passing(Place place, Act act, HalfAct half)
{
    When when = When::Before;
    if (!plan().isDue(place, when))
        return act();
    if (when == When::Half)
        half();
    else if (when == When::After)
        act();
    end();
}

template <typename Act>
auto passing(Place place, Act act)
{
    return passing(place, act, act);
}

void reportAtExit()
{
    const char *name = setting("REEVE_CRASH_COUNTS");
    std::FILE *file = *name != 0 ? std::fopen(name, "w") : nullptr;
    if (file == nullptr)
        return;
    std::fprintf(file, "{");
    for (int i = 0; i < 7; ++i)
        std::fprintf(file, "\"%s\":%lld,", placeNames[i], plan().counts[i].load());
    reeve::test::printWhatIsOpen(file);
    std::fprintf(file, "}\n");
    std::fclose(file);
}

__attribute__((constructor)) void begin()
{
    (void)plan();
    (void)UndoLog::instance();
    std::atexit(reportAtExit); // the first to register is the last to be called
}

} // namespace

extern "C" {

int open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const int mode = va_arg(list, int);
    va_end(list);
    static const auto below = real<int (*)(const char *, int, ...)>("open64");
    return UndoLog::instance().open(path, flags, [&] { return below(path, flags, mode); });
}

int open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const int mode = va_arg(list, int);
    va_end(list);
    static const auto below = real<int (*)(const char *, int, ...)>("open");
    return UndoLog::instance().open(path, flags, [&] { return below(path, flags, mode); });
}

int close(int file)
{
    static const auto below = real<int (*)(int)>("close");
    UndoLog::instance().forget(file);
    return below(file);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto below = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    UndoLog &log = UndoLog::instance();
    if (!log.knows(file))
        return below(file, bytes, size, offset);
    const std::scoped_lock lock(log.mutex);
    const auto write = [&](size_t amount) {
        log.noteWrite(file, offset, amount);
        return below(file, bytes, amount, offset);
    };
    return passing(
        Place::Write, [&] { return write(size); }, [&] { return write(size / 2); });
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    return pwrite64(file, bytes, size, offset);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto below = real<ssize_t (*)(int, const void *, size_t)>("write");
    UndoLog &log = UndoLog::instance();
    if (file == STDOUT_FILENO) {
        return passing(
            Place::Print, [&] { return below(file, bytes, size); }, [&] { return below(file, bytes, size / 2); });
    }
    if (!log.knows(file))
        return below(file, bytes, size);
    const std::scoped_lock lock(log.mutex);
    const auto writeSome = [&](size_t amount) {
        log.noteWrite(file, lseek64(file, 0, SEEK_CUR), amount);
        return below(file, bytes, amount);
    };
    return passing(
        Place::Write, [&] { return writeSome(size); }, [&] { return writeSome(size / 2); });
}

int fdatasync(int file)
{
    static const auto below = real<int (*)(int)>("fdatasync");
    UndoLog &log = UndoLog::instance();
    if (!log.knows(file))
        return below(file);
    const std::scoped_lock lock(log.mutex);
    // The machine stays up: that it is on the disk is only noted, which is quicker.
    return passing(Place::Sync, [&] {
        log.noteSync(file);
        return 0;
    });
}

int fsync(int file)
{
    return fdatasync(file);
}

int ftruncate64(int file, off64_t size)
{
    static const auto below = real<int (*)(int, off64_t)>("ftruncate64");
    UndoLog &log = UndoLog::instance();
    if (!log.knows(file))
        return below(file, size);
    const std::scoped_lock lock(log.mutex);
    return passing(Place::Name, [&] {
        log.noteTruncation(file, size);
        return below(file, size);
    });
}

int ftruncate(int file, off_t size)
{
    return ftruncate64(file, size);
}

int unlink(const char *path)
{
    static const auto below = real<int (*)(const char *)>("unlink");
    UndoLog &log = UndoLog::instance();
    if (!log.isInside(path))
        return below(path);
    const std::scoped_lock lock(log.mutex);
    return passing(Place::Name, [&] {
        log.noteRemoval(path);
        return below(path);
    });
}

int rename(const char *from, const char *to)
{
    static const auto below = real<int (*)(const char *, const char *)>("rename");
    UndoLog &log = UndoLog::instance();
    if (!log.isInside(to))
        return below(from, to);
    const std::scoped_lock lock(log.mutex);
    return passing(Place::Name, [&] {
        log.noteRename(from, to);
        return below(from, to);
    });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    static const auto below = real<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    UndoLog &log = UndoLog::instance();
    if (!log.isInside(to))
        return below(fromFolder, from, toFolder, to, flags);
    const std::scoped_lock lock(log.mutex);
    return passing(Place::Name, [&] {
        log.noteRename(from, to);
        return below(fromFolder, from, toFolder, to, flags);
    });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    static const auto below = real<int (*)(int, const char *, int, const char *, int)>("linkat");
    UndoLog &log = UndoLog::instance();
    if (!log.isInside(to))
        return below(fromFolder, from, toFolder, to, flags);
    const std::scoped_lock lock(log.mutex);
    return passing(Place::Name, [&] {
        const int linked = below(fromFolder, from, toFolder, to, flags);
        if (linked == 0)
            log.noteCreation(to);
        return linked;
    });
}

ssize_t send(int socket, const void *bytes, size_t size, int flags)
{
    static const auto below = real<ssize_t (*)(int, const void *, size_t, int)>("send");
    return passing(
        Place::Send, [&] { return below(socket, bytes, size, flags); },
        [&] { return below(socket, bytes, size / 2, flags); });
}

ssize_t recv(int socket, void *bytes, size_t size, int flags)
{
    static const auto below = real<ssize_t (*)(int, void *, size_t, int)>("recv");
    return passing(Place::Receive, [&] { return below(socket, bytes, size, flags); });
}

int sqlite3_step(sqlite3_stmt *statement)
{
    static const auto below = real<int (*)(sqlite3_stmt *)>("sqlite3_step");
    static const bool isWanted = !plan().sql.empty();
    const char *sql = isWanted ? sqlite3_sql(statement) : nullptr;
    if (sql == nullptr || std::strstr(sql, plan().sql.c_str()) == nullptr)
        return below(statement);
    return passing(Place::Step, [&] { return below(statement); });
}

// --- mutants

int sqlite3_prepare_v3(sqlite3 *database, const char *sql, int size, unsigned flags, sqlite3_stmt **statement,
                       const char **tail)
{
    static const auto below =
        real<int (*)(sqlite3 *, const char *, int, unsigned, sqlite3_stmt **, const char **)>("sqlite3_prepare_v3");
    static const std::string mutant = setting("REEVE_MUTANT");
    if (mutant.rfind("M5", 0) == 0 && std::strcmp(sql, "PRAGMA synchronous=FULL") == 0) {
        sql = mutant == "M5-off" ? "PRAGMA synchronous=OFF" : "PRAGMA synchronous=NORMAL";
        size = -1;
    }
    return below(database, sql, size, flags, statement, tail);
}

char *PQresultErrorField(const pg_result *result, int field)
{
    static const auto below = real<char *(*)(const pg_result *, int)>("PQresultErrorField");
    static const bool isDeaf = std::strcmp(setting("REEVE_MUTANT"), "M9") == 0;
    return isDeaf && field == 'R' ? nullptr : below(result, field);
}

} // extern "C"
