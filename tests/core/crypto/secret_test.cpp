// SPDX-License-Identifier: MIT
#include "core/crypto/process_hardening.h"
#include "core/crypto/secret.h"
#include "tests/support/result_printing.h"

#include <csignal>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace reeve;
using crypto::Secret;

TEST_CASE("a secret holds its bytes, and copies hold their own", "[crypto]")
{
    const Secret original(QByteArrayView("correct horse"));
    Secret copy = original;
    REQUIRE(copy.view() == QByteArrayView("correct horse"));
    REQUIRE(copy.data() != original.data());
    copy.data()[0] = 'C';
    CHECK(original.view() == QByteArrayView("correct horse"));

    const Secret moved = std::move(copy);
    CHECK(moved.view() == QByteArrayView("Correct horse"));
    CHECK(Secret(QByteArrayView()).isEmpty());
}

TEST_CASE("random secrets differ", "[crypto]")
{
    CHECK(Secret::random(32).view() != Secret::random(32).view());
    CHECK(Secret::ofSize(4).view() == QByteArrayView("\0\0\0\0", 4));
}

TEST_CASE("reading past a secret ends the process instead of giving bytes away", "[crypto]")
{
    const Secret secret = Secret::random(32);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGSEGV, SIG_DFL); // not the test program's
        const volatile unsigned char *past = secret.data() + secret.size();
        _exit(*past == 0 ? 1 : 2);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
}

TEST_CASE("wiping clears the buffer that was held, and no one else's", "[crypto]")
{
    QByteArray bytes("correct horse");
    bytes.detach();
    QByteArray shared = bytes;
    crypto::wipe(bytes);
    CHECK(bytes.isEmpty());
    CHECK(shared == "correct horse");
}

TEST_CASE("a hardened process dumps no core and cannot be attached to", "[crypto]")
{
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        crypto::hardenProcess();
        rlimit core = {1, 1};
        getrlimit(RLIMIT_CORE, &core);
        _exit(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 && core.rlim_cur == 0 && core.rlim_max == 0 ? 0 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
}
