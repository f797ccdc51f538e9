// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <vector>

namespace reeve::store {

// Keeps note_search, in which interactions are found by the words of their notes (0007_note_search.sql). It runs behind
// what is logged, so that a commit does not pay for it; the store's background thread brings it up now and then, and
// whoever searches first takes in what is missing. Runs inside the caller's transaction.
class NoteIndex final
{
public:
    explicit NoteIndex(Connection &connection) noexcept : m_connection(connection) {}

    // Interactions that wait to be looked at, about: entries of the outbox about people count too.
    [[nodiscard]] Result<qint64> behind() const;

    // Takes in some hundred of them. True while there is more.
    [[nodiscard]] Result<bool> step() const;

    // Whether every entry of the outbox was looked at; and: those that were queued since are about no interaction. For
    // imports, whose entries need not be walked over.
    [[nodiscard]] Result<bool> hasSeenOutbox() const;
    [[nodiscard]] Result<> passOverOutbox() const;

    // One that came from the centre, or was changed by it: looked at with the next step.
    [[nodiscard]] Result<> queue(domain::InteractionId id) const;

    // After interactions were erased or purged: nothing of their words is left. Takes about 1 s for 100,000 notes.
    [[nodiscard]] Result<> compact() const;

private:
    struct Standing
    {
        qint64 covered = 0;
        qint64 last = 0; // of the outbox
        qint64 queued = 0;
        bool hasGone = false;
    };
    [[nodiscard]] Result<Standing> standing() const;
    // What one interaction is found by.
    struct Row
    {
        domain::InteractionId interaction;
        qint64 number = 0; // 0: not in the index yet
        qint64 startedAt = 0;
        QByteArray notes;
        QByteArray reasons;
    };
    [[nodiscard]] Result<> removeGone() const;
    [[nodiscard]] Result<std::vector<domain::InteractionId>> takeQueued() const;
    [[nodiscard]] Result<std::vector<domain::InteractionId>> takeLogged(std::size_t limit) const;
    [[nodiscard]] Result<> takeIn(const std::vector<domain::InteractionId> &interactions) const;
    [[nodiscard]] Result<Row> read(domain::InteractionId interaction) const;
    [[nodiscard]] Result<bool> isUpToDate(const Row &row) const;
    [[nodiscard]] Result<qint64> giveNumber(const Row &row) const;
    [[nodiscard]] Result<> put(const Row &row) const;
    [[nodiscard]] Result<> run(QStringView query, QStringView parameter, qint64 value) const;

    Connection &m_connection;
};

} // namespace reeve::store
