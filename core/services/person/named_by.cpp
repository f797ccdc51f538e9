// SPDX-License-Identifier: MIT
#include "core/services/person/named_by.h"

#include "core/services/session/job.h"
#include "core/store/merge_repository.h"
#include "core/store/shown_people.h"

#include <algorithm>

using reeve::domain::PersonId;
using reeve::domain::Relationship;
using reeve::domain::RelationshipKind;

namespace reeve::services {

namespace {

constexpr int mostNamed = 30;

bool isAmong(const std::vector<PersonId> &records, PersonId record)
{
    return std::find(records.cbegin(), records.cend(), record) != records.cend();
}

// Both records say the same of the two.
bool isSaidHere(const domain::Person &person, const std::vector<PersonId> &theirRecords, const Relationship &there)
{
    return there.authority == domain::Authority::None && !there.handlesEstate &&
           std::any_of(person.relationships.cbegin(), person.relationships.cend(), [&](const Relationship &here) {
               return here.other && isAmong(theirRecords, *here.other) && otherSideOf(there.kind) == here.kind;
           });
}

} // namespace

std::optional<RelationshipKind> otherSideOf(RelationshipKind kind)
{
    switch (kind) {
    case RelationshipKind::Parent:
        return RelationshipKind::Child;
    case RelationshipKind::Child:
        return RelationshipKind::Parent;
    case RelationshipKind::Carer:
        return RelationshipKind::CaredFor;
    case RelationshipKind::CaredFor:
        return RelationshipKind::Carer;
    case RelationshipKind::Partner:
    case RelationshipKind::Sibling:
    case RelationshipKind::Neighbour:
    case RelationshipKind::Friend:
    case RelationshipKind::Other:
        return kind;
    case RelationshipKind::Landlord:
    case RelationshipKind::Professional:
        break;
    }
    return std::nullopt;
}

Result<std::vector<NamedBy>> namedBy(const Job &job, const domain::Person &person, const std::vector<PersonId> &records)
{
    std::vector<NamedBy> named;
    std::vector<PersonId> seen = records; // nobody is related to themselves
    for (const PersonId record : records) {
        const auto people = store::peopleRelatingTo(job.connection(), record, mostNamed);
        if (!people)
            return fail(people);
        for (const domain::Person &other : *people) {
            if (isAmong(seen, other.id) || named.size() >= mostNamed)
                continue;
            const auto theirs = store::MergeRepository(job.connection()).recordsOf(other.id);
            if (!theirs)
                return fail(theirs);
            seen.push_back(other.id);
            for (const Relationship &one : other.relationships) {
                if (!one.other || !isAmong(records, *one.other) || isSaidHere(person, *theirs, one))
                    continue;
                named.push_back({other.id, other.displayName(), other.dateOfDeath.has_value(), one,
                                 domain::actingState(other, one, person.dateOfDeath.has_value(), job.today())});
            }
        }
    }
    return named;
}

} // namespace reeve::services
