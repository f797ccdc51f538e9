// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"

#include "core/domain/person_fields.h"
#include "core/services/person/died_around.h"
#include "core/services/person/likely_matches.h"
#include "core/services/person/merge/merge_jobs.h"
#include "core/services/person/merge/merged_values.h"
#include "core/services/person/past_values.h"
#include "core/services/person/person_changes.h"
#include "core/services/person/person_hit.h"
#include "core/services/person/tidy_person.h"
#include "core/services/person/value_marks.h"
#include "core/services/session/leased_job.h"
#include "core/store/conflict_repository.h"
#include "core/store/interaction_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/person_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

Result<PersonView> viewOf(const Job &job, domain::PersonId asked)
{
    const store::MergeRepository merges(job.connection());
    const auto survivor = merges.survivorOf(asked);
    if (!survivor)
        return fail(survivor);
    const domain::PersonId id = *survivor;
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

    auto records = merges.recordsOf(id);
    if (!records)
        return fail(records);
    view.records = std::move(*records);
    for (const domain::PersonId record : view.records) {
        const auto waiting = store::Outbox(job.connection()).pendingFor(record.uuid());
        if (!waiting)
            return fail(waiting);
        view.hasWaitingEdits = view.hasWaitingEdits || !waiting->empty();

        const auto conflicts = store::ConflictRepository(job.connection()).openFor(record);
        if (!conflicts)
            return fail(conflicts);
        view.openConflicts += static_cast<int>(conflicts->size());
    }
    if (view.records.size() > 1) {
        const auto history = mergeHistory(job, id);
        if (!history)
            return fail(history);
        for (const MergedValue &value : mergedValues(*history)) {
            if (value.isContested)
                view.contested << value.field;
        }
    }
    auto named = namedBy(job, view.person, view.records);
    if (!named)
        return fail(named);
    view.namedBy = std::move(*named);
    auto died = diedAround(job, view.person);
    if (!died)
        return fail(died);
    view.died = std::move(*died);
    return view;
}

} // namespace

QFuture<Result<std::vector<PersonHit>>> PersonService::search(const QString &query, int limit,
                                                              std::optional<domain::PersonId> beside) const
{
    return leasedRead(m_desk, [=](const Job &job) { return findPeople(job, query, limit, beside); });
}

qint64 PersonService::peopleNotFoundYet() const
{
    return m_desk.store().indexProgress().missing;
}

QFuture<Result<PersonView>> PersonService::open(domain::PersonId id) const
{
    return leasedRead(m_desk, [id](const Job &job) { return viewOf(job, id); });
}

QFuture<Result<domain::PersonId>> PersonService::add(const domain::Person &person,
                                                     const std::optional<ToldBy> &told) const
{
    return m_desk.store().write(
        [&desk = m_desk, person, told](store::Connection &connection) -> Result<domain::PersonId> {
            const Job job(desk, connection);
            domain::Person added = tidyPerson(person, desk.ids());
            if (added.id.isNull())
                added.id = desk.ids().next<domain::PersonTag>();
            if (told) {
                auto marked = withToldMarks(job, added, *told);
                if (!marked)
                    return fail(marked);
                added = std::move(*marked);
            }
            return addPerson(job, added);
        });
}

QFuture<Result<>> PersonService::edit(const domain::Person &before, const domain::Person &after,
                                      const std::optional<ToldBy> &told) const
{
    return m_desk.store().write([&desk = m_desk, before, after, told](store::Connection &connection) -> Result<> {
        const Job job(desk, connection);
        const auto changes = domain::changesBetween(
            domain::toFields(before), domain::toFields(withPastKept(before, tidyPerson(after, desk.ids()))));
        return editPerson(job, before.id, before.revision, changes, told);
    });
}

QFuture<Result<LikelyPeople>> PersonService::likelyMatches(const domain::Person &typed, int limit) const
{
    return leasedRead(m_desk, [typed, limit](const Job &job) {
        return findLikelyMatches(job.connection(), tidyPerson(typed, job.desk().ids()), limit);
    });
}

} // namespace reeve::services
