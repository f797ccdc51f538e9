// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/services/session/desk.h"

#include <QJsonObject>

namespace reeve::ctl {

// A person by id or external id, with the newest interactions. NotFound.
[[nodiscard]] Result<QJsonObject> personRecord(services::Desk &desk, const QString &idOrReference);

// An interaction of this desk. Restricted items only with a reason; each reading is audited. NotFound, Denied.
[[nodiscard]] Result<QJsonObject> interactionRecord(services::Desk &desk, domain::InteractionId id,
                                                    const QString &reason);

} // namespace reeve::ctl
