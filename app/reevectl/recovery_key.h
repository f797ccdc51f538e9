// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/administration.h"

namespace reeve::ctl {

// A key of the council as it lies in a file: hexadecimal, on one line. InvalidInput.
[[nodiscard]] Result<crypto::Secret> readKeyFile(const QString &fileName);

// Writes the seed of the council's signing key as writeRecoveryKey() does the other.
[[nodiscard]] Result<QString> writeSigningKey(const QString &fileName, const central::CentralSetup &setup);

// Writes the council's secret key, in hexadecimal, to a new file that only its owner may read. An empty name: below
// the data folder of this user. Answers the file's name. Never overwrites one.
[[nodiscard]] Result<QString> writeRecoveryKey(const QString &fileName, const central::CentralSetup &setup);

} // namespace reeve::ctl
