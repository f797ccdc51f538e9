// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/domain/service_catalogue.h"

#include <QString>

namespace reeve::ui {

// The council's own labels come in both languages with the policy; these pick the one of the window.
[[nodiscard]] QString labelOf(const domain::Service &service);
[[nodiscard]] QString labelOf(const domain::Disposition &disposition);

// The label of a code; the code itself when the catalogue no longer has it.
[[nodiscard]] QString reasonWords(const domain::ServiceCatalogue &catalogue, const domain::ReasonCode &code);
[[nodiscard]] QString dispositionWords(const domain::ServiceCatalogue &catalogue, const domain::DispositionCode &code);

// For the strip, while an interaction is in work: "On a call".
[[nodiscard]] QString atWorkWords(domain::Channel channel);

} // namespace reeve::ui
