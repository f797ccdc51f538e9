// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/store/connection.h"
#include "core/store/store_folder.h"

#include <QUuid>

#include <functional>

namespace reeve::store {

// What a new database begins with; runs after the migrations, before the files are synced.
using FirstContent = std::function<Result<>(Connection &)>;

// Makes the database and the mark of a store whose keys are there, durably. None may be there before.
[[nodiscard]] Result<> makeDatabase(const StoreFiles &files, const crypto::Secret &dataKey, const QUuid &storeUuid,
                                    const FirstContent &fill = {});

} // namespace reeve::store
