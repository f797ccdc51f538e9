// SPDX-License-Identifier: MIT
// What an administrator does about desks and agents.
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/recovery_key.h"
#include "app/reevectl/secrets.h"
#include "core/central/desk_administration.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using central::DeskAdministration;

// Signs in and does one thing; prints what it answers, an object or many.
template <typename Act>
int administer(const Arguments &arguments, Terminal &terminal, Act act)
{
    auto signIn = centralSignIn(arguments);
    if (!signIn)
        return terminal.wrongUsage(signIn.error().detail + u'.');
    const auto answer = act(DeskAdministration(signIn->uri, std::move(signIn->password)));
    if (!answer)
        return terminal.failed(answer.error());
    if constexpr (std::is_same_v<std::decay_t<decltype(*answer)>, QJsonObject>) {
        terminal.print(*answer);
    } else {
        for (const QJsonObject &object : *answer)
            terminal.print(object);
    }
    return Done;
}

int listDesks(const Arguments &arguments, Terminal &terminal)
{
    return administer(arguments, terminal, [](const DeskAdministration &centre) { return centre.desks(); });
}

int setStatus(const Arguments &arguments, Terminal &terminal, const QString &status)
{
    const auto device = domain::DeviceId::parse(arguments.positional().first());
    if (!device)
        return terminal.wrongUsage(u"A desk's id is a UUID; 'central device list' shows it."_s);
    return administer(arguments, terminal, [&](const DeskAdministration &centre) {
        return centre.setDeskStatus(*device, status, arguments.value(u"--reason"_s));
    });
}

int pushOnly(const Arguments &arguments, Terminal &terminal)
{
    return setStatus(arguments, terminal, u"push_only"_s);
}

int revoke(const Arguments &arguments, Terminal &terminal)
{
    return setStatus(arguments, terminal, u"revoked"_s);
}

int reinstate(const Arguments &arguments, Terminal &terminal)
{
    return setStatus(arguments, terminal, u"active"_s);
}

int wipe(const Arguments &arguments, Terminal &terminal)
{
    const auto device = domain::DeviceId::parse(arguments.positional().first());
    if (!device)
        return terminal.wrongUsage(u"A desk's id is a UUID; 'central device list' shows it."_s);
    const auto key = readKeyFile(arguments.value(u"--signing-key"_s));
    if (!key)
        return terminal.wrongUsage(
            u"--signing-key names the file with the council's signing key: %1."_s.arg(key.error().detail));
    return administer(arguments, terminal, [&](const DeskAdministration &centre) {
        return centre.orderWipe(*device, *key, arguments.value(u"--reason"_s), systemClock().now());
    });
}

int listAgents(const Arguments &arguments, Terminal &terminal)
{
    return administer(arguments, terminal, [](const DeskAdministration &centre) { return centre.agents(); });
}

int setAgent(const Arguments &arguments, Terminal &terminal, bool isActive)
{
    return administer(arguments, terminal, [&](const DeskAdministration &centre) {
        return centre.setAgentActive(arguments.positional().first(), isActive, arguments.value(u"--reason"_s));
    });
}

int disableAgent(const Arguments &arguments, Terminal &terminal)
{
    return setAgent(arguments, terminal, false);
}

int enableAgent(const Arguments &arguments, Terminal &terminal)
{
    return setAgent(arguments, terminal, true);
}

int confirmRestore(const Arguments &arguments, Terminal &terminal)
{
    return administer(arguments, terminal, [&](const DeskAdministration &centre) {
        return centre.confirmRestore(arguments.value(u"--reason"_s));
    });
}

} // namespace

std::vector<Command> centralDeskCommands()
{
    const QStringList central{u"--central"_s, centralPasswordFile};
    const Grammar one{.leastPositional = 1,
                      .mostPositional = 1,
                      .options = QStringList(central) << u"--reason"_s << u"--signing-key"_s};
    const QString synopsis = u"DEVICE --central URI [--reason TEXT]"_s;
    return {
        {u"central device list"_s,
         u"--central URI"_s,
         u"Lists the desks, one JSON object each"_s,
         {},
         {.options = central},
         listDesks},
        {u"central device push-only"_s, synopsis, u"Lets a desk deliver what it has and read nothing: for a leaver"_s,
         u"The desk keeps working and hands in its work; it locks its cached people at the next contact."_s, one,
         pushOnly},
        {u"central device revoke"_s, synopsis, u"Takes nothing from a desk any more and gives it nothing"_s,
         u"What it has not sent stays sealed in its store: 'push-only' lets it deliver later, and 'device recover'\n"
         u"opens it with the council's recovery key."_s,
         one, revoke},
        {u"central device wipe"_s, u"DEVICE --signing-key FILE --central URI [--reason TEXT]"_s,
         u"Orders a stolen desk to destroy its store"_s,
         u"The order is signed here with the council's signing key, which is not sent, and names this desk only. At "
         u"its\n"
         u"next contact the desk hands in what it still has (it waits in the quarantine for somebody to look at it),\n"
         u"destroys its keys, then its files, and reports it; 'central device list' shows when."_s,
         one, wipe},
        {u"central device reinstate"_s, synopsis, u"Makes a desk an ordinary one again"_s,
         u"Wipe orders that were not carried out are void from then on, for the desk too."_s, one, reinstate},
        {u"central confirm-restore"_s,
         u"--central URI --reason TEXT"_s,
         u"Says that whoever was revoked is revoked again at a centre that was restored"_s,
         u"A backup knows nothing of desks that were revoked or wiped, and of agents that were disabled, after it was\n"
         u"made: until you have done that again and say so here, desks deliver their work and are shown nobody."_s,
         {.options = QStringList(central) << u"--reason"_s, .needed = {u"--reason"_s}},
         confirmRestore},
        {u"central agent list"_s,
         u"--central URI"_s,
         u"Lists the agents, one JSON object each"_s,
         {},
         {.options = central},
         listAgents},
        {u"central agent disable"_s, u"NAME --central URI [--reason TEXT]"_s,
         u"Ends an agent's sessions and lets them in nowhere"_s,
         u"Desks close their key slot at the next contact. What they have not sent is delivered by a colleague of the\n"
         u"same desk, or opened with 'device recover'. A desk that only they use shows nobody from then on."_s,
         one, disableAgent},
        {u"central agent enable"_s,
         u"NAME --central URI [--reason TEXT]"_s,
         u"Lets an agent sign in again"_s,
         {},
         one,
         enableAgent},
    };
}

} // namespace reeve::ctl
