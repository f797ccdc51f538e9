// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/audit_trail.h"
#include "core/store/desk_repository.h"
#include "core/store/outbox.h"
#include "core/store/salvaged_pages.h"

namespace reeve::store {

// What must not be lost of a damaged store, told from other rows by its shape: the columns of 0001_desk.sql and
// 0005_device_life.sql, which later migrations only add to.
struct SalvagedWork
{
    struct Draft
    {
        QByteArray id;
        QString agent;
        qint64 startedAt = 0;
        qint64 savedAt = 0;
        std::optional<qint64> discardedAt;
        QString noteText;
        QByteArray document;
    };

    std::vector<OutboxEntry> entries; // in order; each once
    std::vector<Draft> drafts;
    std::vector<AuditRecord> audit; // by number
    std::optional<DeskState> desk;  // at the beginning with the centre: everybody is loaded again
};

[[nodiscard]] SalvagedWork salvageWork(const std::vector<SalvagedRow> &rows);

// Puts it into an empty store. What the centre has not called safe waits again: it knows what it has by its id. Of the
// audit the chain as far as it is whole; the centre is told all of it again.
[[nodiscard]] Result<> putBack(Connection &connection, const SalvagedWork &work);

} // namespace reeve::store
