// SPDX-License-Identifier: MIT
#include "core/matching/string_distance.h"

#include <algorithm>
#include <vector>

namespace reeve::matching {

bool isWithinOneEdit(QStringView a, QStringView b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;

    qsizetype i = 0;
    while (i < a.size() && a[i] == b[i])
        ++i;
    if (i == a.size())
        return true; // equal, or one more letter at the end
    if (a.size() != b.size())
        return a.sliced(i) == b.sliced(i + 1); // a letter more in b
    if (a.sliced(i + 1) == b.sliced(i + 1))
        return true; // another letter here
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.sliced(i + 2) == b.sliced(i + 2);
}

double jaroWinkler(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty() ? 1.0 : 0.0;

    const qsizetype window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    std::vector<bool> usedA(static_cast<std::size_t>(a.size()));
    std::vector<bool> usedB(static_cast<std::size_t>(b.size()));
    double common = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype last = std::min(b.size() - 1, i + window);
        for (qsizetype j = std::max<qsizetype>(0, i - window); j <= last; ++j) {
            if (usedB[static_cast<std::size_t>(j)] || a[i] != b[j])
                continue;
            usedA[static_cast<std::size_t>(i)] = usedB[static_cast<std::size_t>(j)] = true;
            ++common;
            break;
        }
    }
    if (common == 0)
        return 0;

    double outOfOrder = 0;
    qsizetype j = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (!usedA[static_cast<std::size_t>(i)])
            continue;
        while (!usedB[static_cast<std::size_t>(j)])
            ++j;
        if (a[i] != b[j])
            ++outOfOrder;
        ++j;
    }

    const double jaro = (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) +
                         (common - outOfOrder / 2) / common) /
                        3;
    if (jaro <= 0.7)
        return jaro;
    qsizetype prefix = 0;
    while (prefix < std::min<qsizetype>({4, a.size(), b.size()}) && a[prefix] == b[prefix])
        ++prefix;
    return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

} // namespace reeve::matching
