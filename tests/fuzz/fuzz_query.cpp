// SPDX-License-Identifier: MIT
// What a call handler types into the search box, or a script sends.
#include "tests/fuzz/target.h"

#include "core/matching/normalise.h"
#include "core/matching/search/search_query.h"

using namespace reeve;

REEVE_FUZZ_TARGET(query)
{
    const QString typed = QString::fromUtf8(input);
    const QString folded = matching::fold(typed);
    fuzz::mustHold(matching::fold(folded) == folded, "folding twice is folding once");
    const matching::SearchQuery query = matching::readQuery(typed, QDate(2026, 11, 22));
    fuzz::mustHold(query.words.size() <= 12, "what a query asks for is bounded");
    for (const matching::SearchWord &word : query.words) {
        for (const matching::SearchWord::Code &code : word.codes)
            fuzz::mustHold(code.keys.from < code.keys.to, "a code of a query can be found");
    }
}
