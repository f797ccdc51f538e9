// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/lawful_basis.h"
#include "core/domain/restricted_item.h"

#include <variant>

namespace reeve::ui {

// Something sensitive as it is flagged, in an interaction in work or in one that is finished.
using FlagItem = std::variant<domain::SpecialCategoryItem, domain::CriminalOffenceItem>;

// Of that kind and basis, with nothing said yet.
[[nodiscard]] FlagItem flagItem(const domain::BasisPreset &preset, domain::RestrictedItemId id, Instant now);

// Whether its basis asks for evidence.
[[nodiscard]] bool needsEvidence(const domain::LawfulBasisPolicy &policy, const domain::SpecialCategoryItem &item);
[[nodiscard]] bool needsEvidence(const domain::LawfulBasisPolicy &policy, const domain::CriminalOffenceItem &item);

} // namespace reeve::ui
