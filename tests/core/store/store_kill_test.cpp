// SPDX-License-Identifier: MIT
#include "tests/core/store/support/store_folder_fixture.h"

#include <chrono>
#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using store::Connection;

namespace {

// Writes rows for ever, and says each number once its future has finished.
[[noreturn]] void writeUntilKilled(const StoreFolderFixture &folder, int report, qint64 next)
{
    auto store = folder.open();
    if (!store)
        _exit(1);
    for (;; ++next) {
        const Result<> done = writeNow(**store, [next](Connection &c) {
            return c.execute(u"INSERT INTO t VALUES (%1, hex(randomblob(%2)))"_s.arg(next).arg(next % 7 * 1000));
        });
        if (!done || write(report, &next, sizeof next) != sizeof next)
            _exit(1);
    }
}

} // namespace

TEST_CASE("killed at any moment, a store opens again with everything it had acknowledged", "[store][kill][processes]")
{
    const StoreFolderFixture folder;
    {
        auto store = folder.fresh();
        REQUIRE(writeNow(*store, [](Connection &c) {
            return c.execute(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT) STRICT"_s);
        }));
    }
    qint64 acknowledged = 0;
    qint64 next = 1;
    for (int round = 0; round < 8; ++round) {
        int report[2] = {-1, -1};
        REQUIRE(pipe(report) == 0);
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0)
            writeUntilKilled(folder, report[1], next);
        close(report[1]);
        qint64 number = 0;
        if (round % 2 == 1 && read(report[0], &number, sizeof number) == sizeof number)
            acknowledged = number; // however slow the machine: the others may end while they open
        std::this_thread::sleep_for(std::chrono::milliseconds{60 + round * 37 % 150});
        kill(child, SIGKILL);
        while (read(report[0], &number, sizeof number) == sizeof number)
            acknowledged = number;
        close(report[0]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status)); // and did not give up by itself

        auto store = folder.open();
        REQUIRE(store);
        const Result<qint64> highest =
            readNow(**store, [](Connection &c) { return c.integerOf(u"SELECT coalesce(max(id), 0) FROM t"_s); });
        REQUIRE(highest);
        CHECK(*highest >= acknowledged);
        CHECK(readNow(**store, [](Connection &c) { return c.integerOf(u"SELECT count(*) FROM t"_s); }) == *highest);
        CHECK(readNow(**store, [](Connection &c) {
                  return c.integerOf(u"SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"_s);
              }) == 1);
        next = *highest + 1;
    }
    CHECK(acknowledged >= 4);
}
