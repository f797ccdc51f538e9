// SPDX-License-Identifier: MIT
#include "core/store/prepared_people.h"

#include "core/domain/person_from_json.h"

namespace reeve::store {

PersonKeys keysOf(const domain::Person &person)
{
    PersonKeys keys{person.externalId, {}};
    for (const domain::Relationship &one : person.relationships) {
        if (one.other)
            keys.related.push_back(*one.other);
    }
    return keys;
}

std::vector<PreparedPerson> prepare(std::vector<PulledPerson> people)
{
    std::vector<PreparedPerson> prepared;
    prepared.reserve(people.size());
    for (PulledPerson &pulled : people) {
        PreparedPerson &row = prepared.emplace_back(PreparedPerson{std::move(pulled), std::nullopt, nullptr});
        if (row.pulled.removed)
            continue;
        if (const auto person = domain::personFromJson(row.pulled.id, row.pulled.revision, row.pulled.fields)) {
            row.keys = keysOf(*person);
            row.card = std::make_shared<const matching::SearchCard>(matching::searchCard(*person));
        }
    }
    return prepared;
}

} // namespace reeve::store
