// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/services/session/desk.h"

#include <QJsonObject>

namespace reeve::ctl {

// Who is meant by an id or the council's own reference. NotFound when it is neither; the person may not be here.
// InvalidInput names the records when a reference stands on two that are not merged: one of them would be meant at one
// desk, another at the next.
[[nodiscard]] Result<domain::PersonId> findPerson(services::Desk &desk, const QString &idOrReference);

// A person by id or external id, with the newest interactions. An id that was merged into another answers that one.
// NotFound.
[[nodiscard]] Result<QJsonObject> personRecord(services::Desk &desk, const QString &idOrReference);

// An interaction of this desk. Restricted items only with a reason; each reading is audited. NotFound, Denied.
[[nodiscard]] Result<QJsonObject> interactionRecord(services::Desk &desk, domain::InteractionId id,
                                                    const QString &reason);

} // namespace reeve::ctl
