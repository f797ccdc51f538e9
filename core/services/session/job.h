// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/role.h"
#include "core/services/session/desk.h"
#include "core/store/connection.h"
#include "core/store/outbox.h"

#include <QDate>
#include <QJsonObject>

namespace reeve::services {

// The bytes of an object, as payloads are sent and compared.
[[nodiscard]] QByteArray compactJson(const QJsonObject &object);
// The day it is then, as records are dated: in UTC.
[[nodiscard]] QDate dayOf(Instant instant);

// What every job of a service needs inside its transaction. Lives on a store thread, for one job.
class Job final
{
public:
    Job(Desk &desk, store::Connection &connection) noexcept : m_desk(desk), m_connection(connection) {}

    [[nodiscard]] Desk &desk() const noexcept { return m_desk; }
    [[nodiscard]] store::Connection &connection() const noexcept { return m_connection; }
    [[nodiscard]] Instant now() const { return m_desk.clock().now(); }
    // Corrected by the skew that was measured against the centre's clock: what other desks read as a time.
    [[nodiscard]] Result<Instant> centralNow() const;
    [[nodiscard]] QDate today() const;

    // What this agent may do, as the centre last told: read in the transaction, so that a change counts at once.
    [[nodiscard]] Result<domain::Roles> roles() const;

    // Denied when this desk has been without contact for too long to show people.
    [[nodiscard]] Result<> checkLease() const;

    // Queues a change for the centre, stamped with agent, device time, monotonic order and measured skew. `id` is the
    // id of the row it makes, or a fresh one. Answers its number.
    struct Change
    {
        store::EntryKind kind;
        QUuid id;
        QUuid aggregate;
        std::optional<QUuid> person;
        qint64 baseRevision = 0;
        QByteArray payload;          // as compactJson() writes it
        QByteArray contentHash = {}; // for OutboxEntry::contentHash
    };
    [[nodiscard]] Result<qint64> queue(const Change &change) const;

private:
    Desk &m_desk;
    store::Connection &m_connection;
};

} // namespace reeve::services
