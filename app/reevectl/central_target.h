// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/central_access.h"
#include "app/reevectl/import_target.h"

namespace reeve::ctl {

// Rows that go to the centre: checked and compared here, stored there. Reads who is there first, so that rows can be
// compared with them; nothing of it is written down. With `isDryRun` it stores nothing and answers as if it had.
[[nodiscard]] Result<std::unique_ptr<ImportTarget>>
centralTarget(const CentralSignIn &signIn, const services::PersonColumns &columns, bool isDryRun);

} // namespace reeve::ctl
