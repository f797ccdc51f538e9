// SPDX-License-Identifier: MIT
#include "core/services/person/key_blocks.h"

namespace reeve::services {

KeyBlocks::Block KeyBlocks::add(quint64 key, quint32 number)
{
    const quint64 tag = key >> numberBits;
    const std::size_t last = m_slots.size() - 1;
    Block block;
    std::size_t place = placeOf(tag);
    for (; m_slots[place] != 0; place = (place + 1) & last) {
        if (m_slots[place] >> numberBits != tag)
            continue;
        block.held[block.count++] = static_cast<quint32>((m_slots[place] & mostNumbers) - 1);
        if (block.isFull())
            return block;
    }
    if (number >= mostNumbers)
        return block;
    m_slots[place] = (tag << numberBits) | (number + 1);
    if (++m_held * 2 > m_slots.size())
        grow();
    return block;
}

void KeyBlocks::grow()
{
    std::vector<quint64> before(m_slots.size() * 2);
    before.swap(m_slots);
    const std::size_t last = m_slots.size() - 1;
    // From a free one on, so that those with one key stay in their order.
    std::size_t first = 0;
    while (before[first] != 0)
        ++first;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const quint64 slot = before[(first + i) & (before.size() - 1)];
        if (slot == 0)
            continue;
        std::size_t place = placeOf(slot >> numberBits);
        while (m_slots[place] != 0)
            place = (place + 1) & last;
        m_slots[place] = slot;
    }
}

} // namespace reeve::services
