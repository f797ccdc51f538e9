// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace reeve::matching {

// A name as it sounds to an English ear: "smith" and "smyth", "catherine" and "kathryn" have one key. Vowels count only
// at the beginning. Empty for words of other than Latin letters and for sounds too short to say anything.
[[nodiscard]] std::string soundKey(std::string_view folded);

} // namespace reeve::matching
