// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace reeve::store {

struct StoreFiles;

// What a wipe that was cut off left behind, under the folder's lock: when the keys are damaged or gone, the rest goes
// as well, as far as it can be removed, and the answer is DeviceRevoked. Keys that are whole stay, and so does the
// store: it hears the order again at its next contact. Nothing to do, most of the time.
[[nodiscard]] Result<> finishErasing(const StoreFiles &files);

// For a store whose keys opened after all: damage that befalls it later is not the order's.
void forgetErasing(const StoreFiles &files);

} // namespace reeve::store
