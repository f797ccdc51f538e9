// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::crypto {

// Keeps the memory of this process to itself: no core dumps, no attaching by other processes of the same person.
// Called first thing in main().
void hardenProcess();

// Hands memory that was freed back to the system, which gives it out again zeroed: called when a desk was closed, whose
// texts lay in it. What is still in use stays.
void giveBackFreedMemory();

} // namespace reeve::crypto
