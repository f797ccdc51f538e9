// SPDX-License-Identifier: MIT
#include "core/services/person/person_import.h"

#include "core/services/person/import_row.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Outcomes = std::vector<Result<ImportOutcome>>;

// Runs `storeEach` for every item; a failure of the store ends it, and nothing of the batch is kept then.
template <typename Item, typename StoreEach>
Result<Outcomes> storeAll(const std::vector<Item> &items, StoreEach storeEach)
{
    Outcomes outcomes;
    outcomes.reserve(items.size());
    for (const Item &item : items) {
        Result<ImportOutcome> outcome = storeEach(item);
        if (!outcome && !isOfTheRow(outcome.error().code))
            return fail(outcome);
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

} // namespace

QFuture<Result<Outcomes>> PersonImport::store(const std::vector<QStringList> &rows) const
{
    return m_desk.store().write(
        [&desk = m_desk, columns = m_columns, rows](store::Connection &connection) -> Result<Outcomes> {
            const Job job(desk, connection);
            return storeAll(rows, [&](const QStringList &row) -> Result<ImportOutcome> {
                const auto before = personWithReference(job, columns.id(row));
                if (!before)
                    return fail(before);
                auto after = columns.apply(row, before->value_or(domain::Person()), job.today());
                if (!after)
                    return fail(after);
                return storeImported(job, *before, std::move(*after));
            });
        });
}

QFuture<Result<Outcomes>> PersonImport::storePeople(Desk &desk, const std::vector<domain::Person> &people)
{
    return desk.store().write([&desk, people](store::Connection &connection) -> Result<Outcomes> {
        const Job job(desk, connection);
        return storeAll(people, [&job](const domain::Person &person) -> Result<ImportOutcome> {
            const auto before = personWithReference(job, person.externalId);
            if (!before)
                return fail(before);
            return storeImported(job, *before, person);
        });
    });
}

} // namespace reeve::services
