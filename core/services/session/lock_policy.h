// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace reeve::services {

// How soon a desk that was left alone is closed: resources/policy/periods.json, as compiled into the program.
struct LockPolicy
{
    std::chrono::minutes idle{10};   // untouched for so long, the window hides itself and locks
    std::chrono::minutes locked{10}; // how long a locked desk goes on sending, at most, before its key is dropped

    // What cannot be read is as above.
    [[nodiscard]] static LockPolicy builtIn();
};

} // namespace reeve::services
