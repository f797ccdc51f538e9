// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merge_service.h"

#include <QJsonArray>

namespace reeve::ctl {

// What was done since a merge: interactions with "interaction", changes with "record", "field", "was" and "now".
[[nodiscard]] QJsonArray toArray(const std::vector<services::AfterMerge> &items);

// The merges of one person, oldest first, whether they stand or not.
[[nodiscard]] QJsonArray mergesOf(const services::MergeHistory &history);

// In what the records differ: {"field","contested","values":[{"record","value","shown"}]} for each.
[[nodiscard]] QJsonArray valuesOf(const services::MergeHistory &history);

} // namespace reeve::ctl
