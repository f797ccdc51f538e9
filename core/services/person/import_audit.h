// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/import_run.h"
#include "core/services/session/job.h"

namespace reeve::services {

// An import in the desk's audit chain: by whom, of which file – by its digest, since a file's name may be somebody's –
// and what became of its rows. The start stands with the first rows, so that one that is cut off has left a trace.
[[nodiscard]] Result<> noteImportStarted(const Job &job, const domain::ImportRun &run);
[[nodiscard]] Result<> noteImportEnded(const Job &job, const domain::ImportRun &run, Instant startedAt);

} // namespace reeve::services
