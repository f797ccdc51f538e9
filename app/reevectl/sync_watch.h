// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/terminal.h"
#include "core/crypto/secret.h"
#include "core/services/session/desk.h"
#include "core/sync/central_gateway.h"

#include <memory>
#include <optional>

namespace reeve::ctl {

// Keeps the desk and the centre together, as the window does, until SIGINT or SIGTERM. A line at each change.
[[nodiscard]] int watchSync(services::Desk &desk, std::unique_ptr<sync::CentralGateway> gateway,
                            const std::optional<crypto::Secret> &password, Terminal &terminal);

} // namespace reeve::ctl
