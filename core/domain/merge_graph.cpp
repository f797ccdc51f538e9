// SPDX-License-Identifier: MIT
#include "core/domain/merge_graph.h"

#include <algorithm>
#include <tuple>

namespace reeve::domain {

namespace {

// The first of a choice's records that belongs to the person.
std::optional<PersonId> recordOf(const FieldChoice &choice, const RecordSet &records)
{
    if (records.contains(choice.source))
        return choice.source;
    if (records.contains(choice.record))
        return choice.record;
    return std::nullopt;
}

} // namespace

MergeGraph::MergeGraph(const std::vector<MergeEvent> &events)
{
    for (const MergeEvent &event : events)
        add(event);
}

void MergeGraph::add(const MergeEvent &event)
{
    const Key key{event.order, event.id.uuid().toRfc4122()};
    if (!m_keys.emplace(event.id, key).second)
        return;
    m_events.emplace(key, event);
    if (const auto *unmerge = std::get_if<PersonUnmerge>(&event.what))
        m_undone.insert(unmerge->merge);
}

bool MergeGraph::isActive(MergeEventId merge) const
{
    const MergeEvent *event = find(merge);
    return event && std::holds_alternative<PersonMerge>(event->what) && !m_undone.contains(merge);
}

RecordSet MergeGraph::recordsWith(PersonId record) const
{
    RecordSet records{record};
    // Groups are small: as often as a pass finds more.
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const auto &[key, event] : m_events) {
            const auto *merge = std::get_if<PersonMerge>(&event.what);
            if (!merge || m_undone.contains(event.id))
                continue;
            if (records.contains(merge->survivor) == records.contains(merge->absorbed))
                continue;
            records.insert(merge->survivor);
            records.insert(merge->absorbed);
            isGrowing = true;
        }
    }
    return records;
}

PersonId MergeGraph::survivorOf(const RecordSet &records, const IsLive &isLive) const
{
    RecordSet absorbed;
    std::map<PersonId, Key, ByBytes> latest;
    for (const auto &[key, event] : m_events) {
        const auto *merge = std::get_if<PersonMerge>(&event.what);
        if (!merge || m_undone.contains(event.id))
            continue;
        absorbed.insert(merge->absorbed);
        latest.insert_or_assign(merge->survivor, key);
    }
    const auto claimOf = [&](PersonId record) {
        const auto last = latest.find(record);
        return std::tuple(isLive(record), !absorbed.contains(record), last == latest.end() ? Key() : last->second);
    };
    // Among equals the first one stays: the oldest id.
    return *std::ranges::max_element(records, {}, claimOf);
}

std::map<QString, MergeGraph::Chosen> MergeGraph::chosenAmong(const RecordSet &records) const
{
    std::map<QString, Chosen> chosen;
    std::size_t merges = 0;
    for (const auto &[key, event] : m_events) {
        const FieldChoices *choices = nullptr;
        bool isMerge = false;
        if (const auto *merge = std::get_if<PersonMerge>(&event.what)) {
            isMerge = true;
            if (!m_undone.contains(event.id) && records.contains(merge->survivor)) {
                choices = &merge->choices;
                ++merges;
            }
        } else if (const auto *said = std::get_if<FieldsChosen>(&event.what)) {
            if (records.contains(said->person))
                choices = &said->fields;
        }
        if (!choices)
            continue;
        for (const auto &[field, choice] : *choices) {
            const auto record = recordOf(choice, records);
            if (!record)
                continue;
            const auto [known, isNew] = chosen.try_emplace(field, Chosen{*record, false});
            if (!isNew)
                known->second = {*record, isMerge && (known->second.isContested || known->second.record != *record)};
        }
    }
    // Whoever merges knows the group as it is, and never merges what is one already: only where there is a merge too
    // many did two desks not know of each other.
    if (merges < records.size()) {
        for (auto &[field, one] : chosen)
            one.isContested = false;
    }
    return chosen;
}

std::vector<MergeEvent> MergeGraph::events() const
{
    std::vector<MergeEvent> events;
    events.reserve(m_events.size());
    for (const auto &[key, event] : m_events)
        events.push_back(event);
    return events;
}

const MergeEvent *MergeGraph::find(MergeEventId id) const
{
    const auto key = m_keys.find(id);
    return key == m_keys.end() ? nullptr : &m_events.at(key->second);
}

qint64 MergeGraph::highestOrder() const
{
    return m_events.empty() ? 0 : m_events.crbegin()->first.first;
}

} // namespace reeve::domain
