// SPDX-License-Identifier: MIT
#include "core/services/person/card_facts.h"
#include "core/services/person/same_keys.h"

#include <algorithm>

namespace reeve::services {

namespace {

using matching::Place;
using matching::SearchField;
using matching::Segment;

constexpr std::size_t mostWithOne = 1'000; // places of one code: what more share says little
constexpr quint32 fieldBits = 3;           // as a segment packs them
constexpr quint32 fieldMask = 7;

// One part of the index, and where in it people say the same as the card.
class PartLookup final
{
public:
    PartLookup(const Segment &segment, const CardFacts &says)
        : m_segment(segment),
          m_says(says),
          m_given(postsOf(says.given)),
          m_family(postsOf(says.family)),
          m_born(bornOn(says.bornOnDay)),
          m_bornSwapped(bornOn(says.bornSwapped))
    {}

    // Of those who have the card's code in this field, who also says the rest of a key.
    [[nodiscard]] bool isSame(SearchField field, Place place) const
    {
        switch (field) {
        case SearchField::NhsNumber:
        case SearchField::NiNumber:
            return true;
        case SearchField::Phone:
        case SearchField::EmailWhole:
            return hasGiven(place) || isBornThen(place);
        case SearchField::Postcode:
            return isBornThen(place) || (hasFamily(place) && hasGiven(place));
        case SearchField::Born:
            return hasFamily(place) || (hasGiven(place) && soundsAlike(place));
        default:
            return false;
        }
    }

private:
    [[nodiscard]] std::span<const quint32> postsOf(std::string_view name) const
    {
        const quint32 word = name.empty() ? m_segment.wordCount() : m_segment.findWord(name);
        return word == m_segment.wordCount() ? std::span<const quint32>() : m_segment.namePosts(word);
    }

    // Looked up in the list of the word: those of one code lie all over the segment.
    [[nodiscard]] static bool has(std::span<const quint32> posts, Place place, SearchField field)
    {
        auto post = std::lower_bound(posts.begin(), posts.end(), place << fieldBits);
        while (post != posts.end() && *post >> fieldBits == place && (*post & fieldMask) != static_cast<quint32>(field))
            ++post;
        return post != posts.end() && *post >> fieldBits == place;
    }
    [[nodiscard]] bool hasGiven(Place place) const { return has(m_given, place, SearchField::Given); }
    [[nodiscard]] bool hasFamily(Place place) const { return has(m_family, place, SearchField::Family); }
    [[nodiscard]] std::span<const Place> bornOn(matching::CodeKey day) const
    {
        return day == 0 ? std::span<const Place>() : m_segment.codes(SearchField::Born).find({day, day + 1});
    }
    [[nodiscard]] bool isBornThen(Place place) const
    {
        return std::binary_search(m_born.begin(), m_born.end(), place) ||
               std::binary_search(m_bornSwapped.begin(), m_bornSwapped.end(), place);
    }

    template <typename Matches>
    [[nodiscard]] bool hasWord(Place place, SearchField field, Matches matches) const
    {
        const auto words = m_segment.wordsOf(place);
        return std::any_of(words.begin(), words.end(), [&](quint32 entry) {
            return (entry & fieldMask) == static_cast<quint32>(field) && matches(m_segment.word(entry >> fieldBits));
        });
    }
    [[nodiscard]] bool soundsAlike(Place place) const
    {
        return !m_says.family.empty() && hasWord(place, SearchField::Family, [this](std::string_view word) {
            return soundOf(word) == m_says.familySound;
        });
    }

    const Segment &m_segment;
    const CardFacts &m_says;
    std::span<const quint32> m_given;
    std::span<const quint32> m_family;
    std::span<const Place> m_born;
    std::span<const Place> m_bornSwapped;
};

bool isOfAKey(SearchField field)
{
    switch (field) {
    case SearchField::NhsNumber:
    case SearchField::NiNumber:
    case SearchField::Phone:
    case SearchField::EmailWhole:
    case SearchField::Postcode:
    case SearchField::Born:
        return true;
    default:
        return false;
    }
}

} // namespace

std::vector<quint32> SameKeys::known(const matching::SearchCard &card) const
{
    std::vector<quint32> found;
    if (!m_known || m_known->size() == 0)
        return found;
    const CardFacts says(card);
    for (const matching::SearchIndex::Part &part : m_known->parts()) {
        const Segment &segment = *part.segment;
        const PartLookup lookup(segment, says);
        for (const matching::SearchCard::Code &code : card.codes) {
            if (!isOfAKey(code.field))
                continue;
            const auto places = segment.codes(code.field).find({code.key, code.key + 1});
            if (places.size() > mostWithOne)
                continue;
            for (const Place place : places) {
                if ((part.hidden && (*part.hidden)[place]) || !lookup.isSame(code.field, place))
                    continue;
                const quint32 number = segment.numbers[place];
                if (std::find(found.cbegin(), found.cend(), number) == found.cend())
                    found.push_back(number);
                if (found.size() == most)
                    return found;
            }
        }
    }
    return found;
}

} // namespace reeve::services
