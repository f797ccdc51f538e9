// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// One line of a person's timeline.
struct TimelineRow
{
    domain::InteractionId id;
    domain::Channel channel = domain::Channel::Phone;
    domain::Direction direction = domain::Direction::Inbound;
    Instant startedAt;
    std::optional<Instant> endedAt;
    std::vector<domain::ReasonCode> reasons;
    domain::DispositionCode disposition;
    QString note; // the first note, at most 300 characters
    int noteCount = 0;
    int restrictedItems = 0; // how many exist; shown only to those who may know
    QString agent;
    bool isSent = false; // the centre has it
};

// The same of an interaction that is not read as somebody's, with whose it is.
struct InteractionLine
{
    TimelineRow row;
    std::optional<domain::PersonId> person; // who is shown for it: who it was assigned to, or whom it was noted for
    bool wasWithoutPerson = false;          // as it was noted
};

// That a restricted item exists: never its content, which is only in the outbox entry until that is safe, and at the
// centre.
struct RestrictedMark
{
    domain::RestrictedItemId id;
    domain::InteractionId interaction;
    std::optional<domain::PersonId> person;
    bool isCriminalOffence = false;
    Instant notedAt;
};

// Interactions of people opened at this desk, and the ones logged here. Runs inside the caller's transaction.
class InteractionRepository final
{
public:
    explicit InteractionRepository(Connection &connection) noexcept : m_connection(connection) {}

    // Without restricted content: specialCategory and criminalOffence are empty.
    [[nodiscard]] Result<std::optional<domain::Interaction>> find(domain::InteractionId id) const;

    // Stores the interaction, its parties, notes and the marks of its restricted items; not their content.
    // One that is there already is replaced when `agent` is empty or the same (a pulled copy of our own).
    [[nodiscard]] Result<> insert(const domain::Interaction &interaction, const QString &agent, bool isSent) const;
    [[nodiscard]] Result<> addNote(domain::InteractionId id, const domain::Note &note) const;
    [[nodiscard]] Result<> addMark(const RestrictedMark &mark) const;
    [[nodiscard]] Result<> markSent(const std::vector<domain::InteractionId> &ids) const;

    // Newest first.
    [[nodiscard]] Result<std::vector<TimelineRow>> timeline(domain::PersonId person, int limit) const;
    // What an agent logged since then, whoever it is about; the last first.
    [[nodiscard]] Result<std::vector<InteractionLine>> ofAgent(const QString &agent, Instant since, int limit) const;
    [[nodiscard]] Result<std::optional<InteractionLine>> line(domain::InteractionId id) const;
    [[nodiscard]] Result<std::vector<RestrictedMark>> marks(domain::PersonId person) const;
    [[nodiscard]] Result<std::vector<RestrictedMark>> marks(domain::InteractionId interaction) const;
    [[nodiscard]] Result<std::optional<RestrictedMark>> mark(domain::RestrictedItemId id) const;

    // Somebody was opened: what was said with these records, all of one person, stays for a period from then on.
    [[nodiscard]] Result<> keepTimeline(const std::vector<domain::PersonId> &records, Instant opened) const;
    // Deletes interactions that the centre has (safe there) and that started before `before`, but for those of people
    // opened since. Returns how many.
    [[nodiscard]] Result<qint64> purge(Instant before) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
