// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>
#include <span>
#include <vector>

namespace reeve::services {

// Who of many has the same key, in eight bytes for each: open addressing, where a map of nodes takes three times as
// long. A key that more have than `most` says little: nobody else is held for it, and the answer says that it is full.
// Two keys in seventy thousand million count as one: whoever asks compares afterwards. One thread at a time.
class KeyBlocks final
{
public:
    static constexpr std::size_t most = 4;

    // Those who have the key, in the order they came.
    struct Block
    {
        std::array<quint32, most> held{};
        std::size_t count = 0;

        [[nodiscard]] bool isFull() const noexcept { return count == most; }
        [[nodiscard]] std::span<const quint32> numbers() const noexcept { return {held.data(), count}; }
    };

    // Brings the place of a key near: worth it for several that are added one after the other.
    void expect(quint64 key) const noexcept { __builtin_prefetch(&m_slots[placeOf(key >> numberBits)]); }
    // Answers who had it before. `key` is evenly spread, `number` less than mostNumbers; else it is not held.
    Block add(quint64 key, quint32 number);

private:
    // A slot: the key's upper bits, then the number and one; 0: free.
    static constexpr int numberBits = 28;
    static constexpr quint64 mostNumbers = (quint64{1} << numberBits) - 1;

    [[nodiscard]] std::size_t placeOf(quint64 tag) const noexcept { return tag & (m_slots.size() - 1); }
    void grow();

    std::vector<quint64> m_slots = std::vector<quint64>(std::size_t{1} << 12); // a power of two
    std::size_t m_held = 0;
};

} // namespace reeve::services
