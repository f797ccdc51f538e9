// SPDX-License-Identifier: MIT
#include "core/matching/search/search_ranker.h"

#include <algorithm>
#include <array>
#include <functional>

namespace reeve::matching {

namespace {

// Entries that may bring in new people, per word: beyond, only ties are left among what so many have.
constexpr std::size_t mostNewcomers = 25'000;

// Entries of one code that are gone through for the familiar: a year of birth, a postcode district.
constexpr std::size_t mostLookedThrough = 4'096;

constexpr std::array<quint16, 8> fieldCosts = [] {
    std::array<quint16, 8> costs{};
    for (int field = 0; field < wordFieldCount; ++field)
        costs[static_cast<std::size_t>(field)] = fieldCost(static_cast<SearchField>(field));
    return costs;
}();

constexpr unsigned scoreStep = 8; // of the counts by score
constexpr std::size_t ahead =
    12; // entries whose marks are fetched before their turn: most of the time goes into waiting

// The best of the words at a place, by what each is worth.
unsigned bestOfWords(const Segment &segment, Place place, const std::vector<quint16> &gains)
{
    unsigned most = 0;
    for (const quint32 entry : segment.wordsOf(place)) {
        const unsigned gain = gains[entry >> 3];
        const unsigned less = fieldCosts[entry & 7U];
        if (gain > less + most)
            most = gain - less;
    }
    return most;
}

// A run of entries of equal worth.
struct Run
{
    const quint32 *from;
    const quint32 *to;
    quint16 gain;
    bool isWord; // entries are place * 8 + field
};

class Ranking final
{
public:
    Ranking(const SearchIndex::Part &part, SearchScratch &scratch, BestHits &best)
        : m_segment(*part.segment),
          m_hidden(part.hidden.get()),
          m_scratch(scratch),
          m_best(best)
    {
        if (scratch.marks.size() < m_segment.size())
            scratch.marks.resize(m_segment.size());
        if (scratch.gains.size() < m_segment.wordCount())
            scratch.gains.resize(m_segment.wordCount());
    }

    void add(const RankedWord &word, quint8 index, unsigned rest);
    void finish();

private:
    [[nodiscard]] std::vector<Run> runsOf(const RankedWord &word) const;
    [[nodiscard]] unsigned least() const { return std::max<unsigned>(m_least, m_best.least()); }
    [[nodiscard]] bool admit(const std::vector<Run> &runs, unsigned rest);
    void raise(const RankedWord &word, const std::vector<Run> &runs, unsigned rest);
    void raiseFromWords(const RankedWord &word, unsigned rest);
    void scan(const Run &run, bool admitsNew);
    void take(Place place, quint16 gain, bool admitsNew);
    void sortTouched();
    [[nodiscard]] quint16 settle();
    void drop(unsigned rest);

    const Segment &m_segment;
    const Places *m_hidden;
    SearchScratch &m_scratch;
    BestHits &m_best;
    quint8 m_word = 0;
    quint16 m_least = 0; // what the last of the best has so far
};

void Ranking::take(Place place, quint16 gain, bool admitsNew)
{
    SearchScratch::Slot &slot = m_scratch.marks[place];
    if (slot.word == 0) {
        if (!admitsNew || (m_hidden != nullptr && (*m_hidden)[place]))
            return;
        m_scratch.touched.push_back(place);
        slot = {gain, gain, m_word, 0};
    } else if (slot.word != m_word) {
        slot.word = m_word;
        slot.current = gain;
        slot.score = static_cast<quint16>(slot.score + gain);
    } else if (gain > slot.current) {
        slot.score = static_cast<quint16>(slot.score + gain - slot.current);
        slot.current = gain;
    }
}

void Ranking::scan(const Run &run, bool admitsNew)
{
    const auto fetch = [&run, this](const quint32 *at, unsigned shift) {
        if (static_cast<std::size_t>(run.to - at) > ahead)
            __builtin_prefetch(&m_scratch.marks[at[ahead] >> shift], 1);
    };
    if (!run.isWord) {
        for (const quint32 *at = run.from; at != run.to; ++at) {
            fetch(at, 0);
            take(*at, run.gain, admitsNew);
        }
        return;
    }
    for (const quint32 *at = run.from; at != run.to; ++at) {
        fetch(at, 3);
        const quint16 less = fieldCosts[*at & 7U];
        if (run.gain > less)
            take(*at >> 3, static_cast<quint16>(run.gain - less), admitsNew);
    }
}

std::vector<Run> Ranking::runsOf(const RankedWord &word) const
{
    std::vector<Run> runs;
    runs.reserve(word.words.size() * 2 + word.codes.size());
    constexpr quint16 street = fieldCost(SearchField::Street);
    for (const RankedWord::Found &found : word.words) {
        const auto names = m_segment.namePosts(found.word);
        const auto streets = m_segment.streetPosts(found.word);
        if (!names.empty())
            runs.push_back({names.data(), names.data() + names.size(), found.gain, true});
        if (!streets.empty() && found.gain > street)
            runs.push_back({streets.data(), streets.data() + streets.size(), found.gain, true});
    }
    for (const RankedWord::Places &code : word.codes)
        runs.push_back({code.places.data(), code.places.data() + code.places.size(), code.gain, false});
    std::stable_sort(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.gain > b.gain; });
    return runs;
}

// Takes people in, the likeliest finds first, until nobody new can get among the best. False when some were passed
// over, so that those who are in may have missed a find.
bool Ranking::admit(const std::vector<Run> &runs, unsigned rest)
{
    std::size_t admitted = 0;
    std::size_t settleAt = 4 * m_best.limit();
    for (const Run &run : runs) {
        // Of equals the first are as good as any.
        if (run.gain + rest < least() || admitted > mostNewcomers || (rest == 0 && run.gain <= m_least))
            return false;
        scan(run, true);
        admitted += static_cast<std::size_t>(run.to - run.from);
        if (admitted >= settleAt) {
            m_least = settle();
            settleAt = 4 * admitted;
        }
    }
    return true;
}

// Looks up the words of those who are in, instead of going through everybody who has the word.
void Ranking::raiseFromWords(const RankedWord &word, unsigned rest)
{
    for (const RankedWord::Found &found : word.words)
        m_scratch.gains[found.word] = found.gain;

    auto &touched = m_scratch.touched;
    const auto fetchStart = [&touched, this](std::size_t at) {
        if (at < touched.size())
            __builtin_prefetch(&m_segment.forwardStarts[touched[at]]);
    };
    const auto fetchPerson = [&touched, this](std::size_t at) {
        if (at < touched.size()) {
            __builtin_prefetch(m_segment.wordsOf(touched[at]).data());
            __builtin_prefetch(&m_scratch.marks[touched[at]], 1);
        }
    };
    for (std::size_t at = 0; at < 2 * ahead; ++at)
        fetchStart(at);
    for (std::size_t at = 0; at < ahead; ++at)
        fetchPerson(at);
    std::vector<quint16> reached; // a heap: what the best have with this word, the least first
    std::size_t kept = 0;
    for (; kept < touched.size(); ++kept) {
        const Place place = touched[kept];
        fetchStart(kept + 2 * ahead);
        fetchPerson(kept + ahead);
        SearchScratch::Slot &slot = m_scratch.marks[place];
        // They stand by falling score: from here on nobody gets among the best any more.
        if (reached.size() == m_best.limit() && slot.score + scoreStep + word.best + rest <= reached.front())
            break;
        if (const unsigned most = bestOfWords(m_segment, place, m_scratch.gains); most > 0)
            take(place, static_cast<quint16>(most), false);
        if (reached.size() < m_best.limit() || slot.score > reached.front()) {
            if (reached.size() == m_best.limit()) {
                std::pop_heap(reached.begin(), reached.end(), std::greater<>());
                reached.pop_back();
            }
            reached.push_back(slot.score);
            std::push_heap(reached.begin(), reached.end(), std::greater<>());
        }
    }
    for (std::size_t i = kept; i < touched.size(); ++i)
        m_scratch.marks[touched[i]] = {};
    touched.resize(kept);
    for (const RankedWord::Found &found : word.words)
        m_scratch.gains[found.word] = 0;
}

void Ranking::raise(const RankedWord &word, const std::vector<Run> &runs, unsigned rest)
{
    std::size_t entries = 0;
    for (const Run &run : runs)
        entries += run.isWord ? static_cast<std::size_t>(run.to - run.from) : 0;
    for (const Run &run : runs) {
        if (!run.isWord)
            scan(run, false);
    }
    if (entries + 2 * word.words.size() > 4 * m_scratch.touched.size()) {
        sortTouched();
        raiseFromWords(word, rest);
        return;
    }
    for (const Run &run : runs) {
        if (run.isWord)
            scan(run, false);
    }
}

// By falling score, in steps; equals stay in their order.
void Ranking::sortTouched()
{
    auto &touched = m_scratch.touched;
    const auto step = [this](Place place) { return m_scratch.marks[place].score / scoreStep; };
    unsigned highest = 0;
    bool isSorted = true;
    unsigned last = ~0U;
    for (const Place place : touched) {
        const unsigned now = step(place);
        highest = std::max(highest, now);
        isSorted = isSorted && now <= last;
        last = now;
    }
    if (isSorted)
        return;
    std::vector<quint32> &counts = m_scratch.counts;
    counts.assign(highest + 2, 0);
    for (const Place place : touched)
        ++counts[highest - step(place) + 1];
    for (unsigned i = 1; i < counts.size(); ++i)
        counts[i] += counts[i - 1];
    std::vector<Place> &sorted = m_scratch.sorted;
    sorted.resize(touched.size());
    for (const Place place : touched)
        sorted[counts[highest - step(place)]++] = place;
    touched.swap(sorted);
}

// What the last of the best has so far, at least.
quint16 Ranking::settle()
{
    if (m_scratch.touched.size() < m_best.limit())
        return 0;
    std::vector<quint32> &counts = m_scratch.counts;
    counts.assign(0x10000 / scoreStep, 0);
    unsigned highest = 0;
    for (const Place place : m_scratch.touched) {
        const unsigned step = m_scratch.marks[place].score / scoreStep;
        ++counts[step];
        highest = std::max(highest, step);
    }
    std::size_t above = 0;
    for (unsigned step = highest + 1; step-- > 0;) {
        above += counts[step];
        if (above >= m_best.limit())
            return static_cast<quint16>(step * scoreStep);
    }
    return 0;
}

// Lets go of those who cannot get among the best with all that is to come.
void Ranking::drop(unsigned rest)
{
    const unsigned wanted = least();
    auto &touched = m_scratch.touched;
    const auto gone = std::remove_if(touched.begin(), touched.end(), [&](Place place) {
        SearchScratch::Slot &slot = m_scratch.marks[place];
        if (slot.score + rest >= wanted)
            return false;
        slot = {};
        return true;
    });
    touched.erase(gone, touched.end());
}

void Ranking::add(const RankedWord &word, quint8 index, unsigned rest)
{
    m_word = index;
    const std::vector<Run> runs = runsOf(word);
    const bool isFirst = m_scratch.touched.empty();
    const bool isComplete = word.best + rest >= least() && admit(runs, rest);
    if (!isComplete && !isFirst)
        raise(word, runs, rest);
    if (rest == 0) // finish() sees to the last
        return;
    m_least = std::max(m_least, settle());
    drop(rest);
}

void Ranking::finish()
{
    for (const Place place : m_scratch.touched) {
        SearchScratch::Slot &slot = m_scratch.marks[place];
        if (slot.score >= m_best.least())
            m_best.add({slot.score, m_segment.numbers[place]});
        slot = {};
    }
    m_scratch.touched.clear();
}

bool isBetter(const BestHits::Hit &a, const BestHits::Hit &b)
{
    if (a.score != b.score)
        return a.score > b.score;
    return a.isFamiliar != b.isFamiliar ? a.isFamiliar : a.number < b.number;
}

// What one word is worth at a place; those of its words stand in `gains`.
quint16 gainAt(const Segment &segment, Place place, const RankedWord &word, const std::vector<quint16> &gains)
{
    unsigned most = bestOfWords(segment, place, gains);
    for (const RankedWord::Places &code : word.codes) {
        const bool isFew = code.places.size() <= mostLookedThrough;
        if (code.gain > most && isFew && std::find(code.places.begin(), code.places.end(), place) != code.places.end())
            most = code.gain;
    }
    return static_cast<quint16>(most);
}

} // namespace

void BestHits::prefer(const Hit &hit)
{
    const auto same =
        std::find_if(m_hits.begin(), m_hits.end(), [&](const Hit &each) { return each.number == hit.number; });
    if (same == m_hits.end()) {
        add({hit.score, hit.number, true});
        return;
    }
    same->isFamiliar = true;
    std::make_heap(m_hits.begin(), m_hits.end(), isBetter);
}

void BestHits::add(const Hit &hit)
{
    if (m_hits.size() == m_limit) {
        if (m_limit == 0 || !isBetter(hit, m_hits.front()))
            return;
        std::pop_heap(m_hits.begin(), m_hits.end(), isBetter);
        m_hits.pop_back();
    }
    m_hits.push_back(hit);
    std::push_heap(m_hits.begin(), m_hits.end(), isBetter);
}

std::vector<BestHits::Hit> BestHits::sorted()
{
    std::sort(m_hits.begin(), m_hits.end(), isBetter);
    return std::move(m_hits);
}

void rank(const SearchIndex::Part &part, std::vector<RankedWord> &words, SearchScratch &scratch, BestHits &best)
{
    std::sort(words.begin(), words.end(), [](const RankedWord &a, const RankedWord &b) { return a.posts < b.posts; });
    unsigned rest = 0;
    for (const RankedWord &word : words)
        rest += word.best;
    Ranking ranking(part, scratch, best);
    quint8 index = 0;
    for (const RankedWord &word : words) {
        rest -= word.best;
        if (word.posts > 0)
            ranking.add(word, ++index, rest);
    }
    ranking.finish();
}

void scoreThose(const SearchIndex::Part &part, const std::vector<RankedWord> &words, std::span<const quint32> numbers,
                SearchScratch &scratch, std::vector<BestHits::Hit> &scored)
{
    const Segment &segment = *part.segment;
    if (scratch.gains.size() < segment.wordCount())
        scratch.gains.resize(segment.wordCount());
    std::vector<Place> places;
    for (const quint32 number : numbers) {
        const Place place = segment.placeOf(number);
        const bool isThere = place != segment.size() && !(part.hidden != nullptr && (*part.hidden)[place]);
        if (isThere && std::find(places.begin(), places.end(), place) == places.end())
            places.push_back(place);
    }
    std::vector<quint16> scores(places.size());
    for (const RankedWord &word : words) {
        if (places.empty())
            return;
        for (const RankedWord::Found &found : word.words)
            scratch.gains[found.word] = found.gain;
        for (std::size_t i = 0; i < places.size(); ++i)
            scores[i] = static_cast<quint16>(scores[i] + gainAt(segment, places[i], word, scratch.gains));
        for (const RankedWord::Found &found : word.words)
            scratch.gains[found.word] = 0;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (scores[i] > 0)
            scored.push_back({scores[i], segment.numbers[places[i]]});
    }
}

} // namespace reeve::matching
