// SPDX-License-Identifier: MIT
// Which records are one person: the twin of core/central/api/32_merge.sql and 33_merge_events.sql.
#include "tests/sync/reference/reference_centre.h"

#include "core/domain/merge_graph.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using domain::MergeEvent;
using domain::PersonId;
using store::EntryKind;

namespace {

// All that is told of a merge event may be compared but for what an erasure empties.
MergeEvent withoutFields(MergeEvent event)
{
    if (auto *merge = std::get_if<domain::PersonMerge>(&event.what))
        merge->survivorFields = {};
    return event;
}

} // namespace

void ReferenceCentre::applyMergeEvent(Record &record, const QJsonObject &payload)
{
    auto event = domain::mergeEventFromJson(payload);
    if (!event || domain::kindCode(*event) != store::toCode(record.entry.kind)) {
        record.state = store::EntryState::Quarantined;
        record.code = u"malformed"_s;
        return;
    }
    event->agent = record.entry.agent;
    const PersonId about = domain::recordsOf(*event).front();
    if (auto *merge = std::get_if<domain::PersonMerge>(&event->what)) {
        const auto row = m.people.find(about.uuid());
        if (row != m.people.end() && row->second.removed)
            merge->survivorFields = {}; // told by a desk that had yet to hear of the erasure
    }
    const auto there = m.mergeEvents.find(event->id.uuid());
    if (there != m.mergeEvents.end()) {
        if (withoutFields(there->second) == withoutFields(*event)) {
            record.code = u"duplicate"_s;
            return;
        }
        record.state = store::EntryState::Quarantined;
        record.code = u"id_reuse"_s;
        return;
    }
    m.mergeEvents.emplace(event->id.uuid(), *event);
    if (record.entry.kind == EntryKind::PeopleMerged || record.entry.kind == EntryKind::PeopleUnmerged) {
        refreshSamePerson(about);
        followRecords(recordsOf(about.uuid()));
    }
    noteChange(about, {}, event->id.uuid());
}

void ReferenceCentre::refreshSamePerson(PersonId record)
{
    Ids open{record.uuid()};
    std::vector<const MergeEvent *> merges;
    for (const auto &[id, event] : m.mergeEvents) {
        if (std::holds_alternative<domain::PersonMerge>(event.what))
            merges.push_back(&event);
    }
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const MergeEvent *event : merges) {
            const auto &merge = std::get<domain::PersonMerge>(event->what);
            if (open.contains(merge.survivor.uuid()) == open.contains(merge.absorbed.uuid()))
                continue;
            open.insert({merge.survivor.uuid(), merge.absorbed.uuid()});
            isGrowing = true;
        }
    }
    domain::MergeGraph graph;
    for (const auto &[id, event] : m.mergeEvents) {
        if (open.contains(domain::recordsOf(event).front().uuid()))
            graph.add(event);
    }
    const auto isLive = [this](PersonId one) {
        const auto row = m.people.find(one.uuid());
        return row != m.people.end() && !row->second.removed;
    };
    for (const QUuid &one : open)
        m.samePerson.erase(one);
    while (!open.empty()) {
        const domain::RecordSet group = graph.recordsWith(PersonId(*open.begin()));
        const PersonId survivor = group.size() > 1 ? graph.survivorOf(group, isLive) : *group.begin();
        for (const PersonId one : group) {
            if (group.size() > 1)
                m.samePerson[one.uuid()] = survivor.uuid();
            open.erase(one.uuid());
        }
    }
}

void ReferenceCentre::forgetMergedFields(PersonId record)
{
    for (auto &[id, event] : m.mergeEvents) {
        auto *merge = std::get_if<domain::PersonMerge>(&event.what);
        if (merge && merge->survivor == record)
            merge->survivorFields = {};
    }
    if (m.samePerson.contains(record.uuid()))
        refreshSamePerson(record);
}

std::vector<QUuid> ReferenceCentre::recordsOf(QUuid record) const
{
    const auto shown = m.samePerson.find(record);
    if (shown == m.samePerson.end())
        return {record};
    std::vector<QUuid> records;
    for (const auto &[one, survivor] : m.samePerson) {
        if (survivor == shown->second)
            records.push_back(one);
    }
    return records;
}

void ReferenceCentre::followRecords(const std::vector<QUuid> &records)
{
    Ids desks;
    for (const QUuid &record : records) {
        if (const auto followers = m.followedBy.find(record); followers != m.followedBy.end())
            desks.insert(followers->second.begin(), followers->second.end());
    }
    bool isNew = false;
    for (const QUuid &record : records) {
        for (const QUuid &desk : desks)
            isNew = m.followedBy[record].insert(desk).second || isNew;
    }
    if (!isNew)
        return;
    for (const auto &[id, talk] : m.talks) {
        if (talk.interaction.person && std::ranges::find(records, talk.interaction.person->uuid()) != records.end())
            noteTalk(talk);
    }
}

} // namespace reeve::test
