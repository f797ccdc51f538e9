// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/services/session/desk.h"

#include <QFuture>

namespace reeve::ctl {

// Opens the store that --store names with the passphrase of the environment or of --passphrase-file; --agent says
// whose key slot, every slot is tried without it.
[[nodiscard]] Result<std::shared_ptr<services::Desk>> openDesk(const Arguments &arguments);

// The options that openDesk() reads, for the grammars.
[[nodiscard]] QStringList deskOptions();

// What the work needs besides: one of each in the program.
[[nodiscard]] const Clock &systemClock();

// Waits for an answer. There is no screen here that could stand still.
template <typename T>
[[nodiscard]] T await(QFuture<T> future)
{
    return future.takeResult();
}

} // namespace reeve::ctl
