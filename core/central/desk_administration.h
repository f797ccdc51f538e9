// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/ids.h"

#include <QJsonObject>

#include <vector>

namespace reeve::central {

// What an administrator does about desks, agents, entries and the audit, connected as themselves (`uri`, `password`:
// as in administration.h). Each act is written into the centre's audit with who, why and when.
//
// Errors as CentralGateway; Denied without the role, NotFound, InvalidInput.
class DeskAdministration final
{
public:
    DeskAdministration(QString uri, crypto::Secret password) : m_uri(std::move(uri)), m_password(std::move(password)) {}

    // Desks: status, last contact, what waits there, versions.
    [[nodiscard]] Result<std::vector<QJsonObject>> desks() const;
    // "active" (again), "push_only" (delivers, reads nothing) or "revoked" (neither). Takes back a wipe order that was
    // not carried out.
    [[nodiscard]] Result<QJsonObject> setDeskStatus(domain::DeviceId device, const QString &status,
                                                    const QString &reason) const;
    // Signs the order here; the key stays here. InvalidInput when it is not the key that desks know.
    [[nodiscard]] Result<QJsonObject> orderWipe(domain::DeviceId device, const crypto::Secret &signingSeed,
                                                const QString &reason, Instant now) const;

    [[nodiscard]] Result<std::vector<QJsonObject>> agents() const;
    // Ends the agent's sessions at once, or lets them sign in again.
    [[nodiscard]] Result<QJsonObject> setAgentActive(const QString &name, bool isActive, const QString &reason) const;

    // Entries that the centre could not take, oldest first; without what is in them.
    [[nodiscard]] Result<std::vector<QJsonObject>> quarantine(bool withResolved) const;
    // With what is in it, for a reason; restricted content only for roles that may see it.
    [[nodiscard]] Result<QJsonObject> showQuarantined(domain::EntryId entry, const QString &reason) const;
    // Applies it once more; answers {"entry","outcome","reason"?}.
    [[nodiscard]] Result<QJsonObject> reapply(domain::EntryId entry) const;
    // The same with another payload; the one that came stays beside it.
    [[nodiscard]] Result<QJsonObject> mend(domain::EntryId entry, const QByteArray &payload,
                                           const QString &reason) const;
    // Never: the desk is told, with the reason. What waits for it stays parked and is named ("awaited_by"), or is
    // rejected with it in one act, and what waits for that in turn ("rejected_with_it").
    enum class Waiting { Stays, RejectedWithIt };
    [[nodiscard]] Result<QJsonObject> reject(domain::EntryId entry, const QString &reason,
                                             Waiting waiting = Waiting::Stays) const;

    // After a restore: whoever was revoked or disabled since the backup is so again, and desks may read from now on.
    // Until then they only deliver. Answers {"epoch","is_confirmed"}.
    [[nodiscard]] Result<QJsonObject> confirmRestore(const QString &reason) const;

    // Each chain of the audit as {"chain","device","records","whole","first_broken"?,"what"?}.
    [[nodiscard]] Result<std::vector<QJsonObject>> verifyAudit() const;

private:
    QString m_uri;
    crypto::Secret m_password;
};

} // namespace reeve::central
