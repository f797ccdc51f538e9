// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/secrets.h"
#include "core/central/desk_administration.h"
#include "core/store/audit_trail.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int verifyDesk(const Arguments &arguments, Terminal &terminal)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    struct Found
    {
        store::AuditTrail::Extent extent;
        std::optional<store::AuditBreak> broken;
    };
    const auto found = await((*desk)->store().read([](store::Connection &connection) -> Result<Found> {
        const store::AuditTrail trail(connection);
        const auto extent = trail.extent();
        if (!extent)
            return fail(extent);
        const auto broken = trail.firstBreak();
        if (!broken)
            return fail(broken);
        return Found{*extent, *broken};
    }));
    if (!found)
        return terminal.failed(found.error());
    QJsonObject answer{{u"chain"_s, u"desk"_s},
                       {u"records"_s, found->extent.last},
                       {u"at_centre"_s, found->extent.deliveredTo},
                       {u"whole"_s, !found->broken}};
    if (found->broken) {
        answer.insert(u"first_broken"_s, found->broken->number);
        answer.insert(u"what"_s, found->broken->kind == store::AuditBreak::Kind::Missing ? u"missing"_s : u"altered"_s);
    }
    terminal.print(answer);
    return found->broken ? Failed : Done;
}

int verify(const Arguments &arguments, Terminal &terminal)
{
    if (arguments.has(u"--central"_s) == arguments.has(u"--store"_s))
        return terminal.wrongUsage(u"Say which: --store DIR or --central URI."_s);
    if (arguments.has(u"--store"_s))
        return verifyDesk(arguments, terminal);
    auto signIn = centralSignIn(arguments);
    if (!signIn)
        return terminal.wrongUsage(signIn.error().detail + u'.');
    const auto chains = central::DeskAdministration(signIn->uri, std::move(signIn->password)).verifyAudit();
    if (!chains)
        return terminal.failed(chains.error());
    bool isWhole = true;
    for (const QJsonObject &chain : *chains) {
        terminal.print(chain);
        isWhole = isWhole && chain.value(u"whole"_s).toBool();
    }
    return isWhole ? Done : Failed;
}

} // namespace

std::vector<Command> auditCommands()
{
    return {{u"audit verify"_s,
             u"(--store DIR | --central URI)"_s,
             u"Checks the hash chains of the audit and names the first broken link"_s,
             u"{\"chain\":…,\"records\":…,\"whole\":…,\"first_broken\":…,\"what\":…} for each chain; exit code 1 when "
             u"one is\n"
             u"broken. At the centre: its own chain for each desk, and the chains that desks delivered; for the roles\n"
             u"administrator and dpo."_s,
             {.options = deskOptions() << u"--central"_s << centralPasswordFile},
             verify}};
}

} // namespace reeve::ctl
