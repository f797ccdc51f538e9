// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/find_duplicates.h"

#include "core/matching/linkage/record_builder.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

Result<std::vector<DuplicatePair>> findDuplicates(const PeopleSource &people, const IsDecided &isDecided,
                                                  const matching::LinkageOptions &options)
{
    matching::RecordSet set;
    matching::RecordBuilder builder(set);
    std::vector<domain::PersonId> ids;
    while (true) {
        if (options.isCancelled != nullptr && options.isCancelled->load())
            return fail(ErrorCode::Cancelled, u"duplicates"_s);
        const auto person = people();
        if (!person)
            return fail(person);
        if (!*person)
            break;
        ids.push_back((*person)->id);
        builder.person(set.records.emplace_back(), **person);
    }
    set.settle(matching::NameVariants::builtIn(), static_cast<std::int64_t>(ids.size()));

    const auto links = matching::findLinks(set, options);
    if (!links)
        return fail(links);
    std::vector<DuplicatePair> pairs;
    for (const matching::LinkedPair &link : *links) {
        const domain::PersonId left = ids[link.left];
        const domain::PersonId right = ids[link.right];
        if (!isDecided || !isDecided(left, right))
            pairs.push_back({left, right, link.probability, link.weight, link.caution});
    }
    return pairs;
}

} // namespace reeve::services
