// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"
#include "app/reevectl/central_uri.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/secrets.h"
#include "core/domain/agent_name.h"
#include "core/services/sync/sync_run.h"

#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// The agent's password at the centre: from either variable, in this order.
Result<std::vector<crypto::Secret>> passwords(const Arguments &arguments)
{
    std::vector<crypto::Secret> found;
    for (const SecretOf whose : {SecretOf::CentralSignIn, SecretOf::Agent}) {
        auto secret = findSecret(whose, arguments);
        if (!secret)
            return fail(secret);
        if (*secret)
            found.push_back(std::move(**secret));
    }
    if (found.empty())
        return fail(ErrorCode::InvalidInput,
                    u"the agent's password at the centre: set REEVE_CENTRAL_PASSWORD, or name a file with "
                    u"--central-password-file"_s);
    return found;
}

int enrol(const Arguments &arguments, Terminal &terminal)
{
    const QString folder = arguments.value(u"--store"_s);
    const QString agent = arguments.value(u"--agent"_s);
    if (const auto named = domain::checkAgentName(agent); !named)
        return terminal.wrongUsage(named.error().detail + u'.');
    const auto uri = centralUri(arguments);
    if (!uri)
        return terminal.wrongUsage(uri.error().detail + u'.');
    auto passphrase = requireSecret(SecretOf::Store, arguments);
    if (!passphrase)
        return terminal.wrongUsage(passphrase.error().detail + u'.');
    const auto candidates = passwords(arguments);
    if (!candidates)
        return terminal.wrongUsage(candidates.error().detail + u'.');

    QString deskName = arguments.value(u"--desk-name"_s);
    if (deskName.isEmpty())
        deskName = QSysInfo::machineHostName();
    services::Enrolment enrolment{
        folder, agent, std::move(*passphrase), candidates->front(), deskName, withoutUser(*uri), {}};
    if (candidates->size() > 1)
        enrolment.otherPassword = candidates->back();
    const auto gateway = gatewayTo(enrolment.centralUri);
    const auto device = services::enrol(enrolment, *gateway, systemClock());
    if (!device)
        return terminal.failed(device.error());
    terminal.print(
        {{u"device"_s, device->toString()}, {u"desk"_s, deskName}, {u"agent"_s, agent}, {u"store"_s, folder}});
    return Done;
}

} // namespace

std::vector<Command> deviceCommands()
{
    return {
        {u"device enrol"_s,
         u"--store DIR --central URI --agent NAME [--desk-name NAME]"_s,
         u"Makes the encrypted store of this desk and registers it at the centre"_s,
         u"Signs in at the centre as the agent, with REEVE_CENTRAL_PASSWORD or REEVE_AGENT_PASSWORD. The store opens\n"
         u"with REEVE_PASSPHRASE from then on; it has at least 8 characters. A store that is there and belongs to no\n"
         u"desk, as 'store recover' may leave one, is opened with REEVE_PASSPHRASE and becomes the new desk's: what "
         u"waits\n"
         u"in it is sent with the next sync."_s,
         {.options = deskOptions() << u"--central"_s << u"--desk-name"_s << centralPasswordFile << agentPasswordFile,
          .needed = {u"--central"_s, u"--agent"_s},
          .opensStore = true},
         enrol}};
}

} // namespace reeve::ctl
