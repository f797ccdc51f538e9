// SPDX-License-Identifier: MIT
// What was done to a merged person, and whose it is once the merge is undone.
#include "core/services/person/merge/merge_jobs.h"
#include "core/services/person/person_changes.h"
#include "core/store/interaction_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::ItemAssigned;
using reeve::domain::MergeEvent;
using reeve::domain::MergeEventId;
using reeve::domain::PersonId;
using reeve::domain::PersonMerge;

namespace reeve::services {

namespace {

// Two desks' clocks never agree to the second, even when corrected: of another desk rather one interaction too many to
// look at.
constexpr std::chrono::minutes clockSlack{5};

struct Undoing
{
    MergeEvent event;
    PersonMerge merge;
    domain::MergeGraph graph;
};

Result<Undoing> findMerge(const Job &job, MergeEventId id)
{
    const store::MergeRepository merges(job.connection());
    const auto found = merges.find(id);
    if (!found)
        return fail(found);
    const auto *merge = *found ? std::get_if<PersonMerge>(&(*found)->what) : nullptr;
    if (!merge)
        return fail(ErrorCode::NotFound, u"merge "_s + id.toString());
    auto graph = merges.around(merge->survivor);
    if (!graph)
        return fail(graph);
    return Undoing{**found, *merge, std::move(*graph)};
}

// The same for saying whose something is.
Result<Undoing> findUndone(const Job &job, MergeEventId id, PersonId to)
{
    auto undoing = findMerge(job, id);
    if (!undoing)
        return fail(undoing);
    if (undoing->graph.isActive(id))
        return fail(ErrorCode::InvalidInput, u"the merge stands"_s);
    if (to != undoing->merge.survivor && to != undoing->merge.absorbed)
        return fail(ErrorCode::InvalidInput, u"neither of the two that were merged"_s);
    return undoing;
}

// A record's own fields as they were when that merge, or the first later one into it, was made.
std::optional<QJsonObject> fieldsBefore(const Undoing &undoing, PersonId record)
{
    for (const MergeEvent &event : undoing.graph.events()) {
        const auto *merge = std::get_if<PersonMerge>(&event.what);
        const bool isIt = event.id == undoing.event.id || event.order > undoing.event.order;
        // Without fields: the record was erased meanwhile.
        if (merge && isIt && merge->survivor == record && !merge->survivorFields.isEmpty())
            return merge->survivorFields;
    }
    return std::nullopt;
}

std::optional<PersonId> assignedTo(const Undoing &undoing, PersonId record, const QString &field)
{
    std::optional<PersonId> to;
    for (const MergeEvent &event : undoing.graph.events()) {
        const auto *assigned = std::get_if<ItemAssigned>(&event.what);
        if (assigned && assigned->merge == undoing.event.id && assigned->record == record && assigned->field == field)
            to = assigned->to;
    }
    return to;
}

Result<> addChanges(const Job &job, const Undoing &undoing, std::vector<AfterMerge> &items)
{
    for (const PersonId record : undoing.graph.recordsWith(undoing.merge.survivor)) {
        const auto before = fieldsBefore(undoing, record);
        const auto own = store::MergedPeople(job.connection()).own(record);
        if (!own)
            return fail(own);
        if (!before || !*own)
            continue;
        const domain::FieldChanges changes = domain::changesBetween(*before, (*own)->fields);
        for (auto it = changes.set.constBegin(); it != changes.set.constEnd(); ++it) {
            if (it.key().startsWith("mark/"_L1))
                continue; // goes with the value it is about
            AfterMerge item;
            item.record = record;
            item.field = it.key();
            item.was = changes.was.value(it.key());
            item.now = it.value();
            item.assignedTo = assignedTo(undoing, record, it.key());
            items.push_back(std::move(item));
        }
    }
    return {};
}

QJsonValue valueOf(const QJsonObject &fields, const QString &field)
{
    const QJsonValue value = fields.value(field);
    return value.isUndefined() ? QJsonValue(QJsonValue::Null) : value;
}

// Sets one field of a record's own; nothing to do is not an error.
Result<> setOwn(const Job &job, PersonId record, const QString &field, const QJsonValue &value)
{
    const auto own = store::MergedPeople(job.connection()).own(record);
    if (!own)
        return fail(own);
    if (!*own)
        return fail(ErrorCode::NotFound, u"person "_s + record.toString());
    const QJsonValue present = valueOf((*own)->fields, field);
    if (present == value)
        return {};
    return editRecord(job, record, (*own)->revision, {{{field, value}}, {{field, present}}});
}

} // namespace

Result<std::vector<AfterMerge>> afterMerge(const Job &job, MergeEventId merge)
{
    const auto undoing = findMerge(job, merge);
    if (!undoing)
        return fail(undoing);
    const auto interactions = store::MergeRepository(job.connection())
                                  .interactionsSince(undoing->merge.survivor, merge, undoing->event.at - clockSlack);
    if (!interactions)
        return fail(interactions);
    std::vector<AfterMerge> items;
    for (const store::InteractionSince &since : *interactions) {
        AfterMerge item;
        item.interaction = since.id;
        item.startedAt = since.startedAt;
        item.summary = since.note;
        item.assignedTo = since.assignedTo;
        items.push_back(std::move(item));
    }
    if (const auto added = addChanges(job, *undoing, items); !added)
        return fail(added);
    return items;
}

Result<> assignInteraction(const Job &job, MergeEventId merge, domain::InteractionId interaction, PersonId to)
{
    if (const auto undoing = findUndone(job, merge, to); !undoing)
        return fail(undoing);
    const auto found = store::InteractionRepository(job.connection()).find(interaction);
    if (!found)
        return fail(found);
    if (!*found)
        return fail(ErrorCode::NotFound, u"interaction "_s + interaction.toString());
    const auto told = tellMergeEvent(job, {}, ItemAssigned{merge, to, interaction, std::nullopt, {}});
    if (!told)
        return fail(told);
    return {};
}

Result<> assignChange(const Job &job, MergeEventId merge, PersonId record, const QString &field, PersonId to)
{
    const auto undoing = findUndone(job, merge, to);
    if (!undoing)
        return fail(undoing);
    std::vector<AfterMerge> items;
    if (const auto added = addChanges(job, *undoing, items); !added)
        return fail(added);
    const auto item =
        std::ranges::find_if(items, [&](const AfterMerge &one) { return one.record == record && one.field == field; });
    if (item == items.cend())
        return fail(ErrorCode::NotFound, u"no such change came after the merge"_s);

    const bool isOthers = !undoing->graph.recordsWith(undoing->merge.survivor).contains(to);
    if (isOthers) {
        if (const auto given = setOwn(job, to, field, item->now); !given)
            return given;
        if (const auto restored = setOwn(job, record, field, item->was); !restored)
            return restored;
    }
    const auto told = tellMergeEvent(job, {}, ItemAssigned{merge, to, std::nullopt, record, field});
    if (!told)
        return fail(told);
    return {};
}

Result<> separatePeople(const Job &job, const SeparateRequest &request)
{
    if (const auto undone = unmergePeople(job, request.merge, request.reason, request.areDifferent); !undone)
        return undone;
    for (const SeparateRequest::Assignment &item : request.assignments) {
        if (item.interaction) {
            if (const auto assigned = assignInteraction(job, request.merge, *item.interaction, item.to); !assigned)
                return assigned;
            continue;
        }
        if (!item.record)
            return fail(ErrorCode::InvalidInput, u"an assignment names an interaction or a record"_s);
        const auto assigned = assignChange(job, request.merge, *item.record, item.field, item.to);
        // A record that went back with the other keeps its own changes: nothing is to be done about them.
        const bool staysThere = !assigned && assigned.error().code == ErrorCode::NotFound && item.to == *item.record;
        if (!assigned && !staysThere)
            return assigned;
    }
    return {};
}

} // namespace reeve::services
