// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/services/person/person_service.h"

namespace reeve::ctl {

// Whose word something is: --source and --channel. The detail of an error is for the person who typed it.
[[nodiscard]] Result<services::ToldBy> toldBy(const Arguments &arguments);

// Those two with the options of a desk, for the grammars; and how they read in a synopsis.
[[nodiscard]] QStringList toldOptions();
[[nodiscard]] QString toldSynopsis();

} // namespace reeve::ctl
