// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/code_key.h"
#include "core/matching/search/search_field.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace reeve::matching {

// A person's place in one segment: 0, 1, 2 … by rising number.
using Place = quint32;

// An unchanging index over some people, in one block of memory that is stored and read back as it is.
//
// A word stands in `posts` for each place that has it, as place * 8 + field; those of names first, then those of
// addresses. `words` of a place are the same the other way round: word * 8 + field. Words are sorted, and the nodes of
// their tree stand in preorder, so that a whole branch is passed over with one step. Codes are sorted per field.
class Segment final
{
public:
    // Null when `image` is none of this format.
    [[nodiscard]] static std::shared_ptr<const Segment> fromImage(std::vector<char> image);
    [[nodiscard]] std::span<const char> image() const noexcept { return m_image; }

    [[nodiscard]] Place size() const noexcept { return static_cast<Place>(numbers.size()); }
    [[nodiscard]] quint32 wordCount() const noexcept { return static_cast<quint32>(postSplits.size()); }
    // size() when the person is not in it.
    [[nodiscard]] Place placeOf(quint32 number) const noexcept;

    [[nodiscard]] std::string_view word(quint32 index) const noexcept
    {
        return {text.data() + wordStarts[index], wordStarts[index + 1] - wordStarts[index]};
    }
    // wordCount() when there is none.
    [[nodiscard]] quint32 findWord(std::string_view wanted) const noexcept;
    struct WordRange
    {
        quint32 from;
        quint32 to;
    };
    [[nodiscard]] WordRange beginningWith(std::string_view beginning) const noexcept;
    [[nodiscard]] std::span<const quint32> namePosts(quint32 index) const noexcept
    {
        return posts.subspan(postStarts[index], postSplits[index] - postStarts[index]);
    }
    [[nodiscard]] std::span<const quint32> streetPosts(quint32 index) const noexcept
    {
        return posts.subspan(postSplits[index], postStarts[index + 1] - postSplits[index]);
    }
    [[nodiscard]] std::span<const quint32> wordsOf(Place place) const noexcept
    {
        return forward.subspan(forwardStarts[place], forwardStarts[place + 1] - forwardStarts[place]);
    }

    struct Codes
    {
        std::span<const quint64> keys;
        std::span<const quint32> starts; // one more than keys
        std::span<const Place> places;

        // The places of all keys in `wanted`, in the order of the keys.
        [[nodiscard]] std::span<const Place> find(CodeKeys wanted) const noexcept;
        // Those of the postcodes that end with `inward`, one run for each: every key is looked at.
        [[nodiscard]] std::vector<std::span<const Place>> findInward(CodeKey inward) const;
    };
    [[nodiscard]] const Codes &codes(SearchField field) const noexcept
    {
        return m_codes[static_cast<std::size_t>(codeTable(field))];
    }

    std::span<const quint32> numbers; // person.number by place
    std::span<const quint32> wordStarts;
    std::span<const char> text;
    std::span<const quint32> postStarts;
    std::span<const quint32> postSplits; // where the addresses begin
    std::span<const quint32> posts;
    std::span<const quint32> forwardStarts;
    std::span<const quint32> forward;
    struct Node
    {
        quint32 next; // the node after this branch
        quint32 word; // the first word of this branch
        quint8 depth; // letters down to and with this node
        char letter;
        quint16 spare;
    };
    std::span<const Node> nodes;        // closed by one that stands for the end
    std::span<const quint32> soundKeys; // sorted hashes of soundKey()
    std::span<const quint32> soundWords;

private:
    explicit Segment(std::vector<char> image) : m_image(std::move(image)) {}
    [[nodiscard]] bool read();
    // The first word not before `wanted`; with `letters`, the first whose beginning of so many comes after it.
    [[nodiscard]] quint32 lowerBound(std::string_view wanted, std::size_t letters) const noexcept;

    std::vector<char> m_image;
    std::array<Codes, codeFieldCount> m_codes;
};

[[nodiscard]] quint32 soundHash(std::string_view key) noexcept;

} // namespace reeve::matching
