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

constexpr std::size_t ahead =
    12; // entries whose places are fetched before their turn: most of the time goes into waiting

// Going through this many entries of a word costs as much as looking up the words of one person.
constexpr std::size_t entriesPerLookUp = 32;

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

// Works through the words, the rarest first: takes in whoever has it and was not met with an earlier one, adds up what
// these people have of the other words, and puts them among the best. What those have by then says how few of the
// next word's people can still get among them, mostly nobody.
class Ranking final
{
public:
    Ranking(const SearchIndex::Part &part, const std::vector<RankedWord> &words, SearchScratch &scratch, BestHits &best)
        : m_segment(*part.segment),
          m_hidden(part.hidden.get()),
          m_words(words),
          m_cut(words.size()),
          m_scratch(scratch),
          m_listed(scratch.listed),
          m_best(best)
    {
        m_listed.start(m_segment.size());
        if (scratch.gains.size() < m_segment.wordCount())
            scratch.gains.resize(m_segment.wordCount());
        m_runs.reserve(words.size());
        for (const RankedWord &word : words)
            m_runs.push_back(runsOf(word));
    }

    void run();

private:
    [[nodiscard]] std::vector<Run> runsOf(const RankedWord &word) const;
    // Less than this cannot be among the best.
    [[nodiscard]] unsigned least() const { return std::max<unsigned>(m_least, m_best.least()); }
    void admit(std::size_t word, unsigned rest);
    void raise(std::size_t word, unsigned rest);
    void raiseFromWords(const RankedWord &word, unsigned rest);
    template <typename Take>
    void scan(const Run &run, Take take);
    void raiseOne(Shortlist::Entry &entry, quint16 gain) const noexcept;
    void finish();

    const Segment &m_segment;
    const Places *m_hidden;
    const std::vector<RankedWord> &m_words;
    std::vector<std::vector<Run>> m_runs; // by word, the likeliest finds first
    std::vector<quint16> m_cut; // by word: what those it has who were not taken in are worth, since so many are
    SearchScratch &m_scratch;
    Shortlist &m_listed;
    BestHits &m_best;
    quint16 m_pass = 0;
    quint16 m_least = 0; // what the last of the best has so far, at least
};

// Each word counts once for a person: the best of what it may stand for.
void Ranking::raiseOne(Shortlist::Entry &entry, quint16 gain) const noexcept
{
    if (entry.word != m_pass) {
        entry.word = m_pass;
        entry.current = gain;
        entry.score = static_cast<quint16>(entry.score + gain);
    } else if (gain > entry.current) {
        entry.score = static_cast<quint16>(entry.score + gain - entry.current);
        entry.current = gain;
    }
}

template <typename Take>
void Ranking::scan(const Run &run, Take take)
{
    if (!run.isWord) {
        for (const quint32 *at = run.from; at != run.to; ++at)
            take(*at, run.gain, at);
        return;
    }
    for (const quint32 *at = run.from; at != run.to; ++at) {
        const quint16 less = fieldCosts[*at & 7U];
        if (run.gain > less)
            take(*at >> 3, static_cast<quint16>(run.gain - less), at);
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

// Lists people, the likeliest finds first, until nobody new can get among the best. `rest`: what they can have of the
// other words at most.
void Ranking::admit(std::size_t word, unsigned rest)
{
    ++m_pass;
    std::size_t admitted = 0;
    std::size_t settleAt = 4 * m_best.limit();
    for (const Run &run : m_runs[word]) {
        // Of equals the first are as good as any.
        if (run.gain + rest < least() || (rest == 0 && run.gain <= m_least))
            return;
        if (admitted > mostNewcomers) {
            m_cut[word] = run.gain;
            return;
        }
        const unsigned shift = run.isWord ? 3 : 0;
        scan(run, [&](Place place, quint16 gain, const quint32 *at) {
            if (static_cast<std::size_t>(run.to - at) > ahead)
                m_listed.prefetch(at[ahead] >> shift);
            if (m_listed.isKnown(place)) {
                if (Shortlist::Entry *entry = m_listed.find(place))
                    raiseOne(*entry, gain);
            } else if (m_hidden == nullptr || !(*m_hidden)[place]) {
                m_listed.add(place, gain, m_pass);
            }
        });
        admitted += static_cast<std::size_t>(run.to - run.from);
        if (admitted >= settleAt) {
            m_least = std::max(m_least, m_listed.leastOfBest(m_best.limit()));
            settleAt = 4 * admitted;
        }
    }
}

// Looks up the words of those who are listed, instead of going through everybody who has the word.
void Ranking::raiseFromWords(const RankedWord &word, unsigned rest)
{
    for (const RankedWord::Found &found : word.words)
        m_scratch.gains[found.word] = found.gain;

    m_listed.sort();
    const auto &listed = m_listed.entries();
    const auto fetchStart = [&listed, this](std::size_t at) {
        if (at < listed.size())
            __builtin_prefetch(&m_segment.forwardStarts[listed[at].place]);
    };
    const auto fetchWords = [&listed, this](std::size_t at) {
        if (at < listed.size())
            __builtin_prefetch(m_segment.wordsOf(listed[at].place).data());
    };
    for (std::size_t at = 0; at < 2 * ahead; ++at)
        fetchStart(at);
    for (std::size_t at = 0; at < ahead; ++at)
        fetchWords(at);
    std::vector<quint16> reached; // a heap: what the best have with this word, the least first
    std::size_t kept = 0;
    for (; kept < listed.size(); ++kept) {
        fetchStart(kept + 2 * ahead);
        fetchWords(kept + ahead);
        Shortlist::Entry &entry = m_listed.entry(kept);
        // They stand by falling score: from here on nobody gets among the best any more.
        if (reached.size() == m_best.limit() &&
            entry.score + Shortlist::scoreStep + word.best + rest <= reached.front())
            break;
        if (const unsigned most = bestOfWords(m_segment, entry.place, m_scratch.gains); most > 0)
            raiseOne(entry, static_cast<quint16>(most));
        if (reached.size() < m_best.limit() || entry.score > reached.front()) {
            if (reached.size() == m_best.limit()) {
                std::pop_heap(reached.begin(), reached.end(), std::greater<>());
                reached.pop_back();
            }
            reached.push_back(entry.score);
            std::push_heap(reached.begin(), reached.end(), std::greater<>());
        }
    }
    m_listed.keepFirst(kept);
    for (const RankedWord::Found &found : word.words)
        m_scratch.gains[found.word] = 0;
}

// Adds what those who are listed have of a word. `rest`: what they can have of the words after it at most.
void Ranking::raise(std::size_t word, unsigned rest)
{
    ++m_pass;
    std::size_t entries = 2 * m_words[word].words.size();
    for (const Run &run : m_runs[word])
        entries += run.isWord ? static_cast<std::size_t>(run.to - run.from) : 0;
    const bool isLookedUp = entries > entriesPerLookUp * m_listed.entries().size();
    for (const Run &run : m_runs[word]) {
        if (isLookedUp && run.isWord)
            continue;
        scan(run, [this](Place place, quint16 gain, const quint32 *) {
            if (Shortlist::Entry *entry = m_listed.find(place))
                raiseOne(*entry, gain);
        });
    }
    if (isLookedUp)
        raiseFromWords(m_words[word], rest);
    m_least = std::max(m_least, m_listed.leastOfBest(m_best.limit()));
    if (const unsigned wanted = least(); wanted > rest)
        m_listed.dropBelow(wanted - rest);
}

void Ranking::finish()
{
    for (const Shortlist::Entry &entry : m_listed.entries()) {
        if (entry.score >= m_best.least())
            m_best.add({entry.score, m_segment.numbers[entry.place]});
    }
    m_listed.clear();
}

void Ranking::run()
{
    // What newcomers can have of other words: all of those to come, and of those before it any that was cut.
    unsigned rest = 0;
    for (const RankedWord &word : m_words)
        rest += word.best;
    for (std::size_t word = 0; word < m_words.size(); ++word) {
        rest -= m_words[word].best;
        if (m_words[word].posts == 0)
            continue;
        if (m_words[word].best + rest < least())
            return;
        admit(word, rest);
        unsigned others = rest;
        for (std::size_t other = 0; other < m_words.size() && !m_listed.entries().empty(); ++other) {
            const bool isOpen = other > word || (other < word && m_cut[other] > 0);
            if (!isOpen || m_words[other].posts == 0)
                continue;
            others -= other > word ? m_words[other].best : m_cut[other];
            raise(other, others);
        }
        finish();
        rest += m_cut[word];
    }
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
    Ranking(part, words, scratch, best).run();
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
