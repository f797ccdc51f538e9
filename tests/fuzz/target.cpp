// SPDX-License-Identifier: MIT
#include "tests/fuzz/target.h"

#include <cstdio>
#include <cstdlib>

namespace reeve::fuzz {

void mustHold(bool isSo, std::string_view what)
{
    if (isSo)
        return;
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

} // namespace reeve::fuzz
