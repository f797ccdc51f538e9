// SPDX-License-Identifier: MIT
#include "core/domain/merge_graph.h"

#include <algorithm>
#include <iterator>
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

const PersonMerge &mergeOf(const MergeEvent &event)
{
    return std::get<PersonMerge>(event.what);
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

MergeGraph::Merges MergeGraph::activeMerges() const
{
    Merges merges;
    for (const auto &[key, event] : m_events) {
        if (std::holds_alternative<PersonMerge>(event.what) && !m_undone.contains(event.id))
            merges.push_back(&event);
    }
    return merges;
}

RecordSet MergeGraph::connected(PersonId record, const Merges &merges)
{
    RecordSet records{record};
    // Groups are small: as often as a pass finds more.
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const MergeEvent *event : merges) {
            const PersonMerge &merge = mergeOf(*event);
            if (records.contains(merge.survivor) == records.contains(merge.absorbed))
                continue;
            records.insert(merge.survivor);
            records.insert(merge.absorbed);
            isGrowing = true;
        }
    }
    return records;
}

RecordSet MergeGraph::recordsWith(PersonId record) const
{
    return connected(record, activeMerges());
}

// Nobody merges what is one already: where merges make a ring, desks did not know of each other. All of a ring but the
// last one; its twin in SQL is reeve.outvoted_merges.
std::set<MergeEventId, ByBytes> MergeGraph::outvotedBesides(PersonId record) const
{
    Merges merges = activeMerges();
    const RecordSet records = connected(record, merges);
    std::erase_if(merges, [&records](const MergeEvent *event) { return !records.contains(mergeOf(*event).survivor); });
    if (merges.size() < records.size())
        return {};
    Merges inRing;
    std::ranges::copy_if(merges, std::back_inserter(inRing), [&merges](const MergeEvent *event) {
        Merges others = merges;
        std::erase(others, event);
        return connected(mergeOf(*event).survivor, others).contains(mergeOf(*event).absorbed);
    });
    std::set<MergeEventId, ByBytes> outvoted;
    for (auto one = inRing.cbegin(); one != inRing.cend(); ++one) {
        const RecordSet ring = connected(mergeOf(**one).survivor, inRing);
        if (std::any_of(one + 1, inRing.cend(),
                        [&ring](const MergeEvent *later) { return ring.contains(mergeOf(*later).survivor); }))
            outvoted.insert((*one)->id);
    }
    return outvoted;
}

PersonId MergeGraph::survivorOf(const RecordSet &records, const IsLive &isLive) const
{
    RecordSet absorbed;
    std::map<PersonId, Key, ByBytes> latest;
    for (const MergeEvent *event : activeMerges()) {
        const PersonMerge &merge = mergeOf(*event);
        absorbed.insert(merge.absorbed);
        latest.insert_or_assign(merge.survivor, m_keys.at(event->id));
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
    std::map<QString, Chosen> last; // though it may be outvoted
    std::map<QString, Chosen> chosen;
    const auto outvoted = records.empty() ? std::set<MergeEventId, ByBytes>() : outvotedBesides(*records.begin());
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
            const auto [known, isNew] = last.try_emplace(field, Chosen{*record, false});
            if (!isNew)
                known->second = {*record, isMerge && (known->second.isContested || known->second.record != *record)};
            if (!outvoted.contains(event.id))
                chosen.insert_or_assign(field, known->second);
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
