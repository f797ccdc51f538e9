// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <algorithm>
#include <vector>

namespace reeve::services {

// The part of a person with this key, which an import gave it; made at the end when missing.
template <typename Part>
[[nodiscard]] Part &partWithKey(std::vector<Part> &parts, const QString &key)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&key](const Part &part) { return part.key == key; });
    if (found != parts.end())
        return *found;
    Part &added = parts.emplace_back();
    added.key = key;
    return added;
}

} // namespace reeve::services
