// SPDX-License-Identifier: MIT
#include "core/services/person/import_row.h"

#include "core/services/person/past_values.h"
#include "core/services/person/person_changes.h"
#include "core/services/person/tidy_person.h"
#include "core/store/person_repository.h"

namespace reeve::services {

Result<domain::Person> newPerson(const PersonColumns &columns, const QStringList &row, IdSource &ids, QDate today)
{
    auto person = columns.apply(row, domain::Person(), today);
    if (!person)
        return person;
    person = tidyPerson(std::move(*person), ids);
    if (const auto valid = domain::validate(*person); !valid)
        return fail(valid);
    return person;
}

Result<std::optional<domain::Person>> personWithReference(const Job &job, const QString &externalId)
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

Result<ImportOutcome> storeImported(const Job &job, const std::optional<domain::Person> &before, domain::Person after)
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
    after = withPastKept(*before, std::move(after));
    const auto changes = domain::changesBetween(domain::toFields(*before), domain::toFields(after));
    if (changes.isEmpty())
        return ImportOutcome::Unchanged;
    // The source's reference names that very record, merged or not.
    const ToldBy told{domain::ValueSource::Import, {}};
    if (const auto edited = editRecord(job, before->id, before->revision, changes, told); !edited)
        return fail(edited);
    return ImportOutcome::Updated;
}

bool isOfTheRow(ErrorCode code) noexcept
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::CardNumber || code == ErrorCode::Conflict;
}

} // namespace reeve::services
