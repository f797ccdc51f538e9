// SPDX-License-Identifier: MIT
#include "core/matching/linkage/text_pool.h"

#include <algorithm>
#include <cmath>

namespace reeve::matching {

namespace {

constexpr std::size_t longestText = 65'535;
constexpr std::size_t longestHead = 255;

} // namespace

TextPool::TextPool(std::uint32_t (*letterSetOf)(std::u16string_view)) : m_letterSet(letterSetOf), m_slots(1024, 0)
{
    m_entries.push_back({0, 0, 0, 0, 0});
}

std::uint32_t TextPool::hashOf(std::u16string_view text)
{
    std::uint64_t hash = 0x9e3779b97f4a7c15ULL;
    for (const char16_t c : text)
        hash = (hash ^ c) * 0x100000001b3ULL;
    hash ^= hash >> 29;
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::size_t TextPool::slotOf(std::u16string_view text, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0) {
        const Number number = m_slots[slot];
        if (m_entries[number].hash == hash && this->text(number) == text)
            break;
        slot = (slot + 1) & mask;
    }
    return slot;
}

TextPool::Number TextPool::add(std::u16string_view text)
{
    return add(text, text.size());
}

TextPool::Number TextPool::add(std::u16string_view text, std::size_t head)
{
    if (text.empty())
        return 0;
    text = text.substr(0, longestText);
    const std::uint32_t hash = hashOf(text);
    const std::size_t slot = slotOf(text, hash);
    if (m_slots[slot] != 0)
        return m_slots[slot];

    const Number number = static_cast<Number>(m_entries.size());
    head = std::min({head, text.size(), longestHead});
    m_entries.push_back({m_letters.size() & 0xff'ffff'ffffULL, head & 0xffU, text.size() & 0xffffU, hash,
                         m_letterSet(text.substr(0, head))});
    m_letters.insert(m_letters.end(), text.begin(), text.end());
    m_slots[slot] = number;
    if (m_entries.size() * 3 > m_slots.size() * 2)
        grow();
    return number;
}

TextPool::Number TextPool::find(std::u16string_view text) const
{
    return text.empty() ? 0 : m_slots[slotOf(text, hashOf(text))];
}

void TextPool::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    const std::size_t mask = m_slots.size() - 1;
    for (Number number = 1; number < m_entries.size(); ++number) {
        std::size_t slot = m_entries[number].hash & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = number;
    }
}

void Frequencies::count(TextPool::Number number)
{
    if (number == 0)
        return;
    if (number >= m_counts.size())
        m_counts.resize(std::max<std::size_t>(number + 1, m_counts.size() * 3 / 2));
    ++m_counts[number];
    ++m_known;
}

void Frequencies::settle(std::int64_t people)
{
    const double all = static_cast<double>(std::max<std::int64_t>(people, 2));
    m_rarest = static_cast<float>(std::log2(all));
    m_counts.shrink_to_fit();
    for (std::size_t others = 0; others < logarithms; ++others)
        m_log2[others] = static_cast<float>(others == 0 ? -1 : std::log2(static_cast<double>(others)));
}

void Frequencies::setRarity(TextPool::Number number, float bits)
{
    if (number >= m_rarity.size())
        m_rarity.resize(number + 1, m_rarest);
    m_rarity[number] = bits;
}

} // namespace reeve::matching
