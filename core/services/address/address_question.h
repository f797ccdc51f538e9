// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/gazetteer_repository.h"

#include <QStringList>

namespace reeve::services {

// What was typed (folded, matching::fold()) as the gazetteer is asked for it: each word also as it is written in full
// or shortened ("rd"), a number and its letter also as one ("14 a"), a name in two words also in one ("o connell").
// Bounded.
[[nodiscard]] std::vector<store::GazetteerWording> addressQuestion(const QString &folded);

// The same once more for somebody who slipped: its words also as those of `known` (folded) that are spelled most like
// them. `question` itself where there are none.
[[nodiscard]] std::vector<store::GazetteerWording> forgiving(const std::vector<store::GazetteerWording> &question,
                                                             const QStringList &known);

} // namespace reeve::services
