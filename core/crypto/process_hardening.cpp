// SPDX-License-Identifier: MIT
#include "core/crypto/process_hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace reeve::crypto {

void hardenProcess()
{
    // Neither can fail for a process that only takes rights from itself.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace reeve::crypto
