// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::crypto {

// Makes libsodium ready, once; every entry point of this folder calls it. Ends the process when it cannot: there is
// no safe way on without random numbers.
void ensureSodium();

} // namespace reeve::crypto
