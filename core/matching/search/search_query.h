// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/code_key.h"
#include "core/matching/search/search_cost.h"
#include "core/matching/search/search_field.h"

#include <QDate>
#include <QString>

#include <string>
#include <vector>

namespace reeve::domain {
struct Person;
}

namespace reeve::matching {

// How something that was typed is found in a record.
enum class MatchKind : quint8 {
    Exact,
    Beginning,
    Nickname,
    Spelling,
    SoundsAlike,
    Mistyped,
    DayMonthSwapped,
    NearDate,
    SameYear,
    NearPostcode,
    SameDistrict,
    LastDigits,
    NearNumber
};
// "exact", "beginning", "nickname", …
[[nodiscard]] QStringView codeOf(MatchKind kind);

// One thing that was said, and everything it may be looked up as. The readings exclude each other: the likeliest
// counts.
struct SearchWord
{
    // As a word, compared with all slips.
    struct Form
    {
        std::string text; // folded, UTF-8
        bool mayGoOn = true;
        bool isNumber = false; // only as it stands: number 21 is not number 12
        Cost cost = 0;
    };
    // As a code: whoever has one of `keys`.
    struct Code
    {
        SearchField field;
        CodeKeys keys;
        Cost cost;
        MatchKind kind;
        bool isSure = false; // one person's alone, and checked: counts for more than all other words
    };

    QString typed;
    bool isLast = false;
    std::vector<Form> forms;
    std::vector<Code> codes;
};

struct SearchQuery
{
    std::vector<SearchWord> words;

    [[nodiscard]] bool isEmpty() const noexcept { return words.empty(); }
};

// Reads what is typed into the one box: words in any order; names, dates in any British form, postcodes, house numbers,
// streets, telephone numbers in any format, e-mail addresses, references, UPRN, NHS and NI numbers, each also half
// typed. What is too long is cut.
[[nodiscard]] SearchQuery readQuery(QStringView typed, QDate today);

// What would be said of `person` if they called: for finding records that may be theirs already.
[[nodiscard]] SearchQuery queryFor(const domain::Person &person);

} // namespace reeve::matching
