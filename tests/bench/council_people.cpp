// SPDX-License-Identifier: MIT
#include "tests/bench/council_people.h"

#include "core/domain/person_fields.h"
#include "core/services/sample/sample_council.h"
#include "core/store/prepared_people.h"
#include "tests/bench/bench_size.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::bench {

const std::vector<store::PulledPerson> &pulledPeople()
{
    static const std::vector<store::PulledPerson> people = [] {
        const services::SampleCouncil council({1, benchSize().people, 0}, fromMilliseconds(1795344120000));
        std::vector<store::PulledPerson> made;
        made.reserve(static_cast<std::size_t>(benchSize().people));
        for (qint64 n = 0; n < benchSize().people; ++n) {
            const domain::Person person = council.person(n);
            made.push_back(
                {person.id, 1, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
        }
        std::sort(made.begin(), made.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        return made;
    }();
    return people;
}

void loadPeople(store::Store &store)
{
    using Stored = QFuture<Result<store::PersonRepository::Applied>>;
    const auto finish = [](const Stored &stored) {
        if (stored.isValid() && !stored.result())
            qFatal("people were not stored: %s", qPrintable(stored.result().error().detail));
    };
    Stored last;
    const auto &people = pulledPeople();
    for (std::size_t from = 0; from < people.size(); from += pageSize) {
        std::vector<store::PulledPerson> page(
            people.begin() + static_cast<std::ptrdiff_t>(from),
            people.begin() + static_cast<std::ptrdiff_t>(std::min(people.size(), from + pageSize)));
        const auto ready = std::make_shared<const std::vector<store::PreparedPerson>>(store::prepare(std::move(page)));
        finish(last);
        last = store.write(
            [ready](store::Connection &connection) { return store::PersonRepository(connection).applyPulled(*ready); });
    }
    finish(last);
}

} // namespace reeve::bench
