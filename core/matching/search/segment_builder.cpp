// SPDX-License-Identifier: MIT
#include "core/matching/search/segment_builder.h"

#include "core/matching/search/image_writer.h"
#include "core/matching/search/radix_sort.h"
#include "core/matching/search/sound_key.h"
#include "core/matching/search/word_tree.h"

#include <algorithm>
#include <numeric>

namespace reeve::matching {

namespace {

constexpr quint32 fieldBits = 3;
constexpr quint32 fieldMask = 7;

constexpr bool isStreet(quint32 entry)
{
    return (entry & fieldMask) == static_cast<quint32>(SearchField::Street);
}

} // namespace

quint32 SegmentBuilder::wordIndex(std::string_view text)
{
    if (const auto known = m_words.find(text); known != m_words.end())
        return known->second;
    const auto index = static_cast<quint32>(m_words.size());
    m_words.emplace(std::string(text), index);
    return index;
}

void SegmentBuilder::add(quint32 number, const SearchCard &card)
{
    const auto place = static_cast<Place>(m_numbers.size());
    m_numbers.push_back(number);
    for (const SearchCard::Word &word : card.words)
        m_forward.push_back((wordIndex(word.text) << fieldBits) | static_cast<quint32>(word.field));
    m_forwardStarts.push_back(static_cast<quint32>(m_forward.size()));
    for (const SearchCard::Code &code : card.codes)
        m_codes[static_cast<std::size_t>(codeTable(code.field))].push_back({code.key, place});
}

void SegmentBuilder::add(const Segment &segment, const Places &hidden)
{
    std::vector<quint32> words(segment.wordCount(), ~quint32{0});
    std::vector<Place> places(segment.size(), ~Place{0});
    for (Place old = 0; old < segment.size(); ++old) {
        if (!hidden.empty() && hidden[old])
            continue;
        places[old] = static_cast<Place>(m_numbers.size());
        m_numbers.push_back(segment.numbers[old]);
        for (const quint32 entry : segment.wordsOf(old)) {
            quint32 &index = words[entry >> fieldBits];
            if (index == ~quint32{0})
                index = wordIndex(segment.word(entry >> fieldBits));
            m_forward.push_back((index << fieldBits) | (entry & fieldMask));
        }
        m_forwardStarts.push_back(static_cast<quint32>(m_forward.size()));
    }
    for (int table = 0; table < codeFieldCount; ++table) {
        const Segment::Codes &codes = segment.codes(static_cast<SearchField>(table + wordFieldCount));
        auto &entries = m_codes[static_cast<std::size_t>(table)];
        for (std::size_t key = 0; key < codes.keys.size(); ++key) {
            for (quint32 i = codes.starts[key]; i < codes.starts[key + 1]; ++i) {
                if (const Place place = places[codes.places[i]]; place != ~Place{0})
                    entries.push_back({codes.keys[key], place});
            }
        }
    }
}

// Rising numbers: equals are listed in that order.
void SegmentBuilder::sortPeople()
{
    if (std::is_sorted(m_numbers.begin(), m_numbers.end()))
        return;
    std::vector<Place> order(m_numbers.size());
    std::iota(order.begin(), order.end(), Place{0});
    std::sort(order.begin(), order.end(), [this](Place a, Place b) { return m_numbers[a] < m_numbers[b]; });

    std::vector<Place> newPlaces(order.size());
    std::vector<quint32> numbers;
    std::vector<quint32> starts{0};
    std::vector<quint32> forward;
    numbers.reserve(order.size());
    starts.reserve(order.size() + 1);
    forward.reserve(m_forward.size());
    for (const Place old : order) {
        newPlaces[old] = static_cast<Place>(numbers.size());
        numbers.push_back(m_numbers[old]);
        forward.insert(forward.end(), m_forward.begin() + m_forwardStarts[old],
                       m_forward.begin() + m_forwardStarts[old + 1]);
        starts.push_back(static_cast<quint32>(forward.size()));
    }
    m_numbers = std::move(numbers);
    m_forwardStarts = std::move(starts);
    m_forward = std::move(forward);
    for (auto &entries : m_codes) {
        for (CodeEntry &entry : entries)
            entry.place = newPlaces[entry.place];
        std::sort(entries.begin(), entries.end(),
                  [](const CodeEntry &a, const CodeEntry &b) { return a.place < b.place; });
    }
}

void SegmentBuilder::sortWords()
{
    std::vector<std::pair<std::string_view, quint32>> order;
    order.reserve(m_words.size());
    for (const auto &[text, index] : m_words)
        order.emplace_back(text, index);
    std::sort(order.begin(), order.end());
    std::vector<quint32> newIndexes(order.size());
    m_sorted.clear();
    m_sorted.reserve(order.size());
    for (const auto &[text, index] : order) {
        newIndexes[index] = static_cast<quint32>(m_sorted.size());
        m_sorted.push_back(text);
    }
    for (quint32 &entry : m_forward)
        entry = (newIndexes[entry >> fieldBits] << fieldBits) | (entry & fieldMask);
}

std::shared_ptr<const Segment> SegmentBuilder::build()
{
    sortPeople();
    sortWords();
    ImageWriter writer;
    writer.part(NumbersPart, m_numbers);

    std::vector<quint32> starts{0};
    std::vector<char> text;
    std::vector<std::pair<quint32, quint32>> sounds;
    for (const std::string_view word : m_sorted) {
        text.insert(text.end(), word.begin(), word.end());
        if (const std::string key = soundKey(word); !key.empty())
            sounds.emplace_back(soundHash(key), static_cast<quint32>(starts.size() - 1));
        starts.push_back(static_cast<quint32>(text.size()));
    }
    writer.part(WordStartsPart, starts);
    writer.part(TextPart, text);
    writer.part(NodesPart, wordTree(m_sorted));
    std::sort(sounds.begin(), sounds.end());
    std::vector<quint32> soundKeys;
    std::vector<quint32> soundWords;
    for (const auto &[key, word] : sounds) {
        soundKeys.push_back(key);
        soundWords.push_back(word);
    }
    writer.part(SoundKeysPart, soundKeys);
    writer.part(SoundWordsPart, soundWords);

    // Count, then fill: each list comes out in the order of the places.
    const std::size_t count = m_sorted.size();
    std::vector<quint32> postStarts(count + 1);
    std::vector<quint32> streets(count);
    for (const quint32 entry : m_forward) {
        ++postStarts[(entry >> fieldBits) + 1];
        if (isStreet(entry))
            ++streets[entry >> fieldBits];
    }
    std::partial_sum(postStarts.begin(), postStarts.end(), postStarts.begin());
    std::vector<quint32> splits(count);
    std::vector<quint32> nextName(postStarts.begin(), postStarts.end() - 1);
    std::vector<quint32> nextStreet(count);
    for (std::size_t word = 0; word < count; ++word)
        nextStreet[word] = splits[word] = postStarts[word + 1] - streets[word];
    std::vector<quint32> posts(m_forward.size());
    for (Place place = 0; place < m_numbers.size(); ++place) {
        for (quint32 i = m_forwardStarts[place]; i < m_forwardStarts[place + 1]; ++i) {
            const quint32 word = m_forward[i] >> fieldBits;
            quint32 &next = isStreet(m_forward[i]) ? nextStreet[word] : nextName[word];
            posts[next++] = (place << fieldBits) | (m_forward[i] & fieldMask);
        }
    }
    writer.part(PostStartsPart, postStarts);
    writer.part(PostSplitsPart, splits);
    writer.part(PostsPart, posts);
    writer.part(ForwardStartsPart, m_forwardStarts);
    writer.part(ForwardPart, m_forward);

    for (std::size_t table = 0; table < m_codes.size(); ++table) {
        auto &entries = m_codes[table];
        sortByKey(entries);
        std::vector<quint64> keys;
        std::vector<quint32> codeStarts;
        std::vector<Place> places;
        places.reserve(entries.size());
        for (const CodeEntry &entry : entries) {
            if (keys.empty() || keys.back() != entry.key) {
                keys.push_back(entry.key);
                codeStarts.push_back(static_cast<quint32>(places.size()));
            }
            places.push_back(entry.place);
        }
        codeStarts.push_back(static_cast<quint32>(places.size()));
        writer.part(FirstCodesPart + 3 * table, keys);
        writer.part(FirstCodesPart + 3 * table + 1, codeStarts);
        writer.part(FirstCodesPart + 3 * table + 2, places);
        entries = {};
    }
    *this = SegmentBuilder();
    return Segment::fromImage(writer.take());
}

} // namespace reeve::matching
