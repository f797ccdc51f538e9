// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merge_jobs.h"

#include "core/domain/person_fields.h"
#include "core/services/person/merge/merged_values.h"
#include "core/services/person/person_changes.h"
#include "core/store/desk_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"
#include "core/store/person_repository.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::MergeEvent;
using reeve::domain::MergeEventId;
using reeve::domain::PersonId;
using reeve::domain::PersonMerge;

namespace reeve::services {

namespace {

// The records of one person, those of the graph that have a row here.
Result<domain::MergedFields> shownOf(const domain::MergeGraph &graph, PersonId survivor,
                                     const domain::Originals &originals)
{
    const domain::RecordSet records = graph.recordsWith(survivor);
    domain::Originals own;
    for (const auto &[record, fields] : originals) {
        if (records.contains(record))
            own.emplace(record, fields);
    }
    if (own.empty())
        return fail(ErrorCode::NotFound, u"person "_s + survivor.toString());
    return domain::foldFields(graph, survivor, own);
}

bool isSamePair(const PersonMerge &a, const PersonMerge &b)
{
    return (a.survivor == b.survivor && a.absorbed == b.absorbed) ||
           (a.survivor == b.absorbed && a.absorbed == b.survivor);
}

// Of the first by the second, then of the second by the first.
std::vector<domain::Relationship> relationsBetween(const PairAsShown &pair)
{
    std::vector<domain::Relationship> relations;
    const auto add = [&](const domain::MergedFields &shown, PersonId of, PersonId other) {
        const auto person = domain::personFromFields(of, 0, shown.fields);
        if (!person)
            return;
        const domain::RecordSet others = pair.graph.recordsWith(other);
        std::ranges::copy_if(person->relationships, std::back_inserter(relations),
                             [&](const auto &one) { return one.other && others.contains(*one.other); });
    };
    add(pair.sides.survivorShown, pair.sides.survivor, pair.sides.absorbed);
    add(pair.sides.absorbedShown, pair.sides.absorbed, pair.sides.survivor);
    return relations;
}

// A choice about a field that neither has would be kept and never be seen to do anything.
Result<> checkFields(const domain::MergeSides &sides, const std::map<QString, domain::MergeSide> &taken)
{
    QStringList known = sides.survivorShown.fields.keys() + sides.absorbedShown.fields.keys();
    known << domain::homeAddress.toString();
    known.removeDuplicates();
    for (const auto &[field, side] : taken) {
        if (!known.contains(field))
            return fail(ErrorCode::InvalidInput,
                        u"neither of the two has the field %1; there are %2"_s.arg(field, known.join(u", "_s)));
    }
    return {};
}

} // namespace

Result<MergeEventId> tellMergeEvent(const Job &job, const QString &reason, decltype(MergeEvent::what) what,
                                    const std::optional<QUuid> &follows)
{
    const store::MergeRepository merges(job.connection());
    const auto order = merges.nextOrder();
    if (!order)
        return fail(order);
    const auto at = job.centralNow();
    if (!at)
        return fail(at);

    MergeEvent event;
    event.id = job.desk().ids().next<domain::MergeEventTag>();
    event.order = *order;
    event.agent = job.desk().agentName();
    event.at = *at;
    event.reason = reason.trimmed();
    event.what = std::move(what);
    const QJsonObject payload = domain::toJson(event);
    // As every other desk will read it: what it would refuse is not told.
    if (const auto valid = domain::mergeEventFromJson(payload); !valid)
        return fail(valid);
    if (const auto added = merges.add(event); !added)
        return fail(added);

    const auto kind = store::parseEntryKind(domain::kindCode(event));
    if (!kind)
        return fail(kind);
    const QUuid about = domain::recordsOf(event).front().uuid();
    const auto queued = job.queue({.kind = *kind,
                                   .id = event.id.uuid(),
                                   .aggregate = follows.value_or(about),
                                   .person = about,
                                   .payload = compactJson(payload)});
    if (!queued)
        return fail(queued);
    return event.id;
}

Result<PairAsShown> pairAsShown(const Job &job, PersonId survivor, PersonId absorbed)
{
    const store::MergeRepository merges(job.connection());
    PairAsShown pair;
    const auto take = [&](PersonId asked, PersonId &shown) -> Result<> {
        const auto redirected = merges.survivorOf(asked);
        if (!redirected)
            return fail(redirected);
        shown = *redirected;
        const auto graph = merges.around(shown);
        if (!graph)
            return fail(graph);
        for (const MergeEvent &event : graph->events())
            pair.graph.add(event);
        const auto own = store::MergedPeople(job.connection()).originals(graph->recordsWith(shown));
        if (!own)
            return fail(own);
        pair.originals.insert(own->cbegin(), own->cend());
        return {};
    };
    if (const auto taken = take(survivor, pair.sides.survivor); !taken)
        return fail(taken);
    if (const auto taken = take(absorbed, pair.sides.absorbed); !taken)
        return fail(taken);
    if (pair.sides.survivor == pair.sides.absorbed)
        return fail(ErrorCode::InvalidInput, u"they are one person already"_s);

    for (const auto &[record, shown] : {std::pair(pair.sides.survivor, &pair.sides.survivorShown),
                                        std::pair(pair.sides.absorbed, &pair.sides.absorbedShown)}) {
        auto fields = shownOf(pair.graph, record, pair.originals);
        if (!fields)
            return fail(fields);
        *shown = std::move(*fields);
    }
    return pair;
}

Result<MergePreview> previewMerge(const Job &job, PersonId survivor, PersonId absorbed,
                                  const std::map<QString, domain::MergeSide> &chosen)
{
    auto pair = pairAsShown(job, survivor, absorbed);
    if (!pair)
        return fail(pair);
    const domain::MergeSides &sides = pair->sides;
    MergePreview preview;
    preview.survivor = sides.survivor;
    preview.absorbed = sides.absorbed;
    preview.suggestedSurvivor = std::min(sides.survivor, sides.absorbed, domain::ByBytes());
    preview.survivorFields = sides.survivorShown.fields;
    preview.absorbedFields = sides.absorbedShown.fields;
    preview.sides = domain::suggestedSides(sides);
    preview.relations = relationsBetween(*pair);

    MergeEvent supposed;
    supposed.id = MergeEventId(job.desk().ids().next());
    supposed.order = pair->graph.highestOrder() + 1;
    supposed.what = PersonMerge{sides.survivor, sides.absorbed, domain::choicesOf(sides, chosen), {}, {}, {}, {}};
    pair->graph.add(supposed);
    preview.merged = domain::foldFields(pair->graph, sides.survivor, pair->originals).fields;

    const auto verdict = verdictOnPair(job, sides.survivor, sides.absorbed);
    if (!verdict)
        return fail(verdict);
    preview.verdict = *verdict;
    return preview;
}

Result<MergeEventId> mergePeople(const Job &job, const MergeRequest &request)
{
    const auto pair = pairAsShown(job, request.survivor, request.absorbed);
    if (!pair)
        return fail(pair);
    const domain::MergeSides &sides = pair->sides;
    const auto own = pair->originals.find(sides.survivor);
    if (own == pair->originals.cend() || !pair->originals.contains(sides.absorbed))
        return fail(ErrorCode::NotFound, u"a record that is merged is not here"_s);
    if (const auto known = checkFields(sides, request.sides); !known)
        return fail(known);
    if (!request.despiteNotSame) {
        const auto verdict = verdictOnPair(job, sides.survivor, sides.absorbed);
        if (!verdict)
            return fail(verdict);
        if (*verdict == domain::PairVerdict::NotSame)
            return fail(ErrorCode::Conflict, u"somebody decided that they are not the same"_s);
    }

    return tellMergeEvent(job, request.reason,
                          PersonMerge{sides.survivor, sides.absorbed, domain::choicesOf(sides, request.sides),
                                      own->second, request.probability, request.why, request.model});
}

Result<> unmergePeople(const Job &job, MergeEventId merge, const QString &reason, bool areDifferent)
{
    const store::MergeRepository merges(job.connection());
    const auto found = merges.find(merge);
    if (!found)
        return fail(found);
    const auto *undone = *found ? std::get_if<PersonMerge>(&(*found)->what) : nullptr;
    if (!undone)
        return fail(ErrorCode::NotFound, u"merge "_s + merge.toString());
    const auto graph = merges.around(undone->survivor);
    if (!graph)
        return fail(graph);
    if (!graph->isActive(merge))
        return fail(ErrorCode::InvalidInput, u"it was undone already"_s);

    for (const MergeEvent &event : graph->events()) {
        const auto *twin = std::get_if<PersonMerge>(&event.what);
        if (!twin || !isSamePair(*twin, *undone) || !graph->isActive(event.id))
            continue;
        const auto told = tellMergeEvent(job, reason, domain::PersonUnmerge{event.id, twin->survivor, twin->absorbed});
        if (!told)
            return fail(told);
    }
    if (!areDifferent)
        return {};
    return decidePair(job, undone->survivor, undone->absorbed, domain::PairVerdict::NotSame, reason);
}

Result<> chooseField(const Job &job, PersonId person, const QString &field, PersonId record)
{
    const auto history = mergeHistory(job, person);
    if (!history)
        return fail(history);
    const auto values = mergedValues(*history);
    const auto value = std::ranges::find(values, field, &MergedValue::field);
    if (value == values.cend())
        return fail(ErrorCode::InvalidInput, u"the records do not differ in that field"_s);
    if (std::ranges::find(value->said, record, &MergedValue::Said::record) == value->said.cend())
        return fail(ErrorCode::InvalidInput, u"not a record of that person, or not the oldest that says so"_s);
    const auto told = tellMergeEvent(job, {}, domain::FieldsChosen{history->person, {{field, {record, record}}}});
    if (!told)
        return fail(told);
    return {};
}

Result<MergeHistory> mergeHistory(const Job &job, PersonId person)
{
    const store::MergeRepository merges(job.connection());
    MergeHistory history;
    const auto survivor = merges.survivorOf(person);
    if (!survivor)
        return fail(survivor);
    history.person = *survivor;
    const auto graph = merges.around(*survivor);
    if (!graph)
        return fail(graph);
    const domain::RecordSet records = graph->recordsWith(*survivor);
    history.records.assign(records.cbegin(), records.cend());

    qint64 lastRefusal = 0; // the order of the last "not the same" between two that are one now
    for (const MergeEvent &event : graph->events()) {
        const auto *decision = std::get_if<domain::PairDecision>(&event.what);
        if (decision && decision->verdict == domain::PairVerdict::NotSame && records.contains(decision->left) &&
            records.contains(decision->right))
            lastRefusal = event.order;
    }
    for (const MergeEvent &event : graph->events()) {
        const auto *merge = std::get_if<PersonMerge>(&event.what);
        const bool isActive = merge && graph->isActive(event.id);
        const bool isDisputed = isActive && records.contains(merge->survivor) && lastRefusal >= event.order;
        history.events.push_back({event, isActive, isDisputed});
    }

    const auto originals = store::MergedPeople(job.connection()).originals(records);
    if (!originals)
        return fail(originals);
    if (originals->empty())
        return fail(ErrorCode::NotFound, u"person "_s + person.toString());
    history.originals.assign(originals->cbegin(), originals->cend());
    domain::MergedFields shown = domain::foldFields(*graph, *survivor, *originals);
    history.fields = std::move(shown.fields);
    history.sources = std::move(shown.sources);
    history.contested = std::move(shown.contested);
    return history;
}

} // namespace reeve::services
