// SPDX-License-Identifier: MIT
#include "core/matching/string_distance.h"

#include <algorithm>
#include <array>
#include <bit>

namespace reeve::matching {

namespace {

constexpr qsizetype mostLetters = 64; // one bit each

} // namespace

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

int editDistance(QStringView a, QStringView b, int limit)
{
    if (a == b)
        return 0;
    if (std::abs(a.size() - b.size()) > limit || a.size() > mostLetters || b.size() > mostLetters)
        return limit + 1;

    std::array<std::array<int, mostLetters + 1>, 3> rows{};
    const auto columns = static_cast<std::size_t>(b.size());
    for (std::size_t j = 0; j <= columns; ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto &now = rows[static_cast<std::size_t>(i % 3)];
        const auto &last = rows[static_cast<std::size_t>((i + 2) % 3)];
        const auto &before = rows[static_cast<std::size_t>((i + 1) % 3)];
        now[0] = static_cast<int>(i);
        int best = now[0];
        for (std::size_t j = 1; j <= columns; ++j) {
            const QChar letter = b[static_cast<qsizetype>(j) - 1];
            const int cost = a[i - 1] == letter ? 0 : 1;
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[static_cast<qsizetype>(j) - 2] && a[i - 2] == letter)
                now[j] = std::min(now[j], before[j - 2] + 1);
            best = std::min(best, now[j]);
        }
        if (best > limit)
            return limit + 1;
    }
    return std::min(rows[static_cast<std::size_t>(a.size() % 3)][columns], limit + 1);
}

double jaroWinkler(QStringView a, QStringView b)
{
    a = a.first(std::min(a.size(), mostLetters));
    b = b.first(std::min(b.size(), mostLetters));
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty() ? 1.0 : 0.0;

    const qsizetype window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    std::uint64_t usedA = 0;
    std::uint64_t usedB = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype last = std::min(b.size() - 1, i + window);
        for (qsizetype j = std::max<qsizetype>(0, i - window); j <= last; ++j) {
            const std::uint64_t bit = std::uint64_t{1} << j;
            if ((usedB & bit) != 0 || a[i] != b[j])
                continue;
            usedA |= std::uint64_t{1} << i;
            usedB |= bit;
            break;
        }
    }
    const double common = std::popcount(usedA);
    if (common == 0)
        return 0;

    double outOfOrder = 0;
    for (std::uint64_t restA = usedA, restB = usedB; restA != 0; restA &= restA - 1, restB &= restB - 1)
        outOfOrder += a[std::countr_zero(restA)] != b[std::countr_zero(restB)] ? 1 : 0;

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
