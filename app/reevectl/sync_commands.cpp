// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/secrets.h"
#include "app/reevectl/status_object.h"
#include "app/reevectl/sync_watch.h"
#include "core/services/sync/sync_run.h"
#include "core/store/desk_repository.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// Where this desk's centre is. InvalidInput for a store that was never enrolled.
Result<QString> centreOf(services::Desk &desk)
{
    const auto state = await(
        desk.store().read([](store::Connection &connection) { return store::DeskRepository(connection).state(); }));
    if (!state && state.error().code != ErrorCode::NotFound)
        return fail(state);
    if (!state || state->centralUri.isEmpty())
        return fail(ErrorCode::InvalidInput, u"this store has no centre; 'device enrol' gives it one"_s);
    return state->centralUri;
}

int syncNow(services::Desk &desk, const QString &uri, const std::optional<crypto::Secret> &password,
            services::ManyRemovals removals, Terminal &terminal)
{
    const auto gateway = gatewayTo(uri);
    const auto summary = services::syncOnce(desk, *gateway, password, removals, isInterrupted);
    if (!summary)
        return terminal.failed(summary.error());
    terminal.print({{u"pushed"_s, summary->pushed},
                    {u"pulled"_s, summary->pulled},
                    {u"pending"_s, summary->pending},
                    {u"needs_attention"_s, summary->needsAttention},
                    {u"removals_held"_s, summary->removalsHeld},
                    {u"disk_full"_s, summary->isDiskFull}});
    if (summary->isDiskFull)
        return terminal.failed(u"what is new at the centre was not fetched"_s, Error{ErrorCode::DiskFull, {}});
    if (summary->removalsHeld == 0)
        return Done;
    terminal.message(
        u"The centre wants to remove %1 people from this desk. That is more than usual, so nobody was "
        "removed and nothing new was fetched; what waited here was sent. Ask whoever looks after the "
        "centre; if it is meant to be, run 'reevectl sync --once --allow-removals'."_s.arg(summary->removalsHeld));
    return Failed;
}

int sync(const Arguments &arguments, Terminal &terminal)
{
    if (arguments.has(u"--once"_s) && arguments.has(u"--watch"_s))
        return terminal.wrongUsage(u"Either --once or --watch."_s);
    if (arguments.has(u"--watch"_s) && arguments.has(u"--allow-removals"_s))
        return terminal.wrongUsage(u"--allow-removals is for one run: --once."_s);
    auto password = findSecret(SecretOf::CentralSignIn, arguments);
    if (password && !*password)
        password = findSecret(SecretOf::Agent, arguments);
    if (!password)
        return terminal.wrongUsage(password.error().detail + u'.');
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto uri = centreOf(**desk);
    if (!uri)
        return terminal.failed(uri.error());
    if (arguments.has(u"--watch"_s))
        return watchSync(**desk, gatewayTo(*uri), *password, terminal);
    const bool isAllowed = arguments.has(u"--allow-removals"_s);
    return syncNow(**desk, *uri, *password, isAllowed ? services::ManyRemovals::Allowed : services::ManyRemovals::Held,
                   terminal);
}

int status(const Arguments &arguments, Terminal &terminal)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto object = statusOf(**desk);
    if (!object)
        return terminal.failed(object.error());
    terminal.print(*object);
    return Done;
}

} // namespace

std::vector<Command> syncCommands()
{
    return {
        {u"sync"_s,
         u"--store DIR [--once [--allow-removals]|--watch]"_s,
         u"Brings what waits to the centre and what is new from it"_s,
         u"Signs in with REEVE_CENTRAL_PASSWORD when there is no session any more. Ends with\n"
         u"{\"pushed\":…,\"pulled\":…,\"pending\":…,\"needs_attention\":…,\"removals_held\":…,\"disk_full\":…}. "
         u"--watch "
         u"goes on until it is\n"
         u"interrupted and prints a line at each change. When the centre cannot be reached, everything stays saved "
         u"and\n"
         u"waits. On a full disk what waits is sent, and nothing new is fetched: \"disk_full\":true and exit 1. When "
         u"it\n"
         u"would remove more people here than is usual, nobody goes before --allow-removals says so."_s,
         {.flags = {u"--once"_s, u"--watch"_s, u"--allow-removals"_s},
          .options = deskOptions() << centralPasswordFile << agentPasswordFile,
          .opensStore = true},
         sync},
        {u"status"_s,
         u"--store DIR"_s,
         u"Says what waits on this desk and how far it has come"_s,
         u"{\"pending\":…,\"oldest_pending_s\":…,\"needs_attention\":…,\"people\":…,\"cursor\":…,\"last_sync\":…}"_s,
         {.options = deskOptions(), .opensStore = true},
         status}};
}

} // namespace reeve::ctl
