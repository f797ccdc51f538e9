// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace reeve::matching {

// A text as names are compared: case folded, diacritics and punctuation dropped ("O'Brien-Llŷr" -> "obrien llyr"),
// white space single. Letters outside Latin are kept as they are, folded. What comes after 10,000 characters is not
// looked at. Folding twice is folding once.
[[nodiscard]] QString fold(QStringView text);

// What one person can be found by: short words, each marked by the field it came from with one letter.
//   g given, middle   f family   k known as   o former   d date of birth (yyyymmdd, ddmmyyyy, yyyy)   p postcode
//   (compact; outward)   a address word   t phone digits (national, and its last six)   e e-mail   u UPRN
//   n NHS   i NI number   r references
struct SearchTerm
{
    QChar field;
    QString text;

    friend bool operator==(const SearchTerm &, const SearchTerm &) = default;
};
[[nodiscard]] std::vector<SearchTerm> searchTerms(const domain::Person &person);

// The same as they go into a search index: UTF-8, each text once, with spaces between. Behind them stand the first
// letters, one and two, of names and postcodes, each after beginningMark: what "j" begins is looked up as one word,
// where a walk over all words that begin with "j" takes 20 to 60 ms among 100,000 people.
[[nodiscard]] QByteArray searchWords(const domain::Person &person);
inline constexpr QChar beginningMark{u'\u00b9'}; // in no folded text
inline constexpr qsizetype longestBeginning = 2;

// One word of a query and what it may be looked up as. `isPrefix`: it may go on.
struct QueryWord
{
    QString typed;
    QStringList alternatives; // folded; for a date its compact forms, for a phone its national digits
    bool isPrefix = true;
};
// Reads a query: words in any order; dates, postcodes and phone numbers with spaces in them are put together.
[[nodiscard]] std::vector<QueryWord> parseQuery(QStringView query, QDate today);

} // namespace reeve::matching
