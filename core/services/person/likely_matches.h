// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_index.h"
#include "core/services/person/person_service.h"
#include "core/store/connection.h"

namespace reeve::services {

// People among whom namesakes are looked for, where a desk knows too few to count how common anything is.
inline constexpr qint64 usualCouncil = 250'000;

// How common names are among the people of this index, for weighing two records: as findLikelyMatches() has it.
[[nodiscard]] matching::MatchSurroundings surroundingsIn(std::shared_ptr<const matching::SearchIndex> index);

// People on this desk who may be `typed`, likeliest first: found by several searches (name; name and date of birth;
// name and postcode; each phone number and e-mail address), then weighed by how well they agree. `typed` itself, by
// id, is left out.
[[nodiscard]] Result<LikelyPeople> findLikelyMatches(store::Connection &connection, const domain::Person &typed,
                                                     int limit);

} // namespace reeve::services
