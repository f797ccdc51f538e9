// SPDX-License-Identifier: MIT
#include "app/reevectl/authority.h"
#include "app/reevectl/central_access.h"
#include "app/reevectl/central_status_table.h"
#include "app/reevectl/command.h"
#include "app/reevectl/private_command.h"
#include "app/reevectl/recovery_key.h"
#include "app/reevectl/secrets.h"
#include "core/central/administration.h"
#include "core/domain/agent_name.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int init(const Arguments &arguments, Terminal &terminal)
{
    const auto signIn = centralSignIn(arguments);
    if (!signIn)
        return terminal.wrongUsage(signIn.error().detail + u'.');
    const auto setup = central::initCentral(signIn->uri, signIn->password);
    if (!setup)
        return terminal.failed(setup.error());

    QJsonObject answer{{u"created_database"_s, setup->createdDatabase}, {u"schema"_s, setup->schemaVersion}};
    if (!setup->councilSecretKey.isEmpty()) {
        const auto file = writeRecoveryKey(arguments.value(u"--recovery-key"_s), *setup);
        if (!file)
            return terminal.failed(file.error());
        answer.insert(u"recovery_key_file"_s, *file);
        terminal.message(u"The council's recovery key is in %1. It opens every desk: put it away safely, off this "
                         u"machine; it is nowhere else."_s.arg(*file));
    }
    if (!setup->signingSeed.isEmpty()) {
        const auto file = writeSigningKey(arguments.value(u"--signing-key"_s), *setup);
        if (!file)
            return terminal.failed(file.error());
        answer.insert(u"signing_key_file"_s, *file);
        terminal.message(u"The council's signing key is in %1. Orders to wipe a stolen desk are made with it: put it "
                         u"away safely, apart from the recovery key; it is nowhere else."_s.arg(*file));
    }
    terminal.print(answer);
    return Done;
}

Result<domain::Roles> rolesOf(const Arguments &arguments)
{
    domain::Roles roles;
    const auto codes = arguments.values(u"--role"_s).join(u',').split(u',', Qt::SkipEmptyParts);
    for (const QString &code : codes) {
        const auto role = domain::parseRole(code.trimmed());
        if (!role)
            return fail(ErrorCode::InvalidInput,
                        u"--role is one of handler, supervisor, dpo, safeguarding, lifeline, administrator"_s);
        roles.insert(*role);
    }
    if (roles.empty())
        return fail(ErrorCode::InvalidInput, u"--role says what the agent may do"_s);
    return roles;
}

int addAgent(const Arguments &arguments, Terminal &terminal)
{
    const QString name = arguments.positional().first();
    if (const auto named = domain::checkAgentName(name); !named)
        return terminal.wrongUsage(named.error().detail + u'.');
    const auto roles = rolesOf(arguments);
    if (!roles)
        return terminal.wrongUsage(roles.error().detail + u'.');
    const auto signIn = centralSignIn(arguments);
    if (!signIn)
        return terminal.wrongUsage(signIn.error().detail + u'.');
    const auto agentPassword = findSecret(SecretOf::Agent, arguments);
    if (!agentPassword)
        return terminal.wrongUsage(agentPassword.error().detail + u'.');

    const QString displayName = arguments.has(u"--display-name"_s) ? arguments.value(u"--display-name"_s) : name;
    const auto added = central::addAgent(signIn->uri, signIn->password, name, displayName, *roles, *agentPassword);
    if (!added)
        return terminal.failed(added.error());
    terminal.print({{u"agent"_s, name}});
    return Done;
}

int status(const Arguments &arguments, Terminal &terminal)
{
    const auto signIn = centralSignIn(arguments);
    if (!signIn)
        return terminal.wrongUsage(signIn.error().detail + u'.');
    const auto counts = central::centralStatus(signIn->uri, signIn->password);
    if (!counts)
        return terminal.failed(counts.error());
    terminal.print(*counts);
    if (terminal.isForPeople())
        terminal.message(centralStatusTable(*counts));
    return Done;
}

int makeAuthority(const Arguments &arguments, Terminal &terminal)
{
    if (!arguments.has(u"--folder"_s) || !arguments.has(u"--host"_s))
        return terminal.wrongUsage(
            u"--folder says where the certificates go, --host what the desks call the server."_s);
    const auto made = certify(arguments.value(u"--folder"_s), arguments.value(u"--host"_s));
    if (!made)
        return terminal.failed(made.error());
    terminal.print({{u"authority"_s, made->authority}, {u"certificate"_s, made->certificate}, {u"key"_s, made->key}});
    terminal.message(u"Put authority.key away, off this machine; who has it can pose as the centre."_s);
    return Done;
}

} // namespace

std::vector<Command> centralCommands()
{
    const QStringList central{u"--central"_s, centralPasswordFile};
    return {
        {u"central init"_s,
         u"--central URI [--recovery-key FILE] [--signing-key FILE]"_s,
         u"Creates the central schema, or brings it up to date; safe to repeat"_s,
         u"Signs in as the URI's user with REEVE_CENTRAL_PASSWORD. The first time it makes the council's recovery "
         u"key,\n"
         u"which opens any desk, and its signing key, which orders a stolen desk to wipe itself, and writes each to "
         u"its\n"
         u"FILE (default: below the data folder of this user)."_s,
         {.options = QStringList(central) << u"--recovery-key"_s << u"--signing-key"_s},
         init},
        {u"central agent add"_s,
         u"NAME --role ROLE… --central URI [--display-name NAME]"_s,
         u"Adds an agent and its roles, or changes them"_s,
         u"Roles: handler, supervisor, dpo, safeguarding, lifeline, administrator; several are separated by commas, "
         u"or\n"
         u"--role is repeated. The first password comes from REEVE_AGENT_PASSWORD or --agent-password-file\n"
         u"and has at least 8 characters."_s,
         {.leastPositional = 1,
          .mostPositional = 1,
          .options = QStringList(central) << u"--role"_s << u"--display-name"_s << agentPasswordFile},
         addAgent},
        {u"central status"_s,
         u"--central URI"_s,
         u"How the centre and its desks stand; nothing about anybody"_s,
         u"One JSON object: counts, desks with their last contact and what waits there, quarantine by reason, the\n"
         u"oldest open transaction (it holds the change log back for everybody), the settled horizon, epoch and\n"
         u"replication. On a terminal a table for people follows on standard error."_s,
         {.options = central},
         status},
        {u"central authority"_s,
         u"--folder DIR --host NAME"_s,
         u"Makes a private certificate authority, and a certificate for a server"_s,
         u"For tests and for councils without an authority of their own. The first call makes the authority, each one\n"
         u"a certificate for NAME, which is what desks write in their URI. Prints {\"authority\":…,\"certificate\":…,\n"
         u"\"key\":…}: the first is the desks' sslrootcert, the others the server's ssl_cert_file and ssl_key_file."_s,
         {.options = {u"--folder"_s, u"--host"_s}},
         makeAuthority},
        {u"central private"_s,
         u"(start|stop|status) --folder DIR"_s,
         u"Runs a PostgreSQL of one's own, as the centre of a sample council"_s,
         u"Prints {\"running\":…,\"uri\":…,\"password_file\":…}: the address of its database and where its\n"
         u"administrator's password lies. It listens on this machine only."_s,
         {.leastPositional = 1, .mostPositional = 1, .options = {u"--folder"_s}},
         runPrivateCentre},
    };
}

} // namespace reeve::ctl
