// SPDX-License-Identifier: MIT
#include "app/reevectl/interrupt.h"

#include <csignal>

namespace reeve::ctl {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void noteInterrupt(int)
{
    interrupted = 1;
}

} // namespace

void watchSignals()
{
    struct sigaction action = {};
    action.sa_handler = noteInterrupt; // without SA_RESTART
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);

    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, nullptr);
    sigaction(SIGXFSZ, &ignore, nullptr); // a limit of file sizes is met as a full disk is
}

bool isInterrupted() noexcept
{
    return interrupted != 0;
}

} // namespace reeve::ctl
