// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/linkage/record_set.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace reeve::matching {

// Which records are worth comparing: those that share one of some thirty narrow keys (family name and date of birth,
// postcode and first name, telephone number, sounds and year, …). Each field has keys it takes no part in, so that no
// single slip hides a pair.
//
// A key that very many records share says nothing: its block is passed over, after it was split by further fields into
// blocks that are narrow enough.
//
// Which blocks there are, and in which order, does not depend on how many threads make them.
//
// Use: for each rule in turn prepare(), then visit its blocks, on several threads if wanted.
class Blocking final
{
public:
    // Takes about 70 bytes for each record. `set` must be settled and outlive it. `leftOut`: records, one flag for
    // each, that are in no block; may be empty.
    explicit Blocking(const RecordSet &set, std::vector<bool> leftOut = {});

    [[nodiscard]] std::size_t ruleCount() const noexcept;

    // Finds the blocks of a rule. `threads` share the work.
    void prepare(std::size_t rule, unsigned threads);

    // Of the rule prepared last.
    struct Block
    {
        const std::uint32_t *records;
        std::size_t size;
        bool isSplit; // part of a larger one: its pairs may come again
    };
    [[nodiscard]] std::size_t blockCount() const noexcept { return m_blockCount; }
    [[nodiscard]] Block block(std::size_t index) const;

    // True when an earlier rule has brought these two together already.
    [[nodiscard]] bool isKnown(std::uint32_t left, std::uint32_t right) const;

private:
    struct Entry
    {
        std::uint32_t key;
        std::uint32_t record;
    };
    struct Span
    {
        std::uint32_t begin;
        std::uint32_t size;
        bool isSplit;
    };
    // The keys of one range, and the blocks of them: what one thread works on.
    struct Lane
    {
        std::vector<Entry> entries; // sorted by key
        std::vector<Entry> spare;
        std::vector<std::size_t> blocksOfSize;
        std::vector<std::uint32_t> members; // records of `blocks`, one block after the other
        std::vector<Span> blocks;
        std::size_t firstBlock = 0; // its number among those of all lanes
    };
    using Gathered = std::vector<std::vector<Entry>>; // of each lane

    void gather(std::size_t rule, std::size_t begin, std::size_t end, Gathered &lanes);
    static void sortByKey(const std::vector<Gathered> &gathered, std::size_t number, Lane &lane);
    void countSizes(Lane &lane) const;
    [[nodiscard]] std::size_t largestBlock(std::size_t rule) const;
    void makeBlocks(std::size_t rule, std::size_t largest, Lane &lane);
    void split(const Entry *begin, const Entry *end, std::size_t largest, Lane &lane) const;

    const RecordSet &m_set;
    std::vector<bool> m_leftOut;
    std::size_t m_rule = 0;
    std::vector<std::uint16_t> m_keys; // of each record one for each rule: the low bits; 0 for none or passed over
    std::vector<Gathered> m_gathered;  // by each thread
    std::vector<Lane> m_lanes;
    std::size_t m_blockCount = 0;
};

} // namespace reeve::matching
