// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/secrets.h"
#include "app/reevectl/shown_records.h"
#include "core/services/privacy/export_audit.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int print(const Result<QJsonObject> &record, Terminal &terminal)
{
    if (!record)
        return terminal.failed(record.error());
    terminal.print(*record);
    return Done;
}

int showPerson(const Arguments &arguments, Terminal &terminal)
{
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto record = personRecord(**desk, arguments.positional().first());
    if (record) {
        const QUuid id = QUuid::fromString(record->value(u"id"_s).toString());
        if (const auto noted =
                await(services::noteRecordsOut(**desk, {.action = u"person_shown"_s, .person = id, .records = 1}));
            !noted)
            return terminal.failed(noted.error());
    }
    return print(record, terminal);
}

int showInteraction(const Arguments &arguments, Terminal &terminal)
{
    const auto id = domain::InteractionId::parse(arguments.positional().first());
    if (!id)
        return terminal.wrongUsage(u"An interaction's id is a UUID."_s);
    const bool isAtCentre = arguments.has(u"--central"_s);
    if (isAtCentre == arguments.has(u"--store"_s))
        return terminal.wrongUsage(u"Say where: --store DIR or --central URI."_s);

    const QString reason = arguments.value(u"--reason"_s);
    if (isAtCentre)
        return print(interactionAtCentre(arguments, *id, reason), terminal);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto record = interactionRecord(**desk, *id, reason);
    if (record) {
        if (const auto noted = await(services::noteRecordsOut(
                **desk, {.action = u"interaction_shown"_s, .interaction = id->uuid(), .reason = reason, .records = 1}));
            !noted)
            return terminal.failed(noted.error());
    }
    return print(record, terminal);
}

} // namespace

std::vector<Command> showCommands()
{
    return {{u"show person"_s,
             u"ID --store DIR"_s,
             u"Prints a person's record as this desk has it"_s,
             u"ID is a person's id or the council's own reference (external_id)."_s,
             {.leastPositional = 1, .mostPositional = 1, .options = deskOptions(), .opensStore = true},
             showPerson},
            {u"show interaction"_s,
             u"ID (--store DIR | --central URI) [--reason TEXT]"_s,
             u"Prints an interaction"_s,
             u"Restricted items are left out, unless --reason says why they are looked at and the agent's role allows\n"
             u"it. The reading is written down with the reason; at the centre each look at a record is, with what came "
             u"of it.\n"
             u"There it takes a role that works with people: an administrator alone reads none."_s,
             {.leastPositional = 1,
              .mostPositional = 1,
              .options = deskOptions() << u"--central"_s << u"--reason"_s << centralPasswordFile},
             showInteraction}};
}

} // namespace reeve::ctl
