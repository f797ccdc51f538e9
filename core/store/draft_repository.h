// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// An interaction in work: everything typed so far, saved while typing. Belongs to one agent; survives a crash.
struct Draft
{
    domain::Interaction interaction; // with the content of its restricted items: it exists nowhere else yet
    QString agent;
    QString noteText; // the note being written
    Instant savedAt;
    std::optional<Instant> discardedAt; // set aside; can be restored until it is purged
};

// Runs inside the caller's transaction.
class DraftRepository final
{
public:
    explicit DraftRepository(Connection &connection) noexcept : m_connection(connection) {}

    [[nodiscard]] Result<> save(const Draft &draft) const; // insert or replace
    [[nodiscard]] Result<std::optional<Draft>> find(domain::InteractionId id) const;
    [[nodiscard]] Result<std::vector<Draft>> open(const QString &agent) const; // not discarded, oldest first
    [[nodiscard]] Result<> setDiscarded(domain::InteractionId id, std::optional<Instant> at) const;
    [[nodiscard]] Result<> remove(domain::InteractionId id) const; // not an error when it is not there
    [[nodiscard]] Result<qint64> purgeDiscarded(Instant before) const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
