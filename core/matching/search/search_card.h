// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/matching/search/code_key.h"
#include "core/matching/search/search_field.h"

#include <string>
#include <vector>

namespace reeve::matching {

// Everything one person is found by. Plain value; each entry once.
struct SearchCard
{
    struct Word
    {
        SearchField field;
        std::string text; // folded, UTF-8

        friend bool operator==(const Word &, const Word &) = default;
    };
    struct Code
    {
        SearchField field;
        CodeKey key;

        friend bool operator==(const Code &, const Code &) = default;
    };
    std::vector<Word> words;
    std::vector<Code> codes;

    friend bool operator==(const SearchCard &, const SearchCard &) = default;
};

// Bounded for hostile records: what comes after a few hundred words is not searched.
[[nodiscard]] SearchCard searchCard(const domain::Person &person);

// How codes are written before they become keys. All answer folded text without gaps but the postcode's.
[[nodiscard]] QString postcodeCode(QStringView outward, QStringView inward); // "ex1 1aa": the outward part fills four
[[nodiscard]] QString dateCode(int year, int month, int day);                // 0 for parts that are not known
[[nodiscard]] QString compactCode(QStringView text);                         // letters and digits, folded
[[nodiscard]] QString nationalDigits(QStringView told);                      // after 0, 0044 or +44
// Digits back to front: what a number ends with is what its code begins with.
[[nodiscard]] QString phoneEndCode(QStringView digits);

} // namespace reeve::matching
