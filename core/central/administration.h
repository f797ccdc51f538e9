// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/domain/ids.h"
#include "core/domain/role.h"
#include "core/sync/central_gateway.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace reeve::central {

// What an administrator does with the centre, connected as themselves (`uri` names the user, `password` may be empty
// where the server asks for none). Each opens and closes a connection of its own, and waits for it.
//
// Errors as CentralGateway; Denied when the user has no right to it.

struct CentralSetup
{
    bool createdDatabase = false;
    int schemaVersion = 0;
    QByteArray councilPublicKey;     // 32 bytes (X25519): recovery slots of desks are sealed to it
    crypto::Secret councilSecretKey; // only when it was just made: the caller stores it, the centre never has it
    QByteArray signingPublicKey;     // 32 bytes (Ed25519): desks believe wipe orders that it verifies
    crypto::Secret signingSeed;      // as councilSecretKey
};

// Creates the database when it is missing, then the schema, or brings it up to date; all or nothing, safe to repeat.
// CentralTooNew when a newer Reeve has been there. Needs the right to create roles.
[[nodiscard]] Result<CentralSetup> initCentral(const QString &uri, const crypto::Secret &password);

// Adds an agent: a login role and what it may do. Repeated, it updates name and roles, and the password when one is
// given. InvalidInput for a name that is none (domain/agent_name.h) or is a role of somebody else, for a
// display name that is none (domain/display_name.h), and for a password that is too short (crypto/passphrase_length.h).
[[nodiscard]] Result<> addAgent(const QString &uri, const crypto::Secret &password, const QString &name,
                                const QString &displayName, const domain::Roles &roles,
                                const std::optional<crypto::Secret> &agentPassword);

// One record as JSON, in the shape of domain::toJson() with "agent" and "received_at". Restricted items only with a
// reason, and only those the roles allow. Denied to an administrator who is nothing else, NotFound. Each look is
// audited at the centre, whatever came of it.
[[nodiscard]] Result<QJsonObject> showInteraction(const QString &uri, const crypto::Secret &password,
                                                  domain::InteractionId id, const QString &reason);

// {"id", "revision", "fields"}. Denied and audited as above, NotFound.
[[nodiscard]] Result<QJsonObject> showPerson(const QString &uri, const crypto::Secret &password, domain::PersonId id);

struct ImportCounts
{
    qint64 added = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
};

// People in bulk: `id` and `fields` of each; `revision` and `removed` are not looked at. Somebody who is there already
// (by external_id, else by id) gets the fields named and keeps the rest. InvalidInput: nothing of the batch of 2,000
// with the faulty row and of those after it was stored.
[[nodiscard]] Result<ImportCounts> importPeople(const QString &uri, const crypto::Secret &password,
                                                const std::vector<store::PulledPerson> &people);

// Counts, desks and their state; nothing about anybody.
[[nodiscard]] Result<QJsonObject> centralStatus(const QString &uri, const crypto::Secret &password);

} // namespace reeve::central
