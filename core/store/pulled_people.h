// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/edit_overlay.h"
#include "core/store/person_index.h"
#include "core/store/person_repository.h"
#include "core/store/person_row.h"

#include <QSet>

#include <optional>

namespace reeve::store {

// Whether this desk has something about that person that the centre has not answered for.
[[nodiscard]] Result<bool> hasWaitingWork(Connection &connection, domain::PersonId person);

// Stores the people of one page from the centre. What is the same for all of them is read once, so that a row that is
// new here costs its two inserts and nothing else. For one transaction only.
class PulledPeople final
{
public:
    enum class Outcome { Applied, Removed, Ignored, Unreadable };

    [[nodiscard]] static Result<PulledPeople> prepare(Connection &connection);

    [[nodiscard]] Result<Outcome> apply(const PreparedPerson &prepared);

    // The number that the next row takes that is not here yet.
    [[nodiscard]] qint64 nextNumber() const noexcept { return m_nextNumber; }

    // After the last: whoever is new goes into the search index when the transaction is committed.
    void finish();

private:
    PulledPeople(Connection &connection, EditOverlay overlay, PersonIndex::NewPeople added)
        : m_connection(connection),
          m_rows(connection),
          m_overlay(std::move(overlay)),
          m_nextNumber(added.after + 1),
          m_added(std::move(added))
    {}

    [[nodiscard]] Result<Outcome> remove(const PulledPerson &pulled);
    [[nodiscard]] Result<Outcome> replace(const PulledPerson &pulled, const PersonKeys &keys);

    Connection &m_connection;
    PersonRows m_rows;
    EditOverlay m_overlay;
    qint64 m_nextNumber;
    PersonIndex::NewPeople m_added;
    std::optional<QSet<QUuid>> m_withWork; // read when the first tombstone comes
};

} // namespace reeve::store
