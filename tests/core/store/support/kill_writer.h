// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/store/support/store_folder_fixture.h"

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace reeve::test {

// Runs `work` in a child process, which then is killed with SIGKILL: no destructor, no flush, no goodbye.
// `work` answers whether all went well. The child starts from a fork without threads: open nothing before.
inline void runAndKill(const std::function<bool()> &work)
{
    int report[2] = {-1, -1};
    REQUIRE(pipe(report) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const char outcome = work() ? 'y' : 'n';
        if (write(report[1], &outcome, 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    close(report[1]);
    char outcome = '?';
    const ssize_t got = read(report[0], &outcome, 1);
    close(report[0]);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(got == 1);
    REQUIRE(outcome == 'y');
}

} // namespace reeve::test
