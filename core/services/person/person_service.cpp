// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"

#include "core/domain/person_fields.h"
#include "core/services/person/likely_matches.h"
#include "core/services/person/person_changes.h"
#include "core/services/person/person_hit.h"
#include "core/services/person/tidy_person.h"
#include "core/services/session/job.h"
#include "core/store/conflict_repository.h"
#include "core/store/interaction_repository.h"
#include "core/store/person_repository.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

Result<PersonView> viewOf(const Job &job, domain::PersonId id)
{
    auto person = store::PersonRepository(job.connection()).find(id);
    if (!person)
        return fail(person);
    if (!*person)
        return fail(ErrorCode::NotFound, u"person "_s + id.toString());

    PersonView view;
    view.person = std::move(**person);

    const auto roles = job.roles();
    if (!roles)
        return fail(roles);
    if (domain::mayKnowOfRestrictedItems(*roles)) {
        const auto marks = store::InteractionRepository(job.connection()).marks(id);
        if (!marks)
            return fail(marks);
        view.restrictedItems = static_cast<int>(marks->size());
    }

    const auto waiting = store::Outbox(job.connection()).pendingFor(id.uuid());
    if (!waiting)
        return fail(waiting);
    view.hasWaitingEdits = !waiting->empty();

    const auto conflicts = store::ConflictRepository(job.connection()).openFor(id);
    if (!conflicts)
        return fail(conflicts);
    view.openConflicts = static_cast<int>(conflicts->size());
    return view;
}

// The stored person with `changes` laid over it. Fields that others changed since it was opened stay as they are.
Result<domain::Person> withEdits(const Job &job, domain::PersonId id, const QJsonObject &changes)
{
    const auto stored = store::PersonRepository(job.connection()).find(id);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return fail(ErrorCode::NotFound, u"person "_s + id.toString());

    auto edited =
        domain::personFromFields(id, (*stored)->revision, domain::withChanges(domain::toFields(**stored), changes));
    if (!edited)
        return fail(edited);
    if (const auto valid = domain::validate(*edited); !valid)
        return fail(valid);
    return edited;
}

} // namespace

QFuture<Result<std::vector<PersonHit>>> PersonService::search(const QString &query, int limit) const
{
    return m_desk.store().read(
        [&desk = m_desk, query, limit](store::Connection &connection) -> Result<std::vector<PersonHit>> {
            const Job job(desk, connection);
            if (const auto lease = job.checkLease(); !lease)
                return fail(lease);
            return findPeople(job, query, limit);
        });
}

QFuture<Result<PersonView>> PersonService::open(domain::PersonId id) const
{
    return m_desk.store().read([&desk = m_desk, id](store::Connection &connection) -> Result<PersonView> {
        const Job job(desk, connection);
        if (const auto lease = job.checkLease(); !lease)
            return fail(lease);
        return viewOf(job, id);
    });
}

QFuture<Result<domain::PersonId>> PersonService::add(const domain::Person &person) const
{
    return m_desk.store().write([&desk = m_desk, person](store::Connection &connection) -> Result<domain::PersonId> {
        const Job job(desk, connection);
        domain::Person added = tidyPerson(person, desk.ids());
        if (added.id.isNull())
            added.id = desk.ids().next<domain::PersonTag>();
        return addPerson(job, added);
    });
}

QFuture<Result<>> PersonService::edit(const domain::Person &before, const domain::Person &after) const
{
    return m_desk.store().write([&desk = m_desk, before, after](store::Connection &connection) -> Result<> {
        const Job job(desk, connection);
        const auto changes =
            domain::changesBetween(domain::toFields(before), domain::toFields(tidyPerson(after, desk.ids())));
        return editPerson(job, before.id, before.revision, changes);
    });
}

QFuture<Result<std::vector<PersonHit>>> PersonService::likelyMatches(const domain::Person &typed, int limit) const
{
    return m_desk.store().read(
        [&desk = m_desk, typed, limit](store::Connection &connection) -> Result<std::vector<PersonHit>> {
            const Job job(desk, connection);
            if (const auto lease = job.checkLease(); !lease)
                return fail(lease);
            return findLikelyMatches(job, tidyPerson(typed, desk.ids()), limit);
        });
}

Result<domain::PersonId> addPerson(const Job &job, const domain::Person &person)
{
    if (const auto valid = domain::validate(person); !valid)
        return fail(valid);
    if (const auto inserted = store::PersonRepository(job.connection()).insert(person); !inserted)
        return fail(inserted);

    const auto queued =
        job.queue({.kind = store::EntryKind::PersonCreated,
                   .id = person.id.uuid(),
                   .aggregate = person.id.uuid(),
                   .person = person.id.uuid(),
                   .payload = {{u"id"_s, person.id.toString()}, {u"fields"_s, domain::toFields(person)}}});
    if (!queued)
        return fail(queued);
    return person.id;
}

Result<> editPerson(const Job &job, domain::PersonId id, qint64 baseRevision, const domain::FieldChanges &changes)
{
    if (changes.isEmpty())
        return {};
    const auto edited = withEdits(job, id, changes.set);
    if (!edited)
        return fail(edited);

    // The entry first: the store keeps the centre's state beside the shown one while an edit waits.
    const auto queued =
        job.queue({.kind = store::EntryKind::PersonEdited,
                   .id = job.desk().ids().next(),
                   .aggregate = id.uuid(),
                   .person = id.uuid(),
                   .baseRevision = baseRevision,
                   .payload = {{u"id"_s, id.toString()}, {u"set"_s, changes.set}, {u"was"_s, changes.was}}});
    if (!queued)
        return fail(queued);
    return store::PersonRepository(job.connection()).update(*edited);
}

} // namespace reeve::services
