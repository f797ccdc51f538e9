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

std::optional<Names> namesWith(SearchField field)
{
    switch (field) {
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

// Calls `each(field, hash)` for every key of the card.
template <typename Each>
void forKeys(const SearchCard &card, Each each)
{
    const std::string_view given = wholeName(card, SearchField::Given);
    const std::string_view family = wholeName(card, SearchField::Family);
    const std::hash<std::string_view> hashOf;
    for (const SearchCard::Code &code : card.codes) {
        const auto names = namesWith(code.field);
        if (!names || (*names != Names::None && given.empty()) || (*names == Names::Both && family.empty()))
            continue;
        quint64 hash = mixed(code.key + static_cast<quint64>(code.field));
        if (*names != Names::None)
            hash = mixed(hash + hashOf(given));
        if (*names == Names::Both)
            hash = mixed(hash + hashOf(family));
        each(code.field, hash);
    }
}

constexpr quint64 power(quint64 base, int exponent)
{
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
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
            const auto names = namesWith(code.field);
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

SameKeys::Facts SameKeys::factsOf(const SearchCard &card)
{
    const auto shortened = [](quint64 hash) { return static_cast<quint32>(mixed(hash) >> 32) | 1U; };
    Facts facts;
    if (const std::string_view family = wholeName(card, SearchField::Family); !family.empty())
        facts.family = shortened(std::hash<std::string_view>{}(family));
    for (const SearchCard::Code &code : card.codes) {
        if (code.field == SearchField::Postcode) {
            facts.postcode = shortened(code.key);
        } else if (code.field == SearchField::Born) {
            // Four places for the year, two for the month, two for the day, the rest empty.
            constexpr quint64 year = power(37, 8);
            constexpr quint64 dayOfMonth = power(37, 6);
            static const quint64 unknown = matching::codeKey(u"00000000") % dayOfMonth;
            facts.year = shortened(code.key / year);
            facts.day = code.key % dayOfMonth == unknown ? 0 : shortened(code.key % year);
        }
    }
    return facts;
}

// Nothing else that both say is the same.
bool SameKeys::areStrangers(quint32 one, quint32 other) const
{
    const Facts &a = m_facts[one - m_firstNumber];
    const Facts &b = m_facts[other - m_firstNumber];
    const auto differ = [](quint32 left, quint32 right) { return left != 0 && right != 0 && left != right; };
    // Two of whom only the year is known were not born on the same day.
    const bool isOtherDay = a.day == 0 || b.day == 0 || a.day != b.day;
    return differ(a.family, b.family) && differ(a.postcode, b.postcode) && differ(a.year, b.year) && isOtherDay;
}

void SameKeys::grow()
{
    std::vector<Holder> before(m_holders.size() * 2);
    before.swap(m_holders);
    m_held = 0;
    for (const Holder &holder : before) {
        if (holder.number != 0)
            static_cast<void>(firstWith(holder.key, holder.number));
    }
}

quint32 SameKeys::firstWith(quint64 key, quint32 number)
{
    const std::size_t mask = m_holders.size() - 1;
    std::size_t place = key & mask;
    while (m_holders[place].number != 0 && m_holders[place].key != key)
        place = (place + 1) & mask;
    Holder &holder = m_holders[place];
    if (holder.number != 0)
        return holder.number;
    holder = {key, number};
    if (++m_held * 2 > m_holders.size())
        grow();
    return number;
}

std::vector<quint32> SameKeys::add(quint32 number, const SearchCard &card)
{
    if (m_facts.empty())
        m_firstNumber = number;
    m_facts.resize(number - m_firstNumber);
    m_facts.push_back(factsOf(card));

    std::vector<quint32> found;
    forKeys(card, [&](SearchField field, quint64 key) {
        const quint32 first = firstWith(key, number);
        if (first == number || found.size() == most || std::find(found.cbegin(), found.cend(), first) != found.cend())
            return;
        if (namesWith(field) != Names::Given || !areStrangers(first, number))
            found.push_back(first);
    });
    return found;
}

} // namespace reeve::services
