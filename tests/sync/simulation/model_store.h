// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merge_graph.h"
#include "core/sync/sync_core.h"

#include "tests/sync/reference/in_order.h"

#include <QJsonObject>

#include <map>
#include <set>

namespace reeve::test {

// The store of a desk in memory, with the rules of core/store and core/services/sync/sync_work.cpp. Copied for a
// snapshot. Every change of it is one transaction: whole and durable, or not there.
class ModelStore final
{
public:
    struct Person
    {
        qint64 revision = 0;   // as the centre counts; 0: not confirmed by it since the last start from nothing
        QJsonObject fields;    // the centre's, without what waits here
        bool isErased = false; // at the centre; it goes when nothing about them waits here

        friend bool operator==(const Person &, const Person &) = default;
    };

    sync::Standing standing;
    qint64 newsSeen = 0;

    qint64 append(store::OutboxEntry entry);
    [[nodiscard]] const store::OutboxEntry *find(qint64 sequence) const;
    [[nodiscard]] std::vector<store::OutboxEntry> waiting(qint64 after, int limit) const;
    [[nodiscard]] qint64 waitingCount() const { return qint64(m_waiting.size()); }
    [[nodiscard]] const std::set<qint64> &waitingSequences() const { return m_waiting; }
    [[nodiscard]] std::vector<const store::OutboxEntry *> waitingAbout(QUuid aggregate) const;
    void record(const store::EntryOutcome &outcome, quint64 transaction);
    std::vector<qint64> settle(quint64 horizon); // those that became safe
    void giveUpRestricted(qint64 sequence);      // what the entry says that is restricted, if it is
    void sendAllAgain();
    void sendAgain(qint64 sequence);
    std::vector<store::OutboxEntry> purge(Instant before, bool alsoSent); // the deleted
    [[nodiscard]] qint64 answeredTo() const; // the last entry that the centre has answered for
    void takeBackSafe(qint64 after);         // it does not have them any more
    void drop(qint64 sequence);              // what no desk may ever do
    [[nodiscard]] const std::map<qint64, store::OutboxEntry> &outbox() const { return m_outbox; }

    void put(QUuid id, qint64 revision, const QJsonObject &fields); // unless it is older than what is here
    void remove(QUuid id); // erased at the centre: unsent work about the person keeps it until that is answered for
    void erase(QUuid id);
    void finishErasures();
    void forgetRevisions();                         // of people, and whatever the centre may lack now
    void put(const store::FieldConflict &conflict); // what was decided stays decided
    void forgetConflicts();
    [[nodiscard]] std::vector<store::FieldConflict> openConflicts() const;

    void put(const domain::MergeEvent &event); // made here, or brought by the centre
    void removeUnknownMerges();                // not confirmed by a whole reading, and not on their way from here
    [[nodiscard]] const ById<domain::MergeEvent> &mergeEvents() const { return m_mergeEvents; }
    [[nodiscard]] domain::MergeGraph merges() const;
    [[nodiscard]] QUuid survivorOf(const domain::MergeGraph &merges, QUuid record) const;
    void put(const domain::Interaction &interaction); // of somebody who was opened here
    [[nodiscard]] const ById<domain::Interaction> &interactions() const { return m_interactions; }

    // Not confirmed by the centre, and nothing of this desk is on its way about them; `kept`: how many but for that.
    [[nodiscard]] std::vector<QUuid> unknown(qint64 &kept) const;
    [[nodiscard]] Ids withWork() const; // whom anything that is not safe yet is about
    [[nodiscard]] const ById<Person> &people() const { return m_people; }
    // What the handler sees: the centre's state with what waits laid over it.
    [[nodiscard]] std::optional<QJsonObject> shown(QUuid id) const;

private:
    void forget(const store::OutboxEntry &entry); // in the lists of its state
    void setState(store::OutboxEntry &entry, store::EntryState state);
    [[nodiscard]] bool hasWaiting(QUuid person) const;

    std::map<qint64, store::OutboxEntry> m_outbox;
    std::set<qint64> m_waiting;
    std::set<std::pair<quint64, qint64>> m_sent; // (transaction, sequence)
    std::set<qint64> m_safe;
    std::set<qint64> m_answered;                        // in a transaction, whatever came of it
    std::set<std::pair<QUuid, qint64>, InOrder> m_open; // (aggregate or person, sequence) of what is not safe yet
    Ids m_unconfirmed;                                  // people of revision 0
    ById<Person> m_people;
    ById<store::FieldConflict> m_conflicts;
    Ids m_erased; // of m_people
    ById<domain::MergeEvent> m_mergeEvents;
    Ids m_unconfirmedMerges;
    ById<domain::Interaction> m_interactions;
    qint64 m_lastSequence = 0;
};

} // namespace reeve::test
