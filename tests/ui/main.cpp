// SPDX-License-Identifier: MIT
// The main() of the window's tests: with widgets, on the offscreen platform unless told otherwise.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "ui/shell/stall_watchdog.h"

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    reeve::ui::WatchedApplication application(argc, argv);
    return Catch::Session().run(argc, argv);
}
