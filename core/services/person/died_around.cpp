// SPDX-License-Identifier: MIT
#include "core/services/person/died_around.h"

#include "core/services/person/person_service.h"
#include "core/services/session/job.h"
#include "core/store/shown_people.h"

#include <algorithm>

namespace reeve::services {

Result<std::vector<domain::PersonId>> diedAround(const Job &job, const domain::Person &person)
{
    std::vector<domain::PersonId> died;
    for (const domain::Relationship &one : person.relationships) {
        if (!one.other || (one.authority == domain::Authority::None && !one.handlesEstate))
            continue;
        const auto other = store::shownPerson(job.connection(), *one.other);
        if (!other && other.error().code != ErrorCode::InvalidInput) // a row that cannot be read says nothing of them
            return fail(other);
        if (other && *other && (*other)->dateOfDeath)
            died.push_back(*one.other);
    }
    return died;
}

bool PersonView::hasDied(const domain::Relationship &relationship) const
{
    return relationship.other && std::find(died.cbegin(), died.cend(), *relationship.other) != died.cend();
}

} // namespace reeve::services
