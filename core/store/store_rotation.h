// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace reeve::store {

struct StoreFiles;

// What a change of the data key left behind, under the folder's lock: a complete successor takes its place, an
// unfinished one goes. Nothing to do, most of the time. Io.
[[nodiscard]] Result<> finishRotation(const StoreFiles &files);

} // namespace reeve::store
