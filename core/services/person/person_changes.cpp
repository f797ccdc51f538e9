// SPDX-License-Identifier: MIT
#include "core/services/person/person_changes.h"

#include "core/services/person/merge/merge_jobs.h"
#include "core/services/person/value_marks.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"
#include "core/store/person_repository.h"

using namespace Qt::Literals::StringLiterals;
using reeve::domain::FieldChanges;
using reeve::domain::PersonId;

namespace reeve::services {

namespace {

// The stored record with `changes` laid over it. Fields that others changed since it was opened stay as they are.
Result<domain::Person> withEdits(const Job &job, PersonId id, const QJsonObject &changes)
{
    const auto stored = store::PersonRepository(job.connection()).findOwn(id);
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

// Names and references of other records come and go by themselves with what is shown.
bool isHistory(const QString &field)
{
    return field.startsWith("former_name/"_L1) || field.startsWith("reference/"_L1);
}

// What has to be chosen from the survivor so that `wanted` is shown: what was set, where another record's value is
// shown instead, and what would come up from another record in place of something that was taken away.
domain::FieldChoices choicesFor(const QJsonObject &wanted, const QJsonObject &shown, const QJsonObject &set,
                                PersonId survivor)
{
    domain::FieldChoices choices;
    const FieldChanges differing = domain::changesBetween(wanted, shown);
    for (auto it = differing.set.constBegin(); it != differing.set.constEnd(); ++it) {
        if (set.contains(it.key()) || (!wanted.contains(it.key()) && !isHistory(it.key())))
            choices.emplace(it.key(), domain::FieldChoice{survivor, survivor});
    }
    return choices;
}

// Of a person that several records are shown as: `changes` are of what is shown.
Result<> editMerged(const Job &job, PersonId survivor, qint64 baseRevision, const FieldChanges &changes,
                    const std::optional<ToldBy> &told)
{
    const auto graph = store::MergeRepository(job.connection()).around(survivor);
    if (!graph)
        return fail(graph);
    auto originals = store::MergedPeople(job.connection()).originals(graph->recordsWith(survivor));
    if (!originals)
        return fail(originals);
    const auto own = originals->find(survivor);
    if (own == originals->end())
        return fail(ErrorCode::NotFound, u"person "_s + survivor.toString());
    const domain::MergedFields before = domain::foldFields(*graph, survivor, *originals);
    const QJsonObject wanted = domain::withChanges(before.fields, changes.set);

    FieldChanges ownChanges = domain::changesBetween(own->second, domain::withChanges(own->second, changes.set));
    for (auto it = ownChanges.was.begin(); it != ownChanges.was.end(); ++it) {
        // What was read of the survivor's own: somebody may have changed it since, and then it is a conflict.
        const auto source = before.sources.find(it.key());
        if (source != before.sources.end() && source->second == survivor && changes.was.contains(it.key()))
            it.value() = changes.was.value(it.key());
    }
    if (const auto edited = editRecord(job, survivor, baseRevision, ownChanges, told); !edited)
        return edited;

    own->second = domain::withChanges(own->second, changes.set);
    const QJsonObject shown = domain::foldFields(*graph, survivor, *originals).fields;
    domain::FieldChoices choices = choicesFor(wanted, shown, changes.set, survivor);
    if (choices.empty())
        return {};
    const auto event = tellMergeEvent(job, {}, domain::FieldsChosen{survivor, std::move(choices)});
    if (!event)
        return fail(event);
    return {};
}

} // namespace

Result<PersonId> addPerson(const Job &job, const domain::Person &person)
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
                   .payload = compactJson({{u"id"_s, person.id.toString()}, {u"fields"_s, domain::toFields(person)}})});
    if (!queued)
        return fail(queued);
    return person.id;
}

Result<> editPerson(const Job &job, PersonId id, qint64 baseRevision, const FieldChanges &changes,
                    const std::optional<ToldBy> &told)
{
    if (changes.isEmpty())
        return {};
    const store::MergeRepository merges(job.connection());
    const auto survivor = merges.survivorOf(id);
    if (!survivor)
        return fail(survivor);
    const auto records = merges.recordsOf(*survivor);
    if (!records)
        return fail(records);
    if (records->size() == 1)
        return editRecord(job, id, baseRevision, changes, told);
    // The revision that was read is another record's, when it was merged since: then only what is still as it was read
    // is changed without asking.
    return editMerged(job, *survivor, *survivor == id ? baseRevision : 0, changes, told);
}

Result<> editRecord(const Job &job, PersonId id, qint64 baseRevision, const FieldChanges &asked,
                    const std::optional<ToldBy> &told)
{
    if (asked.isEmpty())
        return {};
    FieldChanges changes = asked;
    if (told) {
        auto marked = withToldMarks(job, id, asked, *told);
        if (!marked)
            return fail(marked);
        changes = std::move(*marked);
    }
    const auto edited = withEdits(job, id, changes.set);
    if (!edited)
        return fail(edited);

    // The entry first: the store keeps the centre's state beside the shown one while an edit waits.
    const auto queued = job.queue(
        {.kind = store::EntryKind::PersonEdited,
         .id = job.desk().ids().next(),
         .aggregate = id.uuid(),
         .person = id.uuid(),
         .baseRevision = baseRevision,
         .payload = compactJson({{u"id"_s, id.toString()}, {u"set"_s, changes.set}, {u"was"_s, changes.was}})});
    if (!queued)
        return fail(queued);
    return store::PersonRepository(job.connection()).update(*edited);
}

} // namespace reeve::services
