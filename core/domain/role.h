// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

#include <set>

namespace reeve::domain {

// What an agent may do. The centre enforces it (row-level security); the desk follows it, offline too.
enum class Role { Handler, Supervisor, DataProtectionOfficer, Safeguarding, Lifeline, Administrator };
using Roles = std::set<Role>;

// Codes: handler supervisor dpo safeguarding lifeline administrator.
[[nodiscard]] QString toCode(Role role);
[[nodiscard]] Result<Role> parseRole(QStringView code);

// May know that restricted items exist, and how many.
[[nodiscard]] bool mayKnowOfRestrictedItems(const Roles &roles);
// May reveal the content of one, with a reason.
[[nodiscard]] bool mayRevealSpecialCategory(const Roles &roles);
[[nodiscard]] bool mayRevealCriminalOffence(const Roles &roles);

} // namespace reeve::domain
