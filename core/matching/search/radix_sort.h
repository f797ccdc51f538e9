// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace reeve::matching {

// Sorts by the member `key` (quint64); equals stay in their order. Needs as much memory again. For the hundred thousand
// keys of a segment it takes a fifth of the time of std::sort.
template <typename Entry>
void sortByKey(std::vector<Entry> &entries)
{
    constexpr int bits = 8;
    constexpr int passes = 64 / bits;
    constexpr std::size_t digits = std::size_t{1} << bits;
    constexpr std::size_t few = 500;
    if (entries.size() < few) {
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.key < b.key; });
        return;
    }
    std::array<std::array<quint32, digits>, passes> counts{};
    const auto digit = [](const Entry &entry, std::size_t pass) -> std::size_t {
        return (entry.key >> (bits * pass)) % digits;
    };
    for (const Entry &entry : entries) {
        for (std::size_t pass = 0; pass < passes; ++pass)
            ++counts[pass][digit(entry, pass)];
    }
    std::vector<Entry> other(entries.size());
    for (std::size_t pass = 0; pass < passes; ++pass) {
        auto &count = counts[pass];
        if (count[digit(entries.front(), pass)] == entries.size())
            continue; // all the same
        quint32 place = 0;
        for (quint32 &next : count)
            place += std::exchange(next, place);
        for (const Entry &entry : entries)
            other[count[digit(entry, pass)]++] = entry;
        entries.swap(other);
    }
}

} // namespace reeve::matching
