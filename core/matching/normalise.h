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

// One word of a query and what it may be looked up as. `isPrefix`: it may go on.
struct QueryWord
{
    QString typed;
    QStringList alternatives;    // folded; for a date its compact forms, for a phone its national digits
    bool isPrefix = true;
};
// Reads a query: words in any order; dates, postcodes and phone numbers with spaces in them are put together.
[[nodiscard]] std::vector<QueryWord> parseQuery(QStringView query, QDate today);

} // namespace reeve::matching
