// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/import_target.h"

namespace reeve::ctl {

// What an import into this desk would do, row by row, and nothing of it done: reads everybody once, to compare with.
[[nodiscard]] std::unique_ptr<ImportTarget> deskDryRun(std::shared_ptr<services::Desk> desk,
                                                       const services::PersonColumns &columns);

} // namespace reeve::ctl
