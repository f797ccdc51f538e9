// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QFuture>

namespace reeve::services {

// Where this agent was when their desk was closed behind the locked screen, in words of the window's own. One per
// agent; in the sealed store, and nowhere else.

// Answers once it is durable.
[[nodiscard]] QFuture<Result<>> keepPlace(Desk &desk, const QString &place);
// What was kept, and from then on it is not: it is gone back to once. Empty when nothing was.
[[nodiscard]] QFuture<Result<QString>> takePlace(Desk &desk);

} // namespace reeve::services
