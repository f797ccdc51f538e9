// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/crypto/secret.h"
#include "core/domain/ids.h"
#include "core/sync/central_gateway.h"

#include <QJsonObject>

#include <memory>

namespace reeve::ctl {

// The address that --central names, checked.
[[nodiscard]] Result<QString> centralUri(const Arguments &arguments);

// As whom an administrator signs in: the URI's user, with the password of the environment or the file, if there is one.
struct CentralSignIn
{
    QString uri;
    crypto::Secret password;
};
[[nodiscard]] Result<CentralSignIn> centralSignIn(const Arguments &arguments);

// The centre itself, for a desk.
[[nodiscard]] std::unique_ptr<sync::CentralGateway> gatewayTo(const QString &uri);

// An interaction as the centre has it; restricted items with a reason only, and audited there.
[[nodiscard]] Result<QJsonObject> interactionAtCentre(const Arguments &arguments, domain::InteractionId id,
                                                      const QString &reason);

} // namespace reeve::ctl
