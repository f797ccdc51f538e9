// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/record_set.h"

#include <array>
#include <cstdint>

namespace reeve::matching {

// Up to two keys of one record under one rule; 0 for none.
using BlockingKeys = std::array<std::uint32_t, 2>;

struct BlockingRule
{
    BlockingKeys (*keys)(const RecordSet &set, const LinkageRecord &record);
    bool isBroad; // one field alone: only its small blocks are of use
};

// The rules, most telling first, without those for extra columns.
[[nodiscard]] const std::vector<BlockingRule> &blockingRules();

// Rules that training learns from, and what all their pairs have in common.
inline constexpr std::size_t ruleOfPhone = 1;
inline constexpr std::size_t ruleOfEmail = 2;
inline constexpr std::size_t ruleOfFamilyAndBirth = 5;
inline constexpr std::size_t ruleOfGivenAndBirth = 6;
inline constexpr std::size_t ruleOfBirthAndPostcode = 7;
inline constexpr std::size_t ruleOfGivenAndPostcode = 8;
inline constexpr std::size_t ruleOfHomeAndGiven = 10;
inline constexpr std::size_t ruleOfHome = 24;
inline constexpr std::size_t ruleOfNames = 12;

// For an extra column: alone, or with the names.
[[nodiscard]] std::uint32_t extraKey(const LinkageRecord &record, std::size_t extra);

// By what a block that is too large is split.
inline constexpr std::size_t splitCount = 4;
[[nodiscard]] std::uint32_t splitKey(const RecordSet &set, const LinkageRecord &record, std::size_t split);

} // namespace reeve::matching
