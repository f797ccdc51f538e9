// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/segment.h"

#include <vector>

namespace reeve::matching {

// Those of a segment who may yet be among the best, with what they have so far. Whoever was listed once stays known
// until the next start(), also when they are listed no more. Kept between searches for its memory.
class Shortlist final
{
public:
    struct Entry
    {
        Place place;
        quint16 score;   // of the words so far
        quint16 current; // of the last word that found them
        quint16 word;    // which that was
    };

    // Nobody is listed or known, of so many people.
    void start(Place people);
    // Nobody is listed.
    void clear() noexcept { m_entries.clear(); }

    [[nodiscard]] bool isKnown(Place place) const noexcept
    {
        return ((m_known[place / bitsOfWord] >> (place % bitsOfWord)) & 1U) != 0;
    }
    // Null for who is not listed.
    [[nodiscard]] Entry *find(Place place) noexcept
    {
        if (!isKnown(place))
            return nullptr;
        const quint32 at = m_at[place];
        return at < m_entries.size() && m_entries[at].place == place ? &m_entries[at] : nullptr;
    }
    void add(Place place, quint16 gain, quint16 word)
    {
        m_known[place / bitsOfWord] |= quint64{1} << (place % bitsOfWord);
        m_at[place] = static_cast<quint32>(m_entries.size());
        m_entries.push_back({place, gain, gain, word});
    }
    void prefetch(Place place) const noexcept { __builtin_prefetch(&m_at[place], 1); }

    [[nodiscard]] const std::vector<Entry> &entries() const noexcept { return m_entries; }
    [[nodiscard]] Entry &entry(std::size_t at) noexcept { return m_entries[at]; }

    static constexpr unsigned scoreStep = 8;
    // What the last of the best `count` has so far, rounded down to a step; 0 when fewer are listed.
    [[nodiscard]] quint16 leastOfBest(std::size_t count);
    // By falling score, in steps; equals stay in their order.
    void sort();
    void keepFirst(std::size_t count) { m_entries.resize(count); }
    void dropBelow(unsigned score) noexcept;

private:
    static constexpr Place bitsOfWord = 64;

    std::vector<quint64> m_known; // a bit by place: small enough to stay near the processor
    std::vector<quint32> m_at;    // by place: where they are listed, if that entry is theirs; never cleared
    std::vector<Entry> m_entries;
    std::vector<Entry> m_sorted;
    std::vector<quint32> m_counts; // by step of the score
};

} // namespace reeve::matching
