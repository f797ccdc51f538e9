// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"
#include "core/matching/search/segment.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace reeve::matching {

// People marked by their place.
using Places = std::vector<bool>;

// Makes a segment of people and of other segments. Each person's number once. 20 µs a person; needs about as much
// memory again as what it makes.
class SegmentBuilder final
{
public:
    void add(quint32 number, const SearchCard &card);
    // Everybody of `segment` who is not `hidden` (empty: nobody is).
    void add(const Segment &segment, const Places &hidden);

    [[nodiscard]] std::size_t size() const noexcept { return m_numbers.size(); }

    // Leaves the builder empty.
    [[nodiscard]] std::shared_ptr<const Segment> build();

private:
    struct CodeEntry
    {
        CodeKey key;
        Place place;
    };

    quint32 wordIndex(std::string_view text);
    void sortPeople();
    void sortWords();

    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, quint32, TextHash, std::equal_to<>> m_words;
    std::vector<quint32> m_numbers;
    std::vector<quint32> m_forwardStarts{0};
    std::vector<quint32> m_forward;
    std::array<std::vector<CodeEntry>, codeFieldCount> m_codes;
    std::vector<std::string_view> m_sorted; // into m_words
};

} // namespace reeve::matching
