// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/terminal.h"
#include "core/base/result.h"
#include "core/matching/linkage/linkage_tables.h"

#include <QHash>

namespace reeve::ctl {

// One or two CSV files of people, read for comparing. `renamed`: column of the file -> our name. NotFound,
// InvalidInput. Says on the terminal what is not compared.
[[nodiscard]] Result<matching::LinkageTables> readLinkageFiles(const QStringList &names,
                                                               const QHash<QString, QString> &renamed, unsigned threads,
                                                               Terminal &terminal);

} // namespace reeve::ctl
