// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/store/connection.h"

#include <vector>

namespace reeve::store {

// How the reasons of an interaction stand in its row: codes in their order, with line feeds between, which no code
// holds.
[[nodiscard]] QString toLines(const std::vector<domain::ReasonCode> &reasons);
[[nodiscard]] std::vector<domain::ReasonCode> readReasons(const Statement &row, int column);

} // namespace reeve::store
