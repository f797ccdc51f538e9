// SPDX-License-Identifier: MIT
// What a call handler types into the search box, or a script sends.
#include "tests/fuzz/target.h"

#include "core/matching/normalise.h"

using namespace reeve;

REEVE_FUZZ_TARGET(query)
{
    const QString typed = QString::fromUtf8(input);
    const QString folded = matching::fold(typed);
    fuzz::mustHold(matching::fold(folded) == folded, "folding twice is folding once");
    for (const matching::QueryWord &word : matching::parseQuery(typed, QDate(2026, 11, 22)))
        fuzz::mustHold(!word.alternatives.isEmpty(), "a word of a query can be found");
}
