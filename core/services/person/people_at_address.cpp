// SPDX-License-Identifier: MIT
#include "core/services/person/people_at_address.h"

#include "core/domain/acting_for.h"
#include "core/matching/same_place.h"
#include "core/services/person/person_hit.h"
#include "core/services/session/leased_job.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::Address;
using reeve::domain::PersonId;

namespace reeve::services {

namespace {

// Those who left long ago and have the same name as half the street come after: more than anybody reads.
constexpr int mostLookedAt = 400;

bool isPresentAt(const Address &address, const domain::Person &person, QDate today)
{
    return address.use == domain::AddressUse::Home && !person.dateOfDeath &&
           !(address.to && domain::lastDay(*address.to) < today);
}

// By its text, too, where it has a UPRN: others may have been told without one.
QStringList queriesFor(const Address &address)
{
    QStringList queries;
    if (address.uprn)
        queries << u"uprn %1"_s.arg(*address.uprn); // some are as short as a house number
    if (!address.text.isEmpty())
        queries << (address.text + u' ' + address.postcode).simplified();
    return queries;
}

Result<std::vector<Occupant>> occupants(const Job &job, PersonId person, const Address &wanted, int limit)
{
    std::vector<Occupant> found;
    for (const QString &query : queriesFor(wanted)) {
        const auto matches = store::PersonSearch(job.connection()).search(query, mostLookedAt, job.today());
        if (!matches)
            return fail(matches);
        for (const store::PersonMatch &match : *matches) {
            const bool isKnown = std::any_of(found.begin(), found.end(),
                                             [&](const Occupant &one) { return one.person.id == match.person.id; });
            if (match.person.id == person || isKnown)
                continue;
            // Where they are there twice, as present and as past, they are present.
            std::optional<Occupant> occupant;
            for (const Address &address : match.person.addresses) {
                const bool isPresent = isPresentAt(address, match.person, job.today());
                if (matching::isSamePlace(address, wanted) && (!occupant || isPresent))
                    occupant = Occupant{hitOf(match.person, match.score, match.why), address, isPresent};
            }
            if (occupant)
                found.push_back(std::move(*occupant));
        }
    }
    std::sort(found.begin(), found.end(), [](const Occupant &a, const Occupant &b) {
        return std::tuple(!a.isPresent, a.person.name.toCaseFolded(), a.person.id) <
               std::tuple(!b.isPresent, b.person.name.toCaseFolded(), b.person.id);
    });
    if (found.size() > static_cast<std::size_t>(std::max(limit, 0)))
        found.resize(static_cast<std::size_t>(std::max(limit, 0)));
    return found;
}

} // namespace

QFuture<Result<std::vector<Occupant>>> peopleAtAddress(Desk &desk, PersonId person, const QString &addressKey,
                                                       int limit)
{
    return leasedRead(desk, [person, addressKey, limit](const Job &job) -> Result<std::vector<Occupant>> {
        const auto survivor = store::MergeRepository(job.connection()).survivorOf(person);
        if (!survivor)
            return fail(survivor);
        const auto stored = store::PersonRepository(job.connection()).find(*survivor);
        if (!stored)
            return fail(stored);
        if (!*stored)
            return fail(ErrorCode::NotFound, u"person "_s + survivor->toString());
        for (const Address &address : (*stored)->addresses) {
            if (address.key == addressKey)
                return occupants(job, *survivor, address, limit);
        }
        return fail(ErrorCode::InvalidInput, u"no such address"_s);
    });
}

} // namespace reeve::services
