// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/pair_score.h"

#include <functional>
#include <vector>

namespace reeve::matching {

// Which records are worth comparing: those that share one of several narrow keys (family name and year of birth, date
// of birth and initial, postcode and first name, telephone number, …). Keys that very many records share say nothing
// and are passed over; such records are found by a narrower one. Each pair is handed out once.
//
// Within one table every pair with left < right; between two tables, left from the first, right from the second.
using PairSink = std::function<void(std::size_t left, std::size_t right)>;
void candidatePairs(const std::vector<Comparable> &records, const PairSink &sink);
void candidatePairs(const std::vector<Comparable> &lefts, const std::vector<Comparable> &rights, const PairSink &sink);

// A name by its sound (American Soundex): "R163" for Robert and Rupert. Empty without a Latin letter.
[[nodiscard]] QString soundex(QStringView name);

} // namespace reeve::matching
