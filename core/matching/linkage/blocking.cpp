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

bool isBroad(std::size_t rule)
{
    return rule >= blockingRules().size() || blockingRules()[rule].isBroad;
}

// Calls `use(begin, end)` for each run of one key.
template <typename Entry, typename Use>
void eachRun(const std::vector<Entry> &entries, const Use &use)
{
    const Entry *const last = entries.data() + entries.size();
    for (const Entry *begin = entries.data(); begin != last;) {
        const Entry *end = begin + 1;
        while (end != last && end->key == begin->key)
            ++end;
        use(begin, end);
        begin = end;
    }
}

} // namespace

Blocking::Blocking(const RecordSet &set, std::vector<bool> leftOut)
    : m_set(set),
      m_leftOut(std::move(leftOut)),
      m_keys(set.records.size() * ruleCount(), 0)
{}

std::size_t Blocking::ruleCount() const noexcept
{
    return std::min(blockingRules().size() + static_cast<std::size_t>(m_set.extraNames.size()), keysOfOneRecord);
}

void Blocking::gather(std::size_t rule, std::size_t begin, std::size_t end, Gathered &lanes)
{
    const std::size_t rules = ruleCount();
    const auto &known = blockingRules();
    const auto add = [&lanes](std::uint32_t key, std::size_t record) {
        lanes[std::uint64_t{key} * lanes.size() >> 32].push_back({key, static_cast<std::uint32_t>(record)});
    };
    for (std::vector<Entry> &lane : lanes)
        lane.clear();
    for (std::size_t i = begin; i < end; ++i) {
        if (!m_leftOut.empty() && m_leftOut[i])
            continue;
        const LinkageRecord &record = m_set.records[i];
        const BlockingKeys keys = rule < known.size() ? known[rule].keys(m_set, record)
                                                      : BlockingKeys{extraKey(record, rule - known.size()), 0};
        if (keys[0] != 0)
            add(keys[0], i);
        if (keys[1] != 0 && keys[1] != keys[0])
            add(keys[1], i);
        // A record with two keys is not remembered: its pairs may come again, and are counted once in the end.
        m_keys[i * rules + rule] = keys[1] == 0 ? static_cast<std::uint16_t>(keys[0] ^ keys[0] >> 16) : 0;
    }
}

// By radix, least digits first; stable, so that the records of one key stay in order.
void Blocking::sortByKey(const std::vector<Gathered> &gathered, std::size_t number, Lane &lane)
{
    constexpr unsigned bits = 11;
    constexpr std::size_t buckets = std::size_t{1} << bits;
    constexpr unsigned passes = 3;
    std::array<std::array<std::uint32_t, buckets>, passes> starts{};
    std::size_t count = 0;
    for (const Gathered &part : gathered) {
        count += part[number].size();
        for (const Entry &entry : part[number]) {
            for (unsigned pass = 0; pass < passes; ++pass)
                ++starts[pass][entry.key >> (pass * bits) & (buckets - 1)];
        }
    }
    for (auto &ofPass : starts) {
        std::uint32_t sum = 0;
        for (std::uint32_t &start : ofPass)
            sum += std::exchange(start, sum);
    }
    lane.entries.resize(count);
    lane.spare.resize(count);
    for (const Gathered &part : gathered) {
        for (const Entry &entry : part[number])
            lane.entries[starts[0][entry.key & (buckets - 1)]++] = entry;
    }
    for (unsigned pass = 1; pass < passes; ++pass) {
        for (const Entry &entry : lane.entries)
            lane.spare[starts[pass][entry.key >> (pass * bits) & (buckets - 1)]++] = entry;
        lane.entries.swap(lane.spare);
    }
}

void Blocking::countSizes(Lane &lane) const
{
    const std::size_t largest = largestEver(m_set.records.size());
    lane.blocksOfSize.assign(largest + 1, 0);
    eachRun(lane.entries, [&](const Entry *begin, const Entry *end) {
        const auto size = static_cast<std::size_t>(end - begin);
        if (size <= largest)
            ++lane.blocksOfSize[size];
    });
}

// The largest size of block for which all blocks up to it stay below what one rule may bring.
std::size_t Blocking::largestBlock(std::size_t rule) const
{
    const std::size_t records = m_set.records.size();
    const std::size_t largest = largestEver(records);
    const std::size_t most = mostPairs(records, isBroad(rule));
    std::size_t pairs = 0;
    for (std::size_t size = 2; size <= largest; ++size) {
        for (const Lane &lane : m_lanes)
            pairs += lane.blocksOfSize[size] * size * (size - 1) / 2;
        if (pairs > most)
            return size - 1;
    }
    return largest;
}

void Blocking::prepare(std::size_t rule, unsigned threads)
{
    m_rule = rule;
    m_gathered.resize(threads);
    m_lanes.resize(threads);
    inParallel(threads, m_set.records.size(), [&](unsigned part, std::size_t begin, std::size_t end) {
        m_gathered[part].resize(threads);
        gather(rule, begin, end, m_gathered[part]);
    });
    inParallel(threads, threads, [&](unsigned part, std::size_t, std::size_t) {
        sortByKey(m_gathered, part, m_lanes[part]);
        countSizes(m_lanes[part]);
    });
    const std::size_t largest = largestBlock(rule);
    inParallel(threads, threads,
               [&](unsigned part, std::size_t, std::size_t) { makeBlocks(rule, largest, m_lanes[part]); });
    m_blockCount = 0;
    for (Lane &lane : m_lanes) {
        lane.firstBlock = m_blockCount;
        m_blockCount += lane.blocks.size();
    }
}

void Blocking::makeBlocks(std::size_t rule, std::size_t largest, Lane &lane)
{
    lane.members.clear();
    lane.blocks.clear();
    eachRun(lane.entries, [&](const Entry *begin, const Entry *end) {
        const auto size = static_cast<std::size_t>(end - begin);
        if (size > largest) {
            for (const Entry *entry = begin; entry != end; ++entry) {
                // Written by one lane at most: a record with two keys has 0 already.
                if (std::uint16_t &key = m_keys[entry->record * ruleCount() + rule]; key != 0)
                    key = 0;
            }
            if (!isBroad(rule))
                split(begin, end, largest, lane);
        } else if (size > 1) {
            lane.blocks.push_back(
                {static_cast<std::uint32_t>(lane.members.size()), static_cast<std::uint32_t>(size), false});
            for (const Entry *entry = begin; entry != end; ++entry)
                lane.members.push_back(entry->record);
        }
    });
}

void Blocking::split(const Entry *begin, const Entry *end, std::size_t largest, Lane &lane) const
{
    std::vector<Entry> parts;
    for (std::size_t way = 0; way < splitCount; ++way) {
        parts.clear();
        for (const Entry *entry = begin; entry != end; ++entry) {
            if (const std::uint32_t key = splitKey(m_set, m_set.records[entry->record], way))
                parts.push_back({key, entry->record});
        }
        std::sort(parts.begin(), parts.end(),
                  [](const Entry &a, const Entry &b) { return a.key != b.key ? a.key < b.key : a.record < b.record; });
        eachRun(parts, [&](const Entry *first, const Entry *last) {
            const auto size = static_cast<std::size_t>(last - first);
            if (size < 2 || size > largest)
                return;
            lane.blocks.push_back(
                {static_cast<std::uint32_t>(lane.members.size()), static_cast<std::uint32_t>(size), true});
            for (const Entry *entry = first; entry != last; ++entry)
                lane.members.push_back(entry->record);
        });
    }
}

Blocking::Block Blocking::block(std::size_t index) const
{
    std::size_t number = 0;
    while (number + 1 < m_lanes.size() && index >= m_lanes[number + 1].firstBlock)
        ++number;
    const Lane &lane = m_lanes[number];
    const Span &span = lane.blocks[index - lane.firstBlock];
    return {lane.members.data() + span.begin, span.size, span.isSplit};
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
