// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::ctl {

// A libpq URI (or key=value string) from an argument. InvalidInput when it holds a password: arguments can be read by
// everybody on the machine. The detail never quotes it.
[[nodiscard]] Result<QString> checkCentralUri(const QString &uri);

// The user that a URI names; empty when it names none.
[[nodiscard]] QString userOf(const QString &uri);

// The same address without a user, as a desk keeps it.
[[nodiscard]] QString withoutUser(const QString &uri);

} // namespace reeve::ctl
