// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/job.h"

namespace reeve::services {

// What was done, for the desk's audit chain (core/store/audit_trail.h). Who, where, when and by which clock is added.
struct AuditNote
{
    // sign_in, sign_in_refused, sign_out; lock, unlock, unlock_refused, desk_closed; import_started, people_imported;
    // restricted_item_read, restricted_item_written; those of RecordsOut (export_audit.h); agent_added, agent_removed,
    // passphrase_changed, key_rotated, recovered
    QString action;
    QString objectType; // "restricted_item"; "interaction", of one whose items were asked for and refused
    QUuid object = {};
    std::optional<QUuid> person = {};
    std::optional<QUuid> interaction = {};
    QString reason = {};
    QString outcome = QStringLiteral("done");
    QString sensitivity = {}; // "special_category", "criminal_offence"
    QString lawfulBasis = {}; // domain::basisCode()
    QByteArray after = {};    // what was written; only its hash is kept
    QJsonObject details = {}; // counts, times and digests; nothing that anybody typed
};

// Adds a link to the chain, inside the job's transaction: what is done and its trace stand or fall together.
[[nodiscard]] Result<> writeAudit(const Job &job, const AuditNote &note);

} // namespace reeve::services
