// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::matching {

// A text as names are compared: case folded, diacritics and punctuation dropped ("O'Brien-Llŷr" -> "obrien llyr"),
// white space single. Letters outside Latin are kept as they are, folded. What comes after 10,000 characters is not
// looked at. Folding twice is folding once.
[[nodiscard]] QString fold(QStringView text);

} // namespace reeve::matching
