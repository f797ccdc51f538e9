// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/text_pool.h"

#include <array>
#include <cstdint>
#include <vector>

namespace reeve::matching {

// What may be compared besides the fields of a person: columns of a file that Reeve has no name for.
inline constexpr std::size_t mostExtras = 8;

// What tells two of one name in a family apart. What is written "II" may be a son or a nephew.
enum class Generation : std::uint8_t { None, Senior, Junior, Second, Third };

// One record prepared for comparing: numbers of texts in the pools of its RecordSet, 0 for "not known".
struct LinkageRecord
{
    TextPool::Number given = 0;
    TextPool::Number middle = 0;
    TextPool::Number knownAs = 0;
    TextPool::Number family = 0;
    TextPool::Number former = 0;
    std::int32_t born = 0; // yyyymmdd; month and day 0 when not known
    std::int32_t died = 0;
    TextPool::Number street = 0; // without its number
    TextPool::Number number = 0; // of the house, with that of the flat
    TextPool::Number postcode = 0;
    TextPool::Number uprn = 0;
    std::array<TextPool::Number, 2> phones = {}; // mobile, or of unknown kind
    TextPool::Number landline = 0;
    TextPool::Number email = 0;
    TextPool::Number nhsNumber = 0;
    TextPool::Number niNumber = 0;
    std::array<TextPool::Number, mostExtras> extras = {};
    Generation generation = Generation::None;
};

} // namespace reeve::matching
