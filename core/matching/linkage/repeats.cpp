// SPDX-License-Identifier: MIT
#include "core/matching/linkage/repeats.h"

#include <algorithm>
#include <tuple>

namespace reeve::matching {

namespace {

constexpr std::size_t mostCompared = 20; // of the very same

auto everything(const LinkageRecord &r)
{
    return std::tie(r.given, r.middle, r.knownAs, r.family, r.former, r.born, r.died, r.street, r.number, r.postcode,
                    r.uprn, r.phones, r.landline, r.email, r.nhsNumber, r.niNumber, r.extras, r.generation);
}

bool isSomebody(const LinkageRecord &r)
{
    const bool saysMore = r.born != 0 || (r.street != 0 && r.number != 0) || r.uprn != 0 || r.phones[0] != 0 ||
                          r.landline != 0 || r.email != 0 || r.nhsNumber != 0 || r.niNumber != 0;
    return r.given != 0 && r.family != 0 && saysMore;
}

// Of a few fields, for sorting; equal records have equal ones.
std::uint64_t roughly(const LinkageRecord &r)
{
    std::uint64_t hash = 0x243f6a8885a308d3ULL;
    for (const std::uint32_t part : {r.given, r.family, static_cast<std::uint32_t>(r.born), r.street, r.number,
                                     r.phones[0], r.landline, r.email, r.nhsNumber}) {
        hash = (hash ^ part) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 31;
    }
    return hash;
}

} // namespace

Repeats findRepeats(const RecordSet &set)
{
    struct Entry
    {
        std::uint64_t rough;
        std::uint32_t record;
    };
    Repeats repeats;
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < set.records.size(); ++i) {
        if (isSomebody(set.records[i]))
            entries.push_back({roughly(set.records[i]), static_cast<std::uint32_t>(i)});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.rough != b.rough ? a.rough < b.rough : a.record < b.record;
    });
    for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
        while (end < entries.size() && entries[end].rough == entries[begin].rough)
            ++end;
        if (end - begin <= mostCompared)
            continue;
        std::uint32_t first = entries[begin].record;
        for (std::size_t i = begin + 1; i < end; ++i) {
            const std::uint32_t record = entries[i].record;
            if (everything(set.records[record]) != everything(set.records[first]))
                continue;
            if (first < set.lefts && record >= set.lefts) {
                repeats.across.push_back({first, record});
                first = record;
            } else {
                repeats.pairs.push_back({first, record});
            }
        }
    }
    std::sort(repeats.pairs.begin(), repeats.pairs.end());
    std::sort(repeats.across.begin(), repeats.across.end());
    if (!repeats.pairs.empty())
        repeats.isAgain.resize(set.records.size());
    for (const Repeats::Pair &pair : repeats.pairs)
        repeats.isAgain[pair.again] = true;
    return repeats;
}

} // namespace reeve::matching
