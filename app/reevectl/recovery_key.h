// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/administration.h"

namespace reeve::ctl {

// Writes the council's secret key, in hexadecimal, to a new file that only its owner may read. An empty name: below
// the data folder of this user. Answers the file's name. Never overwrites one.
[[nodiscard]] Result<QString> writeRecoveryKey(const QString &fileName, const central::CentralSetup &setup);

} // namespace reeve::ctl
