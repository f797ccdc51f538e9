// SPDX-License-Identifier: MIT
#include "core/matching/search/sound_key.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace reeve::matching {

namespace {

using Rule = std::pair<std::string_view, std::string_view>;

// Where a name begins so, it sounds so. The longest first.
constexpr std::array<Rule, 12> beginnings = {{{"mac", "mk"},
                                              {"mck", "mk"},
                                              {"mc", "mk"},
                                              {"kn", "n"},
                                              {"gn", "n"},
                                              {"pn", "n"},
                                              {"wr", "r"},
                                              {"wh", "w"},
                                              {"rh", "r"},
                                              {"ps", "s"},
                                              {"x", "s"},
                                              {"y", "A"}}};

// What stands anywhere. Capitals are sounds without a letter of their own: A vowel, C ch, S sh, T th.
constexpr std::array<Rule, 39> sounds = {
    {{"chr", "kr"}, {"tch", "C"}, {"sch", "S"}, {"cht", "t"}, {"ght", "t"}, {"ch", "C"}, {"sh", "S"}, {"ph", "f"},
     {"th", "T"},   {"ck", "k"},  {"cq", "k"},  {"dg", "j"},  {"gh", ""},   {"gn", "n"}, {"mb", "m"}, {"sc", "s"},
     {"ce", "s"},   {"ci", "s"},  {"cy", "s"},  {"ts", "s"},  {"tz", "s"},  {"dt", "t"}, {"c", "k"},  {"q", "k"},
     {"x", "ks"},   {"z", "s"},   {"v", "f"},   {"w", ""},    {"h", ""},    {"y", ""},   {"d", "t"},  {"g", "k"},
     {"j", "k"},    {"b", "p"},   {"a", ""},    {"e", ""},    {"i", ""},    {"o", ""},   {"u", ""}}};

// Which of the rules begin with each letter, one bit for each: names are sounded by the thousand.
constexpr std::array<quint64, 26> soundsOf = [] {
    std::array<quint64, 26> rules{};
    for (std::size_t i = 0; i < sounds.size(); ++i)
        rules[static_cast<std::size_t>(sounds[i].first.front() - 'a')] |= quint64{1} << i;
    return rules;
}();

// None when the letter stands for itself.
const Rule *ruleFor(std::string_view letters)
{
    for (quint64 rest = soundsOf[static_cast<std::size_t>(letters.front() - 'a')]; rest != 0; rest &= rest - 1) {
        const Rule &rule = sounds[static_cast<std::size_t>(std::countr_zero(rest))];
        if (letters.starts_with(rule.first))
            return &rule;
    }
    return nullptr;
}

bool isVowel(char c)
{
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

} // namespace

std::string soundKey(std::string_view folded)
{
    const bool isLatin = std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!isLatin || folded.size() < 3)
        return {};

    std::string key;
    const auto sound = [&key](std::string_view letters) {
        for (const char letter : letters) {
            if (key.empty() || key.back() != letter)
                key += letter;
        }
    };
    if (isVowel(folded.front())) {
        key += 'A';
        folded.remove_prefix(1);
    } else {
        for (const auto &[spelled, heard] : beginnings) {
            if (folded.starts_with(spelled)) {
                sound(heard);
                folded.remove_prefix(spelled.size());
                break;
            }
        }
    }
    while (!folded.empty()) {
        if (const Rule *const rule = ruleFor(folded); rule != nullptr) {
            sound(rule->second);
            folded.remove_prefix(rule->first.size());
        } else {
            sound(folded.substr(0, 1));
            folded.remove_prefix(1);
        }
    }
    return key.size() >= 2 ? key : std::string();
}

} // namespace reeve::matching
