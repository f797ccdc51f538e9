// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::crypto {

// Keeps the memory of this process to itself: no core dumps, no attaching by other processes of the same person.
// Called first thing in main().
void hardenProcess();

} // namespace reeve::crypto
