// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sample/given_names.h"

#include <QString>

namespace reeve::services {

// Where the names of a household come from, in shares like those of the 2021 Census of England and Wales.
struct Community
{
    enum class Naming {
        British,    // given names by year of birth, surnames by frequency
        Own,        // lists of its own
        Gendered,   // own lists; surnames end in -a for women (Polish, Czech)
        Sikh,       // Singh or Kaur in the middle
        OwnSurname, // no shared family name: each person has one of their own, some have a single name only
    };

    quint32 share = 0;        // of 1,000 households
    const char16_t *language; // ISO 639-1
    Naming naming = Naming::Own;
    const char16_t *female;
    const char16_t *male;
    const char16_t *surnames; // nullptr: British ones
};

// The community of a household; answers its number, for the two functions below.
[[nodiscard]] int pickCommunity(Dice &dice);
[[nodiscard]] const Community &community(int number);

[[nodiscard]] const QString &pickGiven(int number, Sex sex, int birthYear, Dice &dice);
[[nodiscard]] const QString &pickSurname(int number, Dice &dice);

// As a woman or man bears it: Kowalski, Kowalska.
[[nodiscard]] QString borneBy(Sex sex, int number, const QString &surname);

} // namespace reeve::services
