// SPDX-License-Identifier: MIT
#include "core/store/person_repository.h"

#include "core/domain/person_fields.h"
#include "core/domain/person_from_json.h"
#include "core/store/edit_overlay.h"
#include "core/store/index_rows.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"
#include "core/store/person_index.h"
#include "core/store/person_row.h"
#include "core/store/pulled_people.h"
#include "core/store/row_values.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::Person;
using reeve::domain::PersonId;

namespace reeve::store {

Result<std::optional<Person>> PersonRepository::find(PersonId id) const
{
    const auto row = PersonRows(m_connection).find(id);
    if (!row)
        return fail(row);
    if (!*row)
        return std::nullopt;
    Result<Person> person = domain::personFromJson(id, (*row)->revision, (*row)->fields);
    if (!person)
        return fail(person);
    return std::optional(std::move(*person));
}

Result<std::optional<Person>> PersonRepository::findOwn(PersonId id) const
{
    const auto own = MergedPeople(m_connection).own(id);
    if (!own)
        return fail(own);
    if (!*own)
        return std::nullopt;
    Result<Person> person = domain::personFromFields(id, (*own)->revision, (*own)->fields);
    if (!person)
        return fail(person);
    return std::optional(std::move(*person));
}

Result<std::optional<PersonId>> PersonRepository::findByExternalId(const QString &externalId) const
{
    const auto all = allByExternalId(externalId);
    if (!all)
        return fail(all);
    return all->empty() ? std::optional<PersonId>() : all->front();
}

Result<std::vector<PersonId>> PersonRepository::allByExternalId(const QString &externalId) const
{
    auto statement = m_connection.prepare(u"person_by_external_id");
    if (!statement)
        return fail(statement);
    statement->bind(u":external_id", externalId);
    auto all = readAll(*statement, [](const Statement &row) { return readId<PersonId>(row, 0); });
    if (all)
        std::ranges::sort(*all, domain::ByBytes());
    return all;
}

Result<> PersonRepository::insert(const Person &person) const
{
    PersonRows rows(m_connection);
    const Result<qint64> number = rows.nextNumber();
    if (!number)
        return fail(number);

    PersonRow row;
    row.number = *number;
    row.id = person.id;
    row.revision = person.revision;
    row.fields = toBytes(domain::toFields(person));
    const Result<bool> added = rows.add(row, keysOf(person));
    if (!added)
        return fail(added);
    if (!*added)
        return fail(ErrorCode::Conflict, u"person "_s + person.id.toString() + u" is there already"_s);
    return {};
}

Result<> PersonRepository::update(const Person &person) const
{
    const PersonRows rows(m_connection);
    const auto before = rows.find(person.id);
    if (!before)
        return fail(before);
    if (!*before)
        return fail(ErrorCode::NotFound, u"person "_s + person.id.toString());

    PersonRow after = **before; // keeps the revision: only the centre gives those
    after.fields = toBytes(domain::toFields(person));
    if (after.centreFields.isNull())
        after.centreFields = (*before)->fields;
    if (const Result<> replaced = rows.replace(**before, after, keysOf(person)); !replaced)
        return replaced;
    return (*before)->survivor ? MergedPeople(m_connection).refresh(person.id) : Result<>();
}

Result<PersonRepository::Applied> PersonRepository::applyPulled(const std::vector<PulledPerson> &people) const
{
    return applyPulled(prepare(people));
}

Result<PersonRepository::Applied> PersonRepository::applyPulled(const std::vector<PreparedPerson> &people) const
{
    Applied applied;
    if (people.empty())
        return applied;
    auto pull = PulledPeople::prepare(m_connection);
    if (!pull)
        return fail(pull);
    applied.newFrom = pull->nextNumber();
    for (const PreparedPerson &person : people) {
        const auto outcome = pull->apply(person);
        if (!outcome)
            return fail(outcome);
        switch (*outcome) {
        case PulledPeople::Outcome::Applied:
            ++applied.applied;
            break;
        case PulledPeople::Outcome::Removed:
            ++applied.removed;
            break;
        case PulledPeople::Outcome::Unreadable:
            ++applied.unreadable;
            break;
        case PulledPeople::Outcome::Ignored:
            break;
        }
    }
    applied.newTo = pull->nextNumber();
    std::vector<PersonId> ids;
    ids.reserve(people.size());
    for (const PreparedPerson &person : people)
        ids.push_back(person.pulled.id);
    if (const Result<> shown = MergedPeople(m_connection).refreshAll(ids); !shown)
        return fail(shown);
    pull->finish();
    return applied;
}

Result<> PersonRepository::settleEdits(PersonId id) const
{
    const PersonRows rows(m_connection);
    const auto before = rows.find(id);
    if (!before)
        return fail(before);
    if (!*before)
        return {};

    if ((*before)->isRemoved) {
        const Result<bool> waits = hasWaitingWork(m_connection, id);
        if (!waits)
            return fail(waits);
        if (*waits)
            return {};
        if (const Result<> erased = rows.erase(**before); !erased)
            return erased;
        return MergedPeople(m_connection).refreshAll({id});
    }
    if ((*before)->centreFields.isNull())
        return {};

    const Result<EditOverlay> overlay = EditOverlay::of(m_connection, id);
    if (!overlay)
        return fail(overlay);
    Result<ReadPerson> centre = readPerson(id, (*before)->revision, (*before)->centreFields);
    if (!centre)
        return fail(centre);

    // An edit the centre applied in the very next revision makes our copy that revision: nobody else came between.
    // Otherwise the edit stays on top until the pull brings what others changed.
    PersonRow after = **before;
    QJsonObject base = centre->fields;
    for (const EditOverlay::Edit &edit : overlay->over(id, after.revision)) {
        if (edit.isWaiting || edit.revision != after.revision + 1)
            continue;
        base = domain::withChanges(std::move(base), edit.set);
        after.revision = edit.revision;
    }
    const std::vector<EditOverlay::Edit> onTop = overlay->over(id, after.revision);
    const Result<ReadPerson> shown = readPerson(id, after.revision, withEdits(base, onTop));
    if (!shown)
        return fail(shown);
    after.fields = toBytes(shown->fields);
    after.centreFields = onTop.empty() ? QByteArray() : toBytes(base);
    if (const Result<> replaced = rows.replace(**before, after, keysOf(shown->person)); !replaced)
        return replaced;
    return after.survivor ? MergedPeople(m_connection).refresh(id) : Result<>();
}

Result<> PersonRepository::finishErasures() const
{
    auto statement = m_connection.prepare(u"person_to_erase");
    if (!statement)
        return fail(statement);
    const auto people = readAll(*statement, [](const Statement &row) { return readId<PersonId>(row, 0); });
    if (!people)
        return fail(people);
    for (const PersonId &id : *people) {
        if (const Result<> settled = settleEdits(id); !settled)
            return settled;
    }
    return {};
}

Result<> PersonRepository::forgetRevisions() const
{
    auto statement = m_connection.prepare(u"person_forget_revisions");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

Result<PersonRepository::Unknown> PersonRepository::removeUnknown(bool isAllowed) const
{
    constexpr qint64 alwaysAllowed = 20;
    constexpr qint64 oneIn = 20;
    std::vector<PersonId> unknown;
    qint64 kept = 0;
    {
        auto statement = m_connection.prepare(u"person_unknown");
        if (!statement)
            return fail(statement);
        for (;;) {
            const Result<bool> hasRow = statement->step();
            if (!hasRow)
                return fail(hasRow);
            if (!*hasRow)
                break;
            if (statement->integer(1) != 0)
                ++kept;
            else
                unknown.push_back(readId<PersonId>(*statement, 0));
        }
    }
    const Result<qint64> people = count();
    if (!people)
        return fail(people);
    const auto found = static_cast<qint64>(unknown.size());
    if (found > alwaysAllowed && found * oneIn > *people && !isAllowed)
        return Unknown{found, kept, false};

    const PersonRows rows(m_connection);
    for (const PersonId &id : unknown) {
        const auto row = rows.find(id);
        if (!row)
            return fail(row);
        if (!*row)
            continue;
        if (const Result<> erased = rows.erase(**row); !erased)
            return fail(erased);
    }
    if (const Result<> shown = MergedPeople(m_connection).refreshAll(unknown); !shown)
        return fail(shown);
    return Unknown{found, kept, true};
}

Result<> PersonRepository::compactSearchIndex() const
{
    if (const Result<> dropped = dropStoredIndex(m_connection); !dropped)
        return dropped;
    m_connection.personIndex()->forgetStored();
    return {};
}

Result<qint64> PersonRepository::count() const
{
    return readNumber(m_connection, u"person_count");
}

} // namespace reeve::store
