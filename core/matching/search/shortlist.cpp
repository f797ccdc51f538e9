// SPDX-License-Identifier: MIT
#include "core/matching/search/shortlist.h"

#include <algorithm>

namespace reeve::matching {

void Shortlist::start(Place people)
{
    m_entries.clear();
    m_known.assign(people / bitsOfWord + 1, 0);
    if (m_at.size() < people)
        m_at.resize(people);
}

quint16 Shortlist::leastOfBest(std::size_t count)
{
    if (count == 0 || m_entries.size() < count)
        return 0;
    m_counts.assign(0x10000 / scoreStep, 0);
    unsigned highest = 0;
    for (const Entry &entry : m_entries) {
        const unsigned step = entry.score / scoreStep;
        ++m_counts[step];
        highest = std::max(highest, step);
    }
    std::size_t above = 0;
    for (unsigned step = highest + 1; step-- > 0;) {
        above += m_counts[step];
        if (above >= count)
            return static_cast<quint16>(step * scoreStep);
    }
    return 0;
}

void Shortlist::sort()
{
    unsigned highest = 0;
    bool isSorted = true;
    unsigned last = ~0U;
    for (const Entry &entry : m_entries) {
        const unsigned step = entry.score / scoreStep;
        highest = std::max(highest, step);
        isSorted = isSorted && step <= last;
        last = step;
    }
    if (isSorted)
        return;
    m_counts.assign(highest + 2, 0);
    for (const Entry &entry : m_entries)
        ++m_counts[highest - entry.score / scoreStep + 1];
    for (unsigned i = 1; i < m_counts.size(); ++i)
        m_counts[i] += m_counts[i - 1];
    m_sorted.resize(m_entries.size());
    for (const Entry &entry : m_entries) {
        const quint32 at = m_counts[highest - entry.score / scoreStep]++;
        m_sorted[at] = entry;
        m_at[entry.place] = at;
    }
    m_entries.swap(m_sorted);
}

void Shortlist::dropBelow(unsigned score) noexcept
{
    std::size_t kept = 0;
    for (const Entry &entry : m_entries) {
        if (entry.score < score)
            continue;
        m_at[entry.place] = static_cast<quint32>(kept);
        m_entries[kept++] = entry;
    }
    m_entries.resize(kept);
}

} // namespace reeve::matching
