// SPDX-License-Identifier: MIT
#include "core/matching/linkage/blocking.h"

#include "core/matching/linkage/blocking_keys.h"
#include "core/matching/linkage/parallel.h"

#include <algorithm>
#include <array>

namespace reeve::matching {

namespace {

constexpr std::size_t keysOfOneRecord = 48; // rules; more are never made

// Above this a block is passed over. Few records can afford larger ones.
std::size_t largestEver(std::size_t records)
{
    return std::clamp<std::size_t>(10'000'000 / std::max<std::size_t>(records, 1), 100, 1'000);
}

// Pairs that one rule may bring.
std::size_t mostPairs(std::size_t records, bool isBroad)
{
    return isBroad ? std::max<std::size_t>(500'000, records * 2) : std::max<std::size_t>(1'000'000, records * 6);
}

} // namespace

Blocking::Blocking(const RecordSet &set) : m_set(set), m_keys(set.records.size() * ruleCount(), 0) {}

std::size_t Blocking::ruleCount() const noexcept
{
    return std::min(blockingRules().size() + static_cast<std::size_t>(m_set.extraNames.size()), keysOfOneRecord);
}

void Blocking::gather(std::size_t rule, unsigned threads)
{
    const std::size_t rules = ruleCount();
    const auto &known = blockingRules();
    std::vector<std::vector<Entry>> parts(threads);
    inParallel(threads, m_set.records.size(), [&](unsigned part, std::size_t begin, std::size_t end) {
        std::vector<Entry> &entries = parts[part];
        for (std::size_t i = begin; i < end; ++i) {
            const LinkageRecord &record = m_set.records[i];
            const BlockingKeys keys = rule < known.size() ? known[rule].keys(m_set, record)
                                                          : BlockingKeys{extraKey(record, rule - known.size()), 0};
            const auto number = static_cast<std::uint32_t>(i);
            if (keys[0] != 0)
                entries.push_back({keys[0], number});
            if (keys[1] != 0 && keys[1] != keys[0])
                entries.push_back({keys[1], number});
            // A record with two keys is not remembered: its pairs may come again, and are counted once in the end.
            m_keys[i * rules + rule] = keys[1] == 0 ? static_cast<std::uint16_t>(keys[0] ^ keys[0] >> 16) : 0;
        }
    });
    m_entries.clear();
    for (const auto &part : parts)
        m_entries.insert(m_entries.end(), part.begin(), part.end());
    sortByKey(m_entries, m_spare);
}

void Blocking::sortByKey(std::vector<Entry> &entries, std::vector<Entry> &spare)
{
    constexpr unsigned bits = 11;
    constexpr std::size_t buckets = std::size_t{1} << bits;
    spare.resize(entries.size());
    for (unsigned shift = 0; shift < 32; shift += bits) {
        std::array<std::size_t, buckets> starts{};
        for (const Entry &entry : entries)
            ++starts[entry.key >> shift & (buckets - 1)];
        std::size_t sum = 0;
        for (std::size_t &start : starts)
            sum += std::exchange(start, sum);
        for (const Entry &entry : entries)
            spare[starts[entry.key >> shift & (buckets - 1)]++] = entry;
        entries.swap(spare);
    }
}

// The largest size of block for which all blocks up to it stay below what one rule may bring.
std::size_t Blocking::largestBlock(std::size_t rule) const
{
    const std::size_t records = m_set.records.size();
    const std::size_t largest = largestEver(records);
    std::vector<std::size_t> blocksOfSize(largest + 1, 0);
    for (std::size_t begin = 0; begin < m_entries.size();) {
        std::size_t end = begin + 1;
        while (end < m_entries.size() && m_entries[end].key == m_entries[begin].key)
            ++end;
        if (end - begin <= largest)
            ++blocksOfSize[end - begin];
        begin = end;
    }
    const bool isBroad = rule >= blockingRules().size() || blockingRules()[rule].isBroad;
    const std::size_t most = mostPairs(records, isBroad);
    std::size_t pairs = 0;
    for (std::size_t size = 2; size <= largest; ++size) {
        pairs += blocksOfSize[size] * size * (size - 1) / 2;
        if (pairs > most)
            return size - 1;
    }
    return largest;
}

void Blocking::prepare(std::size_t rule, unsigned threads)
{
    m_rule = rule;
    gather(rule, threads);
    m_members.clear();
    m_blocks.clear();
    const std::size_t largest = largestBlock(rule);
    const bool isBroad = rule >= blockingRules().size() || blockingRules()[rule].isBroad;
    for (std::size_t begin = 0; begin < m_entries.size();) {
        std::size_t end = begin + 1;
        while (end < m_entries.size() && m_entries[end].key == m_entries[begin].key)
            ++end;
        const std::size_t size = end - begin;
        if (size > largest) {
            for (std::size_t i = begin; i < end; ++i)
                m_keys[m_entries[i].record * ruleCount() + rule] = 0;
            if (!isBroad)
                split(rule, begin, end, largest);
        } else if (size > 1) {
            m_blocks.push_back({static_cast<std::uint32_t>(m_members.size()), static_cast<std::uint32_t>(size), false});
            for (std::size_t i = begin; i < end; ++i)
                m_members.push_back(m_entries[i].record);
        }
        begin = end;
    }
}

void Blocking::split(std::size_t, std::size_t begin, std::size_t end, std::size_t largest)
{
    std::vector<Entry> parts;
    for (std::size_t way = 0; way < splitCount; ++way) {
        parts.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t record = m_entries[i].record;
            if (const std::uint32_t key = splitKey(m_set, m_set.records[record], way))
                parts.push_back({key, record});
        }
        std::sort(parts.begin(), parts.end(), [](const Entry &a, const Entry &b) { return a.key < b.key; });
        for (std::size_t first = 0; first < parts.size();) {
            std::size_t last = first + 1;
            while (last < parts.size() && parts[last].key == parts[first].key)
                ++last;
            if (last - first > 1 && last - first <= largest) {
                m_blocks.push_back(
                    {static_cast<std::uint32_t>(m_members.size()), static_cast<std::uint32_t>(last - first), true});
                for (std::size_t i = first; i < last; ++i)
                    m_members.push_back(parts[i].record);
            }
            first = last;
        }
    }
}

Blocking::Block Blocking::block(std::size_t index) const
{
    const Span &span = m_blocks[index];
    return {m_members.data() + span.begin, span.size, span.isSplit};
}

bool Blocking::isKnown(std::uint32_t left, std::uint32_t right) const
{
    const std::size_t rules = ruleCount();
    const std::uint16_t *a = m_keys.data() + left * rules;
    const std::uint16_t *b = m_keys.data() + right * rules;
    for (std::size_t rule = 0; rule < m_rule; ++rule) {
        if (a[rule] != 0 && a[rule] == b[rule])
            return true;
    }
    return false;
}

} // namespace reeve::matching
