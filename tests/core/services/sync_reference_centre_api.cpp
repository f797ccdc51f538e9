// SPDX-License-Identifier: MIT
#include "tests/core/sync/reference_centre_api.cpp"
