// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

namespace reeve::services {

// Somebody who lives, or lived, at an address.
struct Occupant
{
    PersonHit person;
    domain::Address address; // theirs, with its dates and use

    // Until when it is known that they were there; in the past for those who left.
    bool isPresent = false;
};

// Others at one of the addresses of `person`: by its UPRN, else by the same text and postcode, as far as this desk
// knows them. Those who are there now come first, then by name; at most `limit`. InvalidInput when the person has no
// address with that key; NotFound.
[[nodiscard]] QFuture<Result<std::vector<Occupant>>> peopleAtAddress(Desk &desk, domain::PersonId person,
                                                                     const QString &addressKey, int limit);

} // namespace reeve::services
