// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <iterator>

namespace reeve::services {

// What a stream of random numbers is for. Each has its own, so that a change to one leaves the others as they were.
enum class Stream : quint64 { Block = 1, Household, Street, Person, Contact, Interaction, Id };

// A small generator (splitmix64) that starts anywhere at once: dice(seed, stream, n) is the same on every machine,
// which the distributions of the standard library are not.
class Dice final
{
public:
    Dice(quint64 seed, Stream stream, quint64 index) noexcept
        : m_state(mix(seed + mix(static_cast<quint64>(stream) + mix(index))))
    {}

    [[nodiscard]] quint64 next() noexcept
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mix(m_state);
    }

    // 0 … limit-1; limit > 0
    [[nodiscard]] quint32 below(quint32 limit) noexcept { return static_cast<quint32>(((next() >> 32) * limit) >> 32); }

    // lowest … highest
    [[nodiscard]] int between(int lowest, int highest) noexcept
    {
        return lowest + static_cast<int>(below(static_cast<quint32>(highest - lowest + 1)));
    }

    [[nodiscard]] bool percent(double chance) noexcept { return below(100'000) < static_cast<quint32>(chance * 1000); }

    template <typename Array>
    [[nodiscard]] const auto &oneOf(const Array &array) noexcept
    {
        return array[below(static_cast<quint32>(std::size(array)))];
    }

private:
    static constexpr quint64 mix(quint64 z) noexcept
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace reeve::services
