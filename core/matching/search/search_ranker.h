// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_index.h"
#include "core/matching/search/search_scratch.h"
#include "core/matching/search/word_candidates.h"

#include <span>
#include <vector>

namespace reeve::matching {

// One word of the query as one segment knows it, and what each find is worth in 1/32 bit. A word that is not found is
// worth nothing.
struct RankedWord
{
    struct Found
    {
        quint32 word;
        quint16 gain;
    };
    struct Places
    {
        std::span<const Place> places;
        quint16 gain;
    };
    std::vector<Found> words;
    std::vector<Places> codes;
    quint16 best = 0;
    std::size_t posts = 0; // entries of all finds
};

// The best so far over all segments.
class BestHits final
{
public:
    explicit BestHits(std::size_t limit) : m_limit(limit) {}

    struct Hit
    {
        quint16 score;
        quint32 number;
        bool isFamiliar = false;
    };
    void add(const Hit &hit);
    // The same person may be among them already.
    void prefer(const Hit &hit);
    // Less than this is not among them any more.
    [[nodiscard]] quint16 least() const noexcept { return m_hits.size() < m_limit ? quint16{1} : m_hits.front().score; }
    [[nodiscard]] std::size_t limit() const noexcept { return m_limit; }
    [[nodiscard]] std::vector<Hit> sorted();

private:
    std::size_t m_limit;
    std::vector<Hit> m_hits; // a heap, the worst first
};

// Adds up what the words are worth for each person of a segment. Begins with the word that fewest have; once the
// places are taken by people no newcomer can overtake, only those are looked at further.
void rank(const SearchIndex::Part &part, std::vector<RankedWord> &words, SearchScratch &scratch, BestHits &best);

// What the words are worth for those of `numbers` whom the segment has, all finds looked at; those without any are left
// out. Finds that more have than anybody can be told apart by may be passed over.
void scoreThose(const SearchIndex::Part &part, const std::vector<RankedWord> &words, std::span<const quint32> numbers,
                SearchScratch &scratch, std::vector<BestHits::Hit> &scored);

} // namespace reeve::matching
