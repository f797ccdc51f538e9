// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/terminal.h"
#include "core/services/privacy/export_audit.h"

#include <functional>

namespace reeve::ctl {

// A list that may be long, between the two lines of the audit that say that it began and what came of it. `list`
// prints, counts in what it is given, and answers the exit code; so does this.
[[nodiscard]] int tracedList(services::Desk &desk, const QString &action, Terminal &terminal,
                             const std::function<int(services::RecordsOut &)> &list);

} // namespace reeve::ctl
