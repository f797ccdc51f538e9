// SPDX-License-Identifier: MIT
#include "app/reevectl/desk_session.h"

#include "app/reevectl/secrets.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

QStringList deskOptions()
{
    return {u"--store"_s, u"--agent"_s, passphraseFile};
}

Result<std::shared_ptr<services::Desk>> openDesk(const Arguments &arguments)
{
    const QString folder = arguments.value(u"--store"_s);
    if (folder.isEmpty())
        return fail(ErrorCode::InvalidInput, u"--store needs the folder of a store"_s);
    const auto passphrase = requireSecret(SecretOf::Store, arguments);
    if (!passphrase)
        return fail(passphrase);
    const auto policy = services::Policy::builtIn();
    if (!policy)
        return fail(policy);
    return services::Desk::openNow(folder, arguments.value(u"--agent"_s), *passphrase, systemClock(), *policy);
}

} // namespace reeve::ctl
