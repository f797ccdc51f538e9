// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/services/session/desk.h"

#include <QJsonObject>

namespace reeve::ctl {

// What `status` prints.
[[nodiscard]] Result<QJsonObject> statusOf(services::Desk &desk);

} // namespace reeve::ctl
