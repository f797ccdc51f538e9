// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace reeve::domain {

// A text taken apart for the search for card data: its characters with their digit values, and its unbroken groups of
// digits. Private to card_data. Made in one walk.
struct ScannedText
{
    struct Character
    {
        qsizetype position = 0; // in the text, in code units
        qsizetype length = 1;   // 2 for a surrogate pair
        char32_t code = 0;
        int digit = -1; // 0 to 9 for a digit of any script
        bool isMasked = false;
    };

    // Indexes into `characters`: [begin, end).
    struct Group
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool isInCard = false;

        [[nodiscard]] std::size_t size() const { return end - begin; }
    };

    explicit ScannedText(QStringView source);

    // Whether only spaces, line breaks, hyphens and invisible characters stand between two neighbouring groups, and
    // few of them, or one dot or the like behind a group as long as those printed on cards: the digits may be one
    // number then.
    [[nodiscard]] bool areJoined(const Group &left, const Group &right) const;

    // The last four digits of a card number that was masked before.
    [[nodiscard]] bool isTailOfMask(const Group &group) const;
    // Whether something was masked before between two places.
    [[nodiscard]] bool hasMask(std::size_t begin, std::size_t end) const;

    // 0 outside the text.
    [[nodiscard]] char32_t at(std::size_t index) const
    {
        return index < characters.size() ? characters[index].code : 0;
    }
    [[nodiscard]] char32_t before(const Group &group) const { return group.begin == 0 ? 0 : at(group.begin - 1); }

    std::vector<Character> characters;
    std::vector<Group> groups;
};

// What stands for each digit that is not shown.
inline constexpr char16_t maskCharacter = u'\u2022';

[[nodiscard]] bool isInvisible(char32_t c);

} // namespace reeve::domain
