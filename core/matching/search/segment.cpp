// SPDX-License-Identifier: MIT
#include "core/matching/search/segment.h"

#include "core/matching/search/segment_image.h"

#include <algorithm>
#include <cstring>

namespace reeve::matching {

namespace {

// False when the part is not a whole number of elements within the image.
template <typename Element>
bool readPart(const std::vector<char> &image, const ImageHeader &header, std::size_t part, std::span<const Element> &to)
{
    const ImageHeader::Part &place = header.parts[part];
    if (place.offset % 8 != 0 || place.offset > image.size() || place.bytes > image.size() - place.offset ||
        place.bytes % sizeof(Element) != 0)
        return false;
    to = {reinterpret_cast<const Element *>(image.data() + place.offset), place.bytes / sizeof(Element)};
    return true;
}

// Starts of `count` lists in a table of `total` entries.
bool areStarts(std::span<const quint32> starts, std::size_t count, std::size_t total)
{
    return starts.size() == count + 1 && starts.front() == 0 && starts.back() == total &&
           std::is_sorted(starts.begin(), starts.end());
}

} // namespace

std::shared_ptr<const Segment> Segment::fromImage(std::vector<char> image)
{
    std::shared_ptr<Segment> segment(new Segment(std::move(image)));
    return segment->read() ? segment : nullptr;
}

bool Segment::read()
{
    ImageHeader header{};
    if (m_image.size() < sizeof header)
        return false;
    std::memcpy(&header, m_image.data(), sizeof header);
    if (header.mark != imageMark || header.version != imageVersion)
        return false;
    const bool areInside =
        readPart(m_image, header, NumbersPart, numbers) && readPart(m_image, header, WordStartsPart, wordStarts) &&
        readPart(m_image, header, TextPart, text) && readPart(m_image, header, PostStartsPart, postStarts) &&
        readPart(m_image, header, PostSplitsPart, postSplits) && readPart(m_image, header, PostsPart, posts) &&
        readPart(m_image, header, ForwardStartsPart, forwardStarts) &&
        readPart(m_image, header, ForwardPart, forward) && readPart(m_image, header, NodesPart, nodes) &&
        readPart(m_image, header, SoundKeysPart, soundKeys) && readPart(m_image, header, SoundWordsPart, soundWords);
    if (!areInside || nodes.empty() || soundKeys.size() != soundWords.size() ||
        !areStarts(wordStarts, postSplits.size(), text.size()) ||
        !areStarts(postStarts, postSplits.size(), posts.size()) ||
        !areStarts(forwardStarts, numbers.size(), forward.size()))
        return false;
    for (std::size_t table = 0; table < m_codes.size(); ++table) {
        Codes &codes = m_codes[table];
        if (!readPart(m_image, header, FirstCodesPart + 3 * table, codes.keys) ||
            !readPart(m_image, header, FirstCodesPart + 3 * table + 1, codes.starts) ||
            !readPart(m_image, header, FirstCodesPart + 3 * table + 2, codes.places) ||
            !areStarts(codes.starts, codes.keys.size(), codes.places.size()))
            return false;
    }
    return true;
}

Place Segment::placeOf(quint32 number) const noexcept
{
    const auto found = std::lower_bound(numbers.begin(), numbers.end(), number);
    return found != numbers.end() && *found == number ? static_cast<Place>(found - numbers.begin()) : size();
}

quint32 Segment::lowerBound(std::string_view wanted, std::size_t letters) const noexcept
{
    quint32 low = 0;
    quint32 high = wordCount();
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        const int order = word(middle).substr(0, letters).compare(wanted);
        if (order < 0 || (order == 0 && letters != std::string_view::npos))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Segment::WordRange Segment::beginningWith(std::string_view beginning) const noexcept
{
    return {lowerBound(beginning, std::string_view::npos), lowerBound(beginning, beginning.size())};
}

quint32 Segment::findWord(std::string_view wanted) const noexcept
{
    const quint32 low = lowerBound(wanted, std::string_view::npos);
    return low < wordCount() && word(low) == wanted ? low : wordCount();
}

std::span<const Place> Segment::Codes::find(CodeKeys wanted) const noexcept
{
    const auto from = std::lower_bound(keys.begin(), keys.end(), wanted.from);
    if (from == keys.end() || *from >= wanted.to)
        return {};
    const auto to = wanted.to == wanted.from + 1 ? from + 1 : std::lower_bound(from, keys.end(), wanted.to);
    const quint32 begin = starts[static_cast<std::size_t>(from - keys.begin())];
    const quint32 end = starts[static_cast<std::size_t>(to - keys.begin())];
    return places.subspan(begin, end - begin);
}

std::vector<std::span<const Place>> Segment::Codes::findInward(CodeKey inward) const
{
    // Of a million people some tens of thousands: much less than a tenth of a millisecond.
    std::vector<std::span<const Place>> runs;
    for (std::size_t key = 0; key < keys.size(); ++key) {
        if (inwardOf(keys[key]) == inward)
            runs.push_back(places.subspan(starts[key], starts[key + 1] - starts[key]));
    }
    return runs;
}

quint32 soundHash(std::string_view key) noexcept
{
    quint32 hash = 2166136261U; // FNV-1a
    for (const char c : key)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

} // namespace reeve::matching
