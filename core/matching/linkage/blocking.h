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
// Use: for each rule in turn prepare(), then visit its blocks, on several threads if wanted.
class Blocking final
{
public:
    // Takes about 70 bytes for each record. `set` must be settled and outlive it.
    explicit Blocking(const RecordSet &set);

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
    [[nodiscard]] std::size_t blockCount() const noexcept { return m_blocks.size(); }
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
    void gather(std::size_t rule, unsigned threads);
    static void sortByKey(std::vector<Entry> &entries, std::vector<Entry> &spare);
    [[nodiscard]] std::size_t largestBlock(std::size_t rule) const;
    void split(std::size_t rule, std::size_t begin, std::size_t end, std::size_t largest);

    const RecordSet &m_set;
    std::size_t m_rule = 0;
    std::vector<std::uint16_t> m_keys; // of each record one for each rule: the low bits; 0 for none or passed over
    std::vector<Entry> m_entries;
    std::vector<Entry> m_spare;
    std::vector<std::uint32_t> m_members; // records of m_blocks, one block after the other
    std::vector<Span> m_blocks;
};

} // namespace reeve::matching
