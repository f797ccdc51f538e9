// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merge_event.h"
#include "core/store/likely_pairs.h"
#include "core/store/person_repository.h"
#include "tests/core/services/desk_folder.h"

#include <QDate>

#include <algorithm>
#include <utility>
#include <vector>

namespace reeve::test {

using PersonPair = std::pair<domain::PersonId, domain::PersonId>; // the smaller id first

// So many pairs of people who are on record twice, and wait to be looked at; many are equally likely.
inline std::vector<PersonPair> givenPairs(const DeskFolder &folder, int count)
{
    std::vector<PersonPair> pairs;
    REQUIRE(folder.write([&](store::Connection &connection) -> Result<> {
        for (int n = 0; n < count; ++n) {
            domain::Person one = joan();
            one.name.family += QLatin1Char('A' + n / 26 % 26) + QString(QLatin1Char('a' + n % 26)).repeated(3);
            const QDate born = QDate(1930, 1, 1).addDays(n * 11);
            one.dateOfBirth = *domain::PartialDate::parseIso(born.toString(Qt::ISODate));
            one.id = domain::PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("one %1").arg(n)));
            domain::Person other = one;
            other.id = domain::PersonId(QUuid::createUuidV5(QUuid(), QStringLiteral("other %1").arg(n)));
            for (const domain::Person &person : {one, other}) {
                if (const auto inserted = store::PersonRepository(connection).insert(person); !inserted)
                    return inserted;
            }
            const double probability = n % 4 == 0 ? 0.99 : 0.9;
            if (const auto put = store::LikelyPairs(connection).put({one.id, other.id, probability}); !put)
                return put;
            const auto [first, second] = std::minmax(one.id, other.id, domain::ByBytes());
            pairs.emplace_back(first, second);
        }
        return {};
    }));
    return pairs;
}

} // namespace reeve::test
