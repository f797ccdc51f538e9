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
    struct Code
    {
        std::span<const Place> places;
        Cost cost;
        bool isSure;
    };
    std::vector<std::vector<WordCandidate>> words; // by part
    std::vector<std::vector<Code>> codes;
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
        const auto take = [&](std::span<const Place> places, const SearchWord::Code &code) {
            if (places.empty())
                return;
            sum += static_cast<double>(places.size()) * likelihood(code.cost);
            codes.push_back({places, code.cost, code.isSure});
        };
        for (const SearchWord::Code &code : word.codes) {
            if (code.keys.inward == 0) {
                take(segment.codes(code.field).find(code.keys), code);
                continue;
            }
            for (const std::span<const Place> places : segment.codes(code.field).findInward(code.keys.inward))
                take(places, code);
        }
        found.background += sum / people;
    }
    found.background = std::min(found.background, 1.0);
    return found;
}

RankedWord rankedWord(const LookedUp &found, std::size_t part, const Segment &segment, quint16 sureGain)
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
    for (const LookedUp::Code &code : found.codes[part]) {
        const quint16 gain = gainOf(found.background, code.cost);
        if (gain == 0)
            continue;
        ranked.codes.push_back({code.places, code.isSure ? static_cast<quint16>(gain + sureGain) : gain});
        ranked.best = std::max(ranked.best, ranked.codes.back().gain);
        ranked.posts += code.places.size();
    }
    return ranked;
}

// What all words together are worth at most, for somebody without a sure find.
quint16 bestWithoutSure(const std::vector<LookedUp> &words)
{
    unsigned best = 0;
    bool isAnySure = false;
    for (const LookedUp &word : words) {
        Cost least = impossible;
        for (const auto &candidates : word.words) {
            for (const WordCandidate &candidate : candidates)
                least = std::min(least, candidate.cost);
        }
        for (const auto &codes : word.codes) {
            for (const LookedUp::Code &code : codes) {
                isAnySure = isAnySure || code.isSure;
                least = code.isSure ? least : std::min(least, code.cost);
            }
        }
        if (least < impossible)
            best += gainOf(word.background, least);
    }
    return isAnySure ? static_cast<quint16>(best) : quint16{0};
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

    const quint16 sureGain = bestWithoutSure(words);
    BestHits best(limit);
    std::vector<BestHits::Hit> known;
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        std::vector<RankedWord> ranked;
        ranked.reserve(words.size());
        for (const LookedUp &word : words)
            ranked.push_back(rankedWord(word, part, *m_parts[part].segment, sureGain));
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
