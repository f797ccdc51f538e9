// SPDX-License-Identifier: MIT
#include "core/matching/search/search_index.h"

#include "core/matching/search/search_ranker.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace reeve::matching {

namespace {

// How likely any word is to be typed for no reason we know, at least.
constexpr double unexplained = 1.0 / (1 << 24);
constexpr double fewest = 256;            // people; names say little among fewer
constexpr std::size_t mostCounted = 4096; // entries of one word: how many there are of each field is told by a sample

// Small segments are merged while they are of about one size.
constexpr std::size_t mergeRatio = 3;
constexpr std::size_t largestMerged = 50'000;

double likelihood(unsigned cost)
{
    return std::exp2(-static_cast<double>(cost) / 32);
}

quint16 gainOf(double background, unsigned cost)
{
    const double gain = (missingWord - std::log2(background)) * 32 - cost;
    return gain > 0 ? static_cast<quint16>(std::min(gain, 2000.0)) : quint16{0};
}

// One word in all segments.
struct LookedUp
{
    std::vector<std::vector<WordCandidate>> words; // by part
    std::vector<std::vector<RankedWord::Places>> codes;
    std::vector<std::vector<Cost>> codeCosts;
    double background = unexplained;
};

LookedUp lookUp(const SearchWord &word, const std::vector<SearchIndex::Part> &parts, double people,
                const NameVariants &variants, SearchScratch &scratch)
{
    LookedUp found;
    for (const SearchIndex::Part &part : parts) {
        const Segment &segment = *part.segment;
        double sum = 0;
        found.words.push_back(wordCandidates(segment, word, people, variants, scratch));
        for (const WordCandidate &candidate : found.words.back()) {
            sum += static_cast<double>(segment.namePosts(candidate.word).size()) * likelihood(candidate.cost);
            sum += static_cast<double>(segment.streetPosts(candidate.word).size()) *
                   likelihood(candidate.cost + fieldCost(SearchField::Street));
        }
        auto &codes = found.codes.emplace_back();
        auto &costs = found.codeCosts.emplace_back();
        const auto take = [&](std::span<const Place> places, Cost cost) {
            if (places.empty())
                return;
            sum += static_cast<double>(places.size()) * likelihood(cost);
            codes.push_back({places, 0});
            costs.push_back(cost);
        };
        for (const SearchWord::Code &code : word.codes) {
            if (code.keys.inward == 0) {
                take(segment.codes(code.field).find(code.keys), code.cost);
                continue;
            }
            for (const std::span<const Place> places : segment.codes(code.field).findInward(code.keys.inward))
                take(places, code.cost);
        }
        found.background += sum / people;
    }
    found.background = std::min(found.background, 1.0);
    return found;
}

RankedWord rankedWord(const LookedUp &found, std::size_t part, const Segment &segment)
{
    RankedWord ranked;
    ranked.words.reserve(found.words[part].size());
    for (const WordCandidate &candidate : found.words[part]) {
        const quint16 gain = gainOf(found.background, candidate.cost);
        if (gain == 0)
            continue;
        ranked.words.push_back({candidate.word, gain});
        ranked.best = std::max(ranked.best, gain);
        ranked.posts += segment.namePosts(candidate.word).size() + segment.streetPosts(candidate.word).size();
    }
    for (std::size_t i = 0; i < found.codes[part].size(); ++i) {
        const quint16 gain = gainOf(found.background, found.codeCosts[part][i]);
        if (gain == 0)
            continue;
        ranked.codes.push_back({found.codes[part][i].places, gain});
        ranked.best = std::max(ranked.best, gain);
        ranked.posts += found.codes[part][i].places.size();
    }
    return ranked;
}

} // namespace

SearchIndex::SearchIndex(std::vector<Part> parts) : m_parts(std::move(parts))
{
    for (const Part &part : m_parts)
        m_size += part.segment->size() - part.hiddenCount;
}

std::shared_ptr<const SearchIndex> SearchIndex::with(const std::vector<Change> &changes) const
{
    std::vector<Part> parts = m_parts;
    std::unordered_map<quint32, const Change *> last; // of several changes of one person the last counts
    for (const Change &change : changes)
        last[change.number] = &change;

    for (Part &part : parts) {
        std::shared_ptr<Places> hidden;
        for (const auto &[number, change] : last) {
            const Place place = part.segment->placeOf(number);
            if (place == part.segment->size() || (part.hidden && (*part.hidden)[place]))
                continue;
            if (!hidden)
                hidden = part.hidden ? std::make_shared<Places>(*part.hidden)
                                     : std::make_shared<Places>(part.segment->size());
            (*hidden)[place] = true;
            ++part.hiddenCount;
        }
        if (hidden)
            part.hidden = std::move(hidden);
    }

    SegmentBuilder builder;
    for (const auto &[number, change] : last) {
        if (change->card)
            builder.add(number, *change->card);
    }
    return joined(std::move(parts), std::move(builder));
}

std::shared_ptr<const SearchIndex> SearchIndex::withNew(std::span<const NewPerson> people) const
{
    SegmentBuilder builder;
    for (const NewPerson &person : people)
        builder.add(person.number, *person.card);
    return joined(m_parts, std::move(builder));
}

std::shared_ptr<const SearchIndex> SearchIndex::joined(std::vector<Part> parts, SegmentBuilder builder)
{
    // Like counting in binary: two segments of about one size become one. The first is left to merged().
    std::size_t size = builder.size();
    while (size > 0 && !parts.empty()) {
        const Part &before = parts.back();
        const std::size_t live = before.segment->size() - before.hiddenCount;
        const bool isFirst = parts.size() == 1 && before.segment->size() > 1024;
        if (isFirst || live > mergeRatio * size || live + size > largestMerged)
            break;
        builder.add(*before.segment, before.hidden ? *before.hidden : Places());
        parts.pop_back();
        size = builder.size();
    }
    if (size > 0)
        parts.push_back({builder.build(), nullptr, 0});
    return std::make_shared<const SearchIndex>(std::move(parts));
}

std::shared_ptr<const SearchIndex> SearchIndex::withNew(std::shared_ptr<const Segment> people) const
{
    std::vector<Part> parts = m_parts;
    parts.push_back({std::move(people), nullptr, 0});
    return std::make_shared<const SearchIndex>(std::move(parts));
}

std::shared_ptr<const Segment> SearchIndex::merged() const
{
    if (m_parts.size() == 1 && m_parts.front().hiddenCount == 0)
        return m_parts.front().segment;
    SegmentBuilder builder;
    for (const Part &part : m_parts)
        builder.add(*part.segment, part.hidden ? *part.hidden : Places());
    return builder.build();
}

std::size_t SearchIndex::countOf(std::string_view word, SearchField field) const
{
    std::size_t count = 0;
    for (const Part &part : m_parts) {
        const quint32 index = part.segment->findWord(word);
        if (index == part.segment->wordCount())
            continue;
        const auto posts =
            field == SearchField::Street ? part.segment->streetPosts(index) : part.segment->namePosts(index);
        const std::size_t step = posts.size() / mostCounted + 1;
        for (std::size_t i = 0; i < posts.size(); i += step)
            count += posts[i] % 8 == static_cast<quint32>(field) ? step : 0;
    }
    return count;
}

std::vector<SearchHit> SearchIndex::search(const SearchQuery &query, std::size_t limit, const NameVariants &variants,
                                           SearchScratch &scratch, std::span<const quint32> familiar) const
{
    const double people = std::max(static_cast<double>(m_size), fewest);
    std::vector<LookedUp> words;
    words.reserve(query.words.size());
    for (const SearchWord &word : query.words)
        words.push_back(lookUp(word, m_parts, people, variants, scratch));

    BestHits best(limit);
    std::vector<BestHits::Hit> known;
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        std::vector<RankedWord> ranked;
        ranked.reserve(words.size());
        for (const LookedUp &word : words)
            ranked.push_back(rankedWord(word, part, *m_parts[part].segment));
        scoreThose(m_parts[part], ranked, familiar, scratch, known);
        rank(m_parts[part], ranked, scratch, best);
    }
    // Ranking goes by in silence over who is no better than those it has.
    for (const BestHits::Hit &hit : known)
        best.prefer(hit);
    std::vector<SearchHit> hits;
    for (const BestHits::Hit &hit : best.sorted())
        hits.push_back({hit.number, static_cast<double>(hit.score) / 32});
    return hits;
}

} // namespace reeve::matching
