// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"

#include "app/reevectl/central_uri.h"
#include "app/reevectl/secrets.h"
#include "core/central/administration.h"
#include "core/central/postgres_gateway.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<QString> centralUri(const Arguments &arguments)
{
    return checkCentralUri(arguments.value(u"--central"_s));
}

Result<CentralSignIn> centralSignIn(const Arguments &arguments)
{
    auto uri = centralUri(arguments);
    if (!uri)
        return fail(uri);
    auto password = findSecret(SecretOf::CentralSignIn, arguments);
    if (!password)
        return fail(password);
    return CentralSignIn{std::move(*uri), *password ? std::move(**password) : crypto::Secret()};
}

std::unique_ptr<sync::CentralGateway> gatewayTo(const QString &uri)
{
    return central::makeGateway(uri);
}

Result<QJsonObject> interactionAtCentre(const Arguments &arguments, domain::InteractionId id, const QString &reason)
{
    const auto signIn = centralSignIn(arguments);
    if (!signIn)
        return fail(signIn);
    return central::showInteraction(signIn->uri, signIn->password, id, reason);
}

} // namespace reeve::ctl
