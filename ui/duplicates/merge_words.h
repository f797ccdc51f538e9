// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/domain/person.h"

#include <QString>

#include <vector>

namespace reeve::ui {

// Why a decision, a merge or a separation did not happen, and that nothing was lost: in the language of the window.
[[nodiscard]] QString mergeFailureWords(ErrorCode code);

// "Partner, Lasting power of attorney, health and welfare": what two are to each other. Empty for nothing.
[[nodiscard]] QString relationsWords(const std::vector<domain::Relationship> &relations);

} // namespace reeve::ui
