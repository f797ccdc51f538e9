// SPDX-License-Identifier: MIT
// Who may open the store of a desk: added, removed, changed, recovered; and a new data key.
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/recovery_key.h"
#include "app/reevectl/secrets.h"
#include "core/crypto/council_key.h"
#include "core/crypto/key_slots.h"
#include "core/crypto/passphrase_length.h"
#include "core/domain/agent_name.h"
#include "core/store/desk_repository.h"
#include "core/store/store.h"
#include "core/store/store_folder.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// Writes the act into the desk's audit. An act without a trace has not been done.
Result<> audited(services::Desk &desk, const QString &action, const QString &about)
{
    return await(desk.audit(action, about));
}

QStringList agentsOf(const services::Desk &desk)
{
    return services::Desk::agentNames(desk.store().folder());
}

// Who types a colleague's passphrase is taken for them: it must open nobody's slot but the agent's own.
Result<> checkItsOwn(const services::Desk &desk, const QString &agent, const crypto::Secret &passphrase)
{
    const auto slotsFile = crypto::KeySlots::read(store::StoreFiles(desk.store().folder()).keys);
    if (!slotsFile)
        return fail(slotsFile);
    const auto opened = slotsFile->open({}, passphrase);
    if (opened && opened->agent != agent)
        return fail(ErrorCode::InvalidInput,
                    u"this passphrase opens the desk already; each agent has one of their own"_s);
    return {};
}

int addAgent(const Arguments &arguments, Terminal &terminal)
{
    const QString name = arguments.positional().first();
    if (const auto named = domain::checkAgentName(name); !named)
        return terminal.wrongUsage(named.error().detail + u'.');
    const auto passphrase = requireSecret(SecretOf::NewStore, arguments);
    if (!passphrase)
        return terminal.wrongUsage(passphrase.error().detail + u'.');
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    // Looked at before it is written down as done.
    if (agentsOf(**desk).contains(name))
        return terminal.failed({ErrorCode::InvalidInput, u"%1 opens this desk already"_s.arg(name)});
    if (!crypto::isLongEnough(*passphrase))
        return terminal.failed({ErrorCode::InvalidInput, u"the new passphrase is shorter than 8 characters"_s});
    if (const auto own = checkItsOwn(**desk, name, *passphrase); !own)
        return terminal.failed(own.error());
    if (const auto written = audited(**desk, u"agent_added"_s, name); !written)
        return terminal.failed(written.error());
    if (const auto added = (*desk)->store().addAgent(name, *passphrase); !added)
        return terminal.failed(added.error());
    terminal.print({{u"agent"_s, name}});
    return Done;
}

int removeAgent(const Arguments &arguments, Terminal &terminal)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const QString name = arguments.positional().first();
    const QStringList known = agentsOf(**desk);
    if (!known.contains(name))
        return terminal.failed({ErrorCode::NotFound, u"%1 has no key slot here"_s.arg(name)});
    if (known.size() == 1)
        return terminal.failed(
            {ErrorCode::InvalidInput,
             u"%1 is the last who can open this desk; 'device agent add' lets somebody else in first"_s.arg(name)});
    if (const auto written = audited(**desk, u"agent_removed"_s, name); !written)
        return terminal.failed(written.error());
    if (const auto removed = (*desk)->store().removeAgent(name); !removed)
        return terminal.failed(removed.error());
    terminal.print({{u"agent"_s, name}, {u"removed"_s, true}});
    return Done;
}

int changePassphrase(const Arguments &arguments, Terminal &terminal)
{
    const auto old = requireSecret(SecretOf::Store, arguments);
    const auto passphrase = requireSecret(SecretOf::NewStore, arguments);
    if (!old || !passphrase)
        return terminal.wrongUsage((old ? passphrase.error() : old.error()).detail + u'.');
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    if (const auto own = checkItsOwn(**desk, (*desk)->agentName(), *passphrase); !own)
        return terminal.failed(own.error());
    if (const auto written = audited(**desk, u"passphrase_changed"_s, {}); !written)
        return terminal.failed(written.error());
    if (const auto changed = (*desk)->store().changePassphrase(*old, *passphrase); !changed)
        return terminal.failed(changed.error());
    terminal.print({{u"agent"_s, (*desk)->agentName()}});
    return Done;
}

int rotateKey(const Arguments &arguments, Terminal &terminal)
{
    const auto passphrase = requireSecret(SecretOf::Store, arguments);
    if (!passphrase)
        return terminal.wrongUsage(passphrase.error().detail + u'.');
    const QString folder = arguments.value(u"--store"_s);
    QString agent;
    QByteArray councilKey;
    {
        const auto desk = openDesk(arguments);
        if (!desk)
            return terminal.failed(desk.error());
        agent = (*desk)->agentName();
        const auto state = await((*desk)->store().read(
            [](store::Connection &connection) { return store::DeskRepository(connection).state(); }));
        if (!state && state.error().code != ErrorCode::NotFound)
            return terminal.failed(state.error());
        councilKey = state ? state->councilPublicKey : QByteArray();
        if (const auto written = audited(**desk, u"key_rotated"_s, {}); !written)
            return terminal.failed(written.error());
    }
    const auto dropped = store::Store::rotateKey(folder, {{agent, *passphrase}}, councilKey, systemClock());
    if (!dropped)
        return terminal.failed(dropped.error());
    if (!dropped->isEmpty())
        terminal.message(
            u"These agents have to be added again with 'device agent add': %1."_s.arg(dropped->join(u", "_s)));
    terminal.print({{u"agent"_s, agent}, {u"dropped"_s, QJsonArray::fromStringList(*dropped)}});
    return Done;
}

int recover(const Arguments &arguments, Terminal &terminal)
{
    const QString folder = arguments.value(u"--store"_s);
    const QString agent = arguments.value(u"--agent"_s);
    const auto passphrase = requireSecret(SecretOf::NewStore, arguments);
    if (!passphrase)
        return terminal.wrongUsage(passphrase.error().detail + u'.');
    // A slot that is there may have been named before names were looked at.
    const auto named = domain::checkAgentName(agent);
    if (!named && !services::Desk::agentNames(folder).contains(agent))
        return terminal.wrongUsage(named.error().detail + u'.');
    const auto key = readKeyFile(arguments.value(u"--recovery-key"_s));
    if (!key)
        return terminal.wrongUsage(
            u"--recovery-key names the file with the council's recovery key: %1."_s.arg(key.error().detail));
    if (const auto recovered = store::Store::recover(folder, *key, agent, *passphrase); !recovered)
        return terminal.failed(recovered.error());

    const auto policy = services::Policy::builtIn();
    if (!policy)
        return terminal.failed(policy.error());
    const auto desk = services::Desk::openNow(folder, agent, *passphrase, systemClock(), *policy);
    if (!desk)
        return terminal.failed(desk.error());
    if (const auto written = audited(**desk, u"recovered"_s, arguments.value(u"--reason"_s)); !written)
        return terminal.failed(written.error());
    terminal.print({{u"agent"_s, agent}});
    return Done;
}

} // namespace

std::vector<Command> deviceKeyCommands()
{
    const QStringList changing = deskOptions() << newPassphraseFile;
    const Grammar added{.leastPositional = 1, .mostPositional = 1, .options = changing, .opensStore = true};
    const Grammar removed{.leastPositional = 1, .mostPositional = 1, .options = deskOptions(), .opensStore = true};
    return {
        {u"device agent add"_s, u"NAME --store DIR"_s,
         u"Lets another agent open this desk, with a passphrase of their own"_s,
         u"Opens the store with REEVE_PASSPHRASE; the new agent's is REEVE_NEW_PASSPHRASE or --new-passphrase-file."_s,
         added, addAgent},
        {u"device agent remove"_s, u"NAME --store DIR"_s, u"Takes an agent's key slot away"_s,
         u"What they wrote stays, and is sent by whoever uses the desk. The last who can open it is not removed;\n"
         u"'central agent disable' closes a leaver's slot, too."_s,
         removed, removeAgent},
        {u"device passphrase"_s,
         u"--store DIR"_s,
         u"Changes the passphrase of the agent whose REEVE_PASSPHRASE opens the store"_s,
         u"The new one is REEVE_NEW_PASSPHRASE or --new-passphrase-file."_s,
         {.options = changing, .opensStore = true},
         changePassphrase},
        {u"device rotate-key"_s,
         u"--store DIR"_s,
         u"Seals the whole store again with a new data key"_s,
         u"For when an old key may have got about: a removed agent, a copied disk. Only the agent whose passphrase is\n"
         u"given and the council's recovery slot can follow; the others are named and have to be added again. Cut off\n"
         u"anywhere, the store is the old one or the new one, whole."_s,
         {.options = deskOptions(), .opensStore = true},
         rotateKey},
        {u"device recover"_s,
         u"--store DIR --recovery-key FILE --agent NAME [--reason TEXT]"_s,
         u"Gives an agent a new passphrase with the council's recovery key"_s,
         u"For a lost passphrase, and for the unsent work of somebody who left: everything in the store stays. The "
         u"new\n"
         u"passphrase is REEVE_NEW_PASSPHRASE or --new-passphrase-file."_s,
         {.options = {u"--store"_s, u"--agent"_s, u"--recovery-key"_s, u"--reason"_s, newPassphraseFile},
          .needed = {u"--store"_s, u"--recovery-key"_s, u"--agent"_s}},
         recover},
    };
}

} // namespace reeve::ctl
