// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "app/reevectl/terminal.h"

namespace reeve::ctl {

// `central private`: starts, stops or asks after a private PostgreSQL.
[[nodiscard]] int runPrivateCentre(const Arguments &arguments, Terminal &terminal);

} // namespace reeve::ctl
