// SPDX-License-Identifier: MIT
#include "core/services/person/person_import.h"

#include "core/services/person/person_changes.h"
#include "core/services/person/tidy_person.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Outcomes = std::vector<Result<ImportOutcome>>;

// The person here with this reference, or none.
Result<std::optional<domain::Person>> existing(const Job &job, const QString &externalId)
{
    if (externalId.isEmpty())
        return std::optional<domain::Person>();
    const store::PersonRepository people(job.connection());
    const auto id = people.findByExternalId(externalId);
    if (!id)
        return fail(id);
    if (!*id)
        return std::optional<domain::Person>();
    return people.findOwn(**id);
}

Result<ImportOutcome> storeOne(const Job &job, const std::optional<domain::Person> &before, domain::Person after)
{
    after = tidyPerson(std::move(after), job.desk().ids());
    if (!before) {
        if (after.id.isNull())
            after.id = job.desk().ids().next<domain::PersonTag>();
        const auto added = addPerson(job, after);
        if (!added)
            return fail(added);
        return ImportOutcome::Imported;
    }
    const auto changes = domain::changesBetween(domain::toFields(*before), domain::toFields(after));
    if (changes.isEmpty())
        return ImportOutcome::Unchanged;
    // The source's reference names that very record, merged or not.
    const ToldBy told{domain::ValueSource::Import, {}};
    if (const auto edited = editRecord(job, before->id, before->revision, changes, told); !edited)
        return fail(edited);
    return ImportOutcome::Updated;
}

// The row's own fault, as opposed to the store's.
bool isOfTheRow(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::CardNumber || code == ErrorCode::Conflict;
}

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
                const auto before = existing(job, columns.id(row));
                if (!before)
                    return fail(before);
                auto after = columns.apply(row, before->value_or(domain::Person()), job.today());
                if (!after)
                    return fail(after);
                return storeOne(job, *before, std::move(*after));
            });
        });
}

QFuture<Result<Outcomes>> PersonImport::storePeople(Desk &desk, const std::vector<domain::Person> &people)
{
    return desk.store().write([&desk, people](store::Connection &connection) -> Result<Outcomes> {
        const Job job(desk, connection);
        return storeAll(people, [&job](const domain::Person &person) -> Result<ImportOutcome> {
            const auto before = existing(job, person.externalId);
            if (!before)
                return fail(before);
            return storeOne(job, *before, person);
        });
    });
}

} // namespace reeve::services
