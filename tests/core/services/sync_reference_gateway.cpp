// SPDX-License-Identifier: MIT
#include "tests/core/sync/reference_gateway.cpp"
