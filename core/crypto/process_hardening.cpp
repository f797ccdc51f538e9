// SPDX-License-Identifier: MIT
#include "core/crypto/process_hardening.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif
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

void giveBackFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace reeve::crypto
