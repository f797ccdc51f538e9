// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/search_card.h"
#include "core/store/person_repository.h"

#include <memory>
#include <optional>
#include <vector>

namespace reeve::store {

// What a row of person is found by, besides its id: the record's own, also where it shows a merged person.
struct PersonKeys
{
    QString externalId;
    std::vector<domain::PersonId> related; // whom it names as somebody related
};
[[nodiscard]] PersonKeys keysOf(const domain::Person &person);

// A person from the centre, read and checked.
struct PreparedPerson
{
    PulledPerson pulled;
    std::optional<PersonKeys> keys;                             // none of a tombstone, and of a row that does not parse
    std::shared_ptr<const matching::SearchCard> card = nullptr; // with keys: the index need not read the person again
};

// The part of storing people that needs no database. Costs as much as writing them: done on another thread, the next
// page is made ready while the writer stores the last one. Runs on any thread.
[[nodiscard]] std::vector<PreparedPerson> prepare(std::vector<PulledPerson> people);

} // namespace reeve::store
