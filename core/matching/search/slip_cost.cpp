// SPDX-License-Identifier: MIT
#include "core/matching/search/slip_cost.h"

#include <algorithm>

namespace reeve::matching {

namespace {

struct Letters
{
    std::array<std::array<Cost, 26>, 26> instead; // [recorded][typed]
};

constexpr bool isIn(std::string_view letters, char c)
{
    return letters.find(c) != std::string_view::npos;
}

// The keys beside each letter of a British keyboard.
constexpr std::array<std::string_view, 26> besides = {
    "qwsz", "vghn", "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko", "huikmn", "jiolm", "kop",  "njk",
    "bhjm", "iklp", "ol",   "wa",     "edft", "awedxz", "rfgy",   "yhji",   "cfgb", "qase",   "zsdc",  "tghu", "asx"};

constexpr bool soundLike(char a, char b)
{
    for (const std::string_view group : {"ckq", "sz", "iy", "vw", "fv", "gj", "dt", "bp", "mn", "xz", "uw"}) {
        if (isIn(group, a) && isIn(group, b))
            return true;
    }
    return false;
}

constexpr Letters letters = [] {
    Letters made{};
    for (char recorded = 'a'; recorded <= 'z'; ++recorded) {
        for (char typed = 'a'; typed <= 'z'; ++typed) {
            Cost best = cost::otherLetter;
            const auto row = static_cast<std::size_t>(recorded - 'a');
            if (recorded == typed)
                best = 0;
            else if (soundLike(recorded, typed))
                best = cost::likeSound;
            else if (isIn("aeiou", recorded) && isIn("aeiou", typed))
                best = cost::otherVowel;
            else if (isIn(besides[row], typed))
                best = cost::neighbouringKey;
            made.instead[row][static_cast<std::size_t>(typed - 'a')] = best;
        }
    }
    return made;
}();

Cost instead(char recorded, char typed) noexcept
{
    if (recorded == typed)
        return 0;
    if (recorded < 'a' || recorded > 'z' || typed < 'a' || typed > 'z')
        return cost::otherLetter;
    return letters.instead[static_cast<std::size_t>(recorded - 'a')][static_cast<std::size_t>(typed - 'a')];
}

Cost omitted(char before, char letter) noexcept
{
    if (before == letter)
        return cost::doubledLetter;
    return letter == 'e' || letter == 'h' ? cost::omittedSilent : cost::omittedLetter;
}

Cost added(char before, char letter) noexcept
{
    if (before == letter)
        return cost::doubledLetter;
    return letter == 'e' || letter == 'h' ? cost::omittedLetter : cost::addedLetter;
}

Cost plus(Cost a, Cost b) noexcept
{
    return static_cast<Cost>(std::min<unsigned>(static_cast<unsigned>(a) + b, impossible));
}

} // namespace

SlipTable::SlipTable(std::string_view typed, Cost limit) noexcept
    : m_typed(typed.substr(0, longestTyped)),
      m_limit(limit)
{
    m_rows[0].fill(impossible);
    m_rows[0][0] = 0;
    for (std::size_t j = 1; j <= m_typed.size(); ++j)
        m_added[j] = added(j > 1 ? m_typed[j - 2] : '\0', m_typed[j - 1]);
    for (std::size_t j = 1; j <= std::min(m_typed.size(), band); ++j)
        m_rows[0][j] = plus(m_rows[0][j - 1], plus(m_added[j], j == 1 ? cost::firstLetter : Cost{0}));
}

bool SlipTable::extend(std::size_t depth, char before, char letter) noexcept
{
    const std::size_t row = depth + 1;
    const std::size_t length = m_typed.size();
    auto &now = m_rows[row];
    const auto &last = m_rows[row - 1];
    const std::size_t from = row > band ? row - band : 0;
    const std::size_t to = std::min(length, row + band);
    if (from > length)
        return false;
    if (from > 0)
        now[from - 1] = impossible;
    const Cost first = row == 1 ? cost::firstLetter : Cost{0};
    const Cost left = plus(omitted(before, letter), first);

    Cost least = impossible;
    for (std::size_t j = from; j <= to; ++j) {
        Cost best = j < row + band ? plus(last[j], left) : impossible;
        if (j > 0) {
            const char typed = m_typed[j - 1];
            const Cost swapped = instead(letter, typed);
            best = std::min(best, plus(last[j - 1], swapped == 0 ? Cost{0} : plus(swapped, first)));
            if (j > from)
                best = std::min(best, plus(now[j - 1], m_added[j]));
            if (row > 1 && j > 1 && letter == m_typed[j - 2] && before == typed && letter != before) {
                const Cost start = row == 2 ? cost::firstLetter : Cost{0};
                best = std::min(best, plus(m_rows[row - 2][j - 2], plus(cost::swappedLetters, start)));
            }
        }
        now[j] = best;
        least = std::min(least, best);
    }
    if (to < length)
        now[to + 1] = impossible;
    return least <= m_limit;
}

Cost slipCost(std::string_view typed, std::string_view recorded, Cost limit) noexcept
{
    SlipTable table(typed, limit);
    if (recorded.size() > table.typed().size() + 2 || recorded.size() + 2 < table.typed().size())
        return impossible;
    for (std::size_t depth = 0; depth < recorded.size(); ++depth) {
        if (!table.extend(depth, depth > 0 ? recorded[depth - 1] : '\0', recorded[depth]))
            return impossible;
    }
    const Cost found = table.whole(recorded.size());
    return found <= limit ? found : impossible;
}

Cost slipLimit(std::size_t length) noexcept
{
    if (length < 3)
        return 0;
    return length < 5 ? cost::oneSlip : cost::twoSlips;
}

} // namespace reeve::matching
