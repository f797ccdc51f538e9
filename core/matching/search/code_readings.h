// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_query.h"

#include <QDate>

#include <vector>

namespace reeve::matching {

using CodeReadings = std::vector<SearchWord::Code>;

// Which codes in a record answer what was said, with what people commonly get wrong about them.

// A date of birth: as it is, day and month swapped, a digit wrong, a day or a year beside it, and records that hold
// less than the day. Nothing when there is no such date.
void readBorn(CodeReadings &codes, int year, int month, int day, Cost cost = 0);
// Day and month, and the beginning of the year.
void readBornBeginning(CodeReadings &codes, int day, int month, QStringView year, int latestYear);
void readBornYear(CodeReadings &codes, int year, Cost cost = 0);
void readBornMonth(CodeReadings &codes, int year, int month);

// "ex1" and "1aa", or the beginning of the second part, or nothing of it.
void readPostcode(CodeReadings &codes, QStringView outward, QStringView inward);

// National digits, all or the first of them.
void readPhone(CodeReadings &codes, QStringView digits);

// The digits a number ends with, six or more; fewer say nothing.
inline constexpr qsizetype leastOfPhoneEnd = 6;
void readPhoneEnd(CodeReadings &codes, QStringView digits, Cost cost);

// Compared as a number: zeros before it mean nothing. With `isOpen` only its beginning.
void readUprn(CodeReadings &codes, QStringView digits, bool isOpen);

void readEmail(CodeReadings &codes, QStringView told);
// What stands before the @, without dots; with `isOpen` only its beginning.
void readEmailName(CodeReadings &codes, QStringView compact, bool isOpen);

// Whatever else begins with these letters and digits.
void readReference(CodeReadings &codes, QStringView compact, bool isLast);

} // namespace reeve::matching
