// SPDX-License-Identifier: MIT
// What the centre could not take, and what is decided about it.
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/input_file.h"
#include "app/reevectl/secrets.h"
#include "core/central/desk_administration.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using central::DeskAdministration;

constexpr qint64 largestPayload = 16 << 20;

Result<DeskAdministration> administration(const Arguments &arguments)
{
    auto signIn = centralSignIn(arguments);
    if (!signIn)
        return fail(signIn);
    return DeskAdministration(signIn->uri, std::move(signIn->password));
}

int list(const Arguments &arguments, Terminal &terminal)
{
    const auto centre = administration(arguments);
    if (!centre)
        return terminal.wrongUsage(centre.error().detail + u'.');
    const auto entries = centre->quarantine(arguments.has(u"--all"_s));
    if (!entries)
        return terminal.failed(entries.error());
    for (const QJsonObject &entry : *entries)
        terminal.print(entry);
    return Done;
}

// Tried again and still not taken: said, and told apart by the exit code.
int told(const QJsonObject &answer, Terminal &terminal)
{
    const QString outcome = answer.value(u"outcome"_s).toString();
    const qsizetype waiting = answer.value(u"awaited_by"_s).toArray().size();
    if (outcome == u"parked"_s) {
        terminal.message(
            u"Kept, and not applied yet: it waits for %1. It is applied by itself when the centre has that."_s.arg(
                answer.value(u"waits_for"_s).toString()));
    } else if (outcome == u"quarantined"_s) {
        terminal.message(u"The centre still cannot take it: %1. What the desk sent stays as it was."_s.arg(
            answer.value(u"reason"_s).toString()));
    } else if (outcome == u"rejected"_s && waiting > 0) {
        terminal.message(
            u"Entries that wait for it: %1, named under \"awaited_by\". They stay parked. If they are of no use without"
            " it, the same command with --with-waiting rejects them too."_s.arg(waiting));
    }
    return outcome == u"quarantined"_s || outcome == u"parked"_s ? Failed : Done;
}

template <typename Act>
int decide(const Arguments &arguments, Terminal &terminal, Act act)
{
    const auto entry = domain::EntryId::parse(arguments.positional().first());
    if (!entry)
        return terminal.wrongUsage(u"An entry's id is a UUID; 'central quarantine list' shows it."_s);
    const auto centre = administration(arguments);
    if (!centre)
        return terminal.wrongUsage(centre.error().detail + u'.');
    const Result<QJsonObject> answer = act(*centre, *entry);
    if (!answer)
        return terminal.failed(answer.error());
    terminal.print(*answer);
    return told(*answer, terminal);
}

int show(const Arguments &arguments, Terminal &terminal)
{
    return decide(arguments, terminal, [&](const DeskAdministration &centre, domain::EntryId entry) {
        return centre.showQuarantined(entry, arguments.value(u"--reason"_s));
    });
}

int reapply(const Arguments &arguments, Terminal &terminal)
{
    return decide(arguments, terminal,
                  [](const DeskAdministration &centre, domain::EntryId entry) { return centre.reapply(entry); });
}

int mend(const Arguments &arguments, Terminal &terminal)
{
    const QString name = arguments.value(u"--payload"_s);
    QFile file(name);
    const bool isOpen =
        name == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : !name.isEmpty() && file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return terminal.wrongUsage(u"--payload names the file with the mended JSON, or '-'."_s);
    const QByteArray payload = file.read(largestPayload);
    return decide(arguments, terminal, [&](const DeskAdministration &centre, domain::EntryId entry) {
        return centre.mend(entry, payload, arguments.value(u"--reason"_s));
    });
}

int reject(const Arguments &arguments, Terminal &terminal)
{
    using Waiting = DeskAdministration::Waiting;
    const Waiting waiting = arguments.has(u"--with-waiting"_s) ? Waiting::RejectedWithIt : Waiting::Stays;
    return decide(arguments, terminal, [&](const DeskAdministration &centre, domain::EntryId entry) {
        return centre.reject(entry, arguments.value(u"--reason"_s), waiting);
    });
}

} // namespace

std::vector<Command> quarantineCommands()
{
    const Grammar one{.leastPositional = 1,
                      .mostPositional = 1,
                      .options = {u"--central"_s, centralPasswordFile},
                      .needed = {u"--central"_s}};
    Grammar explained = one;
    explained.options << u"--reason"_s;
    explained.needed << u"--reason"_s;
    Grammar mending = explained;
    mending.options << u"--payload"_s;
    mending.needed << u"--payload"_s;
    Grammar rejecting = explained;
    rejecting.flags << u"--with-waiting"_s;
    return {
        {u"central quarantine list"_s,
         u"--central URI [--all]"_s,
         u"Lists what the centre could not take and nobody decided about yet; not what is in it"_s,
         u"--all lists what was decided too."_s,
         {.flags = {u"--all"_s}, .options = {u"--central"_s, centralPasswordFile}},
         list},
        {u"central quarantine show"_s, u"ENTRY --reason TEXT --central URI"_s, u"Prints one entry with what is in it"_s,
         u"The look is written down with the reason. Restricted content is left out unless the role allows it."_s,
         explained, show},
        {u"central quarantine mend"_s, u"ENTRY --payload FILE --reason TEXT --central URI"_s,
         u"Applies an entry with a mended payload"_s,
         u"FILE holds the JSON as 'show' prints it under \"payload\", mended; '-' reads standard input. What came "
         u"from\n"
         u"the desk stays beside it. The desk learns that its entry was taken. Exit code 1 when it was not: a parked\n"
         u"entry keeps what was mended until the record it waits for comes."_s,
         mending, mend},
        {u"central quarantine reapply"_s, u"ENTRY --central URI"_s, u"Applies an entry once more as it is"_s,
         u"Exit code 1 when the centre still cannot take it."_s, one, reapply},
        {u"central quarantine reject"_s, u"ENTRY --reason TEXT --central URI [--with-waiting]"_s,
         u"Decides that an entry is never applied, and tells the desk why"_s,
         u"The call handler reads the reason under Needs attention. What waits for the entry is named, and stays; "
         u"with\n"
         u"--with-waiting it is rejected in the same act, for the same reason, and each desk is told. Of an entry "
         u"that\n"
         u"was rejected before, that is what still waits for it."_s,
         rejecting, reject},
    };
}

} // namespace reeve::ctl
