// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merge_graph.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// An interaction of one person, by the record it was logged for.
struct InteractionSince
{
    domain::InteractionId id;
    Instant startedAt;
    QString note; // the first since then, else the first of all; at most 300 characters
    std::optional<domain::PersonId> assignedTo;
};

// The merge events this desk knows, and who is shown for whom. Adding one brings the rows of person and the search
// index up to date in the same transaction (merged_people.h). Runs inside the caller's transaction.
class MergeRepository final
{
public:
    explicit MergeRepository(Connection &connection) noexcept : m_connection(connection) {}

    // False when it is there already.
    [[nodiscard]] Result<bool> add(const domain::MergeEvent &event) const;

    [[nodiscard]] Result<std::optional<domain::MergeEvent>> find(domain::MergeEventId id) const;

    // Every event about this record, and about those that any merge ever joined to it.
    [[nodiscard]] Result<domain::MergeGraph> around(domain::PersonId record) const;

    // What was ever said of any pair, oldest first; the last word on a pair counts.
    [[nodiscard]] Result<std::vector<domain::MergeEvent>> pairDecisions() const;

    // The same, newest first: those that came before this one, `limit` at most. Null: from the newest.
    struct Place
    {
        qint64 order = 0;
        domain::MergeEventId id;
    };
    [[nodiscard]] Result<std::vector<domain::MergeEvent>> pairDecisionsBefore(const std::optional<Place> &place,
                                                                              int limit) const;

    // For the next event of this desk.
    [[nodiscard]] Result<qint64> nextOrder() const;

    // Who is shown for a record; itself when it is not merged.
    [[nodiscard]] Result<domain::PersonId> survivorOf(domain::PersonId record) const;
    // Every record of the same person, this one included.
    [[nodiscard]] Result<std::vector<domain::PersonId>> recordsOf(domain::PersonId record) const;

    // Interactions of the person that `record` belongs to which began, were logged, or were added to after `merge`;
    // oldest first. What another desk has done: since then.
    [[nodiscard]] Result<std::vector<InteractionSince>>
    interactionsSince(domain::PersonId record, domain::MergeEventId merge, Instant since) const;

    // After the centre went back in time: it may lack what this desk was told, and brings what it has.
    [[nodiscard]] Result<> forgetConfirmations() const;
    [[nodiscard]] Result<> confirm(domain::MergeEventId event) const;
    // After forgetConfirmations() and a whole reading of the centre: what that did not bring goes, and is shown no
    // more; but for this desk's own events that are not safe yet.
    [[nodiscard]] Result<> removeUnknown() const;

    // After the record was erased: events keep its id only.
    [[nodiscard]] Result<> forgetFields(domain::PersonId record) const;

private:
    [[nodiscard]] Result<> remove(const domain::MergeEvent &event) const;
    [[nodiscard]] Result<std::vector<domain::MergeEvent>> eventsOf(QStringView kind) const; // oldest first
    [[nodiscard]] Result<> assignAgain() const; // every interaction that any event is about

    Connection &m_connection;
};

} // namespace reeve::store
