// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/names/name_variants.h"
#include "core/matching/search/search_card.h"
#include "core/matching/search/search_query.h"

#include <QString>

#include <vector>

namespace reeve::matching {

// Why a person is an answer: one thing that was said, and what in the record it was found as. Words for people are
// made elsewhere.
struct SearchReason
{
    SearchField field = SearchField::Family;
    MatchKind kind = MatchKind::Exact;
    QString typed; // as it was typed
    QString found; // the word of the record, folded; empty for codes

    friend bool operator==(const SearchReason &, const SearchReason &) = default;
};

// For each word of the query that is in the record, in the order they were typed. Empty when none is.
[[nodiscard]] std::vector<SearchReason> searchReasons(const SearchQuery &query, const SearchCard &card,
                                                      const NameVariants &variants);

// "given_name", or with how it was found, "given_name:nickname".
[[nodiscard]] QString codeOf(const SearchReason &reason);

} // namespace reeve::matching
