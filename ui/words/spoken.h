// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::ui {

// `words` as a screen reader says them: without the marks that stand before words for the eye ("✓ confirmed" is read
// out as "check mark confirmed"). What a mark means, the words say themselves.
[[nodiscard]] QString spoken(QString words);

} // namespace reeve::ui
