// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merge_event.h"

#include <functional>
#include <set>
#include <vector>

namespace reeve::domain {

using RecordSet = std::set<PersonId, ByBytes>;

// Which records are one person: worked out from events, in whatever order they arrive and however often. A merge counts
// until any un-merge names it. Chains, rings and pairs that were merged twice are all one group. Plain value.
class MergeGraph final
{
public:
    MergeGraph() = default;
    explicit MergeGraph(const std::vector<MergeEvent> &events);

    void add(const MergeEvent &event); // one that is there already is nothing new

    [[nodiscard]] bool isActive(MergeEventId merge) const;

    // The records that are the same person as `record`, itself included.
    [[nodiscard]] RecordSet recordsWith(PersonId record) const;

    // The record that stands for all of them. One that `isLive` comes before one that is not, one that no active merge
    // absorbed before one that was, and then the survivor of the latest merge: so that a chain ends in its end, and
    // desks that merged differently, or in a ring, agree.
    using IsLive = std::function<bool(PersonId)>;
    [[nodiscard]] PersonId survivorOf(const RecordSet &records, const IsLive &isLive) const;

    // Whose value of each field was chosen, by the last choice whose record is among `records`. Of merges in a ring the
    // last one alone counts: it is the one whose survivor stands for all, and nobody has seen a name of several.
    struct Chosen
    {
        PersonId record;
        bool isContested = false; // others chose another record, and neither knew of the other
    };
    [[nodiscard]] std::map<QString, Chosen> chosenAmong(const RecordSet &records) const;

    // In the order of things. Active or not.
    [[nodiscard]] std::vector<MergeEvent> events() const;
    [[nodiscard]] const MergeEvent *find(MergeEventId id) const;

    [[nodiscard]] qint64 highestOrder() const;

private:
    using Key = std::pair<qint64, QByteArray>; // order, then id
    using Merges = std::vector<const MergeEvent *>;
    [[nodiscard]] Merges activeMerges() const; // in the order of things
    [[nodiscard]] static RecordSet connected(PersonId record, const Merges &merges);
    [[nodiscard]] std::set<MergeEventId, ByBytes> outvotedBesides(PersonId record) const;

    std::map<Key, MergeEvent> m_events;
    std::set<MergeEventId, ByBytes> m_undone;
    std::map<MergeEventId, Key, ByBytes> m_keys;
};

} // namespace reeve::domain
