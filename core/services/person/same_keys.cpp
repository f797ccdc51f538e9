// SPDX-License-Identifier: MIT
#include "core/services/person/same_keys.h"

#include <algorithm>
#include <string_view>

namespace reeve::services {

namespace {

using matching::SearchCard;
using matching::SearchField;
using matching::Segment;

// What has to agree besides the code itself.
enum class Names { None, Given, Both };

std::optional<Names> namesWith(const SearchCard::Code &code)
{
    switch (code.field) {
    case SearchField::NhsNumber:
    case SearchField::NiNumber:
        return Names::None;
    case SearchField::Phone:
    case SearchField::EmailWhole:
        return Names::Given;
    case SearchField::Born:
        return Names::Both;
    default:
        return std::nullopt;
    }
}

// The name as one word: the last that a card holds of it.
std::string_view wholeName(const SearchCard &card, SearchField field)
{
    std::string_view name;
    for (const SearchCard::Word &word : card.words) {
        if (word.field == field)
            name = word.text;
    }
    return name;
}

quint64 mixed(quint64 hash)
{
    hash ^= hash >> 31;
    hash *= 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29);
}

// Calls `each(hash)` for every key of the card.
template <typename Each>
void forKeys(const SearchCard &card, Each each)
{
    const std::string_view given = wholeName(card, SearchField::Given);
    const std::string_view family = wholeName(card, SearchField::Family);
    const std::hash<std::string_view> hashOf;
    for (const SearchCard::Code &code : card.codes) {
        const auto names = namesWith(code);
        if (!names || (*names != Names::None && given.empty()) || (*names == Names::Both && family.empty()))
            continue;
        quint64 hash = mixed(code.key + static_cast<quint64>(code.field));
        if (*names != Names::None)
            hash = mixed(hash + hashOf(given));
        if (*names == Names::Both)
            hash = mixed(hash + hashOf(family));
        each(hash);
    }
}

bool hasWord(const Segment &segment, matching::Place place, quint32 word, SearchField field)
{
    constexpr quint32 fieldBits = 3; // as a segment packs them
    const auto words = segment.wordsOf(place);
    return std::find(words.begin(), words.end(), (word << fieldBits) | static_cast<quint32>(field)) != words.end();
}

} // namespace

std::vector<quint32> SameKeys::known(const SearchCard &card) const
{
    std::vector<quint32> found;
    if (!m_known || m_known->size() == 0)
        return found;
    const std::string_view given = wholeName(card, SearchField::Given);
    const std::string_view family = wholeName(card, SearchField::Family);
    for (const matching::SearchIndex::Part &part : m_known->parts()) {
        const Segment &segment = *part.segment;
        const quint32 none = segment.wordCount();
        const quint32 givenWord = given.empty() ? none : segment.findWord(given);
        const quint32 familyWord = family.empty() ? none : segment.findWord(family);
        for (const SearchCard::Code &code : card.codes) {
            const auto names = namesWith(code);
            if (!names || (*names != Names::None && givenWord == none) || (*names == Names::Both && familyWord == none))
                continue;
            for (const matching::Place place : segment.codes(code.field).find({code.key, code.key + 1})) {
                if ((part.hidden && (*part.hidden)[place]) ||
                    (*names != Names::None && !hasWord(segment, place, givenWord, SearchField::Given)) ||
                    (*names == Names::Both && !hasWord(segment, place, familyWord, SearchField::Family)))
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

std::vector<quint32> SameKeys::add(quint32 number, const SearchCard &card)
{
    std::vector<quint32> found;
    forKeys(card, [&](quint64 key) {
        const quint32 first = m_added.try_emplace(key, number).first->second;
        if (first != number && found.size() < most && std::find(found.cbegin(), found.cend(), first) == found.cend())
            found.push_back(first);
    });
    return found;
}

} // namespace reeve::services
