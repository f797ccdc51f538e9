// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/lawful_basis.h"

namespace reeve::ui {

[[nodiscard]] QString categoryWords(domain::SpecialCategory category); // "Health"

// A ready-made choice, as a button shows it: "Health, told us for the service they asked for".
[[nodiscard]] QString presetWords(const domain::BasisPreset &preset);

// Why a category may be held, for somebody who is to choose: "safeguarding a child or somebody at risk".
[[nodiscard]] QString reasonWords(const domain::BasisPreset &basis);

// Why it may be held: the citations of the condition and of the Schedule 1 condition that goes with it.
[[nodiscard]] QString basisWords(const domain::LawfulBasisPolicy &policy, const QString &condition,
                                 const QString &schedule1);

// What the evidence field asks for, by the basis chosen: consent, incapacity, or why consent is not used.
[[nodiscard]] QString evidenceQuestion(const QString &condition);

} // namespace reeve::ui
