// SPDX-License-Identifier: MIT
// The reference centre of tests/core/sync, in this test program too.
#include "tests/core/sync/reference_centre.cpp"
