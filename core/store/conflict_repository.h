// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace reeve::store {

// The same field of a person, changed twice: both values are kept until a person decides.
struct FieldConflict
{
    domain::ConflictId id; // made at the centre
    domain::PersonId person;
    QString field;     // as in person_fields.h
    QJsonValue ours;   // what this desk (or the desk that lost) sent
    QJsonValue theirs; // what the centre has
    QString ourAgent;
    QString theirAgent;
    Instant raisedAt;
    std::optional<Instant> decidedAt;
};

// Runs inside the caller's transaction.
class ConflictRepository final
{
public:
    explicit ConflictRepository(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<> put(const FieldConflict &conflict) const; // insert or replace
    [[nodiscard]] Result<std::vector<FieldConflict>> open() const;   // not decided, newest first
    [[nodiscard]] Result<std::vector<FieldConflict>> openFor(domain::PersonId person) const;
    [[nodiscard]] Result<std::optional<FieldConflict>> find(domain::ConflictId id) const;
    [[nodiscard]] Result<> decide(domain::ConflictId id, Instant at) const;
    // Before the centre is read from the start, which brings those that are open there: one that somebody else decided
    // may be, in a centre that has gone back. What was decided here stays.
    [[nodiscard]] Result<> forget() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
