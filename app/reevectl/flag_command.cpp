// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/input_file.h"
#include "app/reevectl/line_reader.h"
#include "core/domain/log_line.h"
#include "core/services/privacy/privacy_service.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// The items of one line, read by the same rules as those of a line of 'log'.
Result<domain::Interaction> itemsIn(const QByteArray &line, services::Desk &desk, domain::InteractionId interaction)
{
    const QJsonObject given = QJsonDocument::fromJson(line).object();
    QJsonObject whole{{u"channel"_s, u"phone"_s},
                      {u"direction"_s, u"inbound"_s},
                      {u"started_at"_s, toRfc3339(desk.clock().now())},
                      {u"ended_at"_s, toRfc3339(desk.clock().now())},
                      {u"reasons"_s, QJsonArray()},
                      {u"disposition"_s, u"resolved"_s}};
    for (auto it = given.constBegin(); it != given.constEnd(); ++it) {
        if (it.key() != u"special_category" && it.key() != u"criminal_offence")
            return fail(ErrorCode::InvalidInput, u"unknown field "_s + it.key());
        whole.insert(it.key(), it.value());
    }
    auto read =
        domain::parseLogLine(QJsonDocument(whole).toJson(QJsonDocument::Compact), desk.ids(), desk.clock().now());
    if (!read)
        return fail(read);
    domain::Interaction items = std::move(read->interaction);
    if (items.specialCategory.empty() && items.criminalOffence.empty())
        return fail(ErrorCode::InvalidInput, u"special_category or criminal_offence: neither is there"_s);
    const auto tie = [interaction](auto &item) {
        item.id = {}; // a new one: those of the line follow from an interaction that is not this one
        item.interaction = interaction;
    };
    for (auto &item : items.specialCategory)
        tie(item);
    for (auto &item : items.criminalOffence)
        tie(item);
    return items;
}

int flag(const Arguments &arguments, Terminal &terminal)
{
    const auto interaction = domain::InteractionId::parse(arguments.positional().first());
    if (!interaction)
        return terminal.wrongUsage(u"An interaction is named by its UUID."_s);
    const auto input = InputFile::open(arguments.positional().value(1, u"-"_s));
    if (!input)
        return terminal.failed(input.error());
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());

    const services::PrivacyService privacy(**desk);
    int flags = 0;
    LineReader reader(input->descriptor());
    for (auto lines = reader.next(1); !lines.empty(); lines = reader.next(1)) {
        const LineReader::Line &line = lines.front();
        if (!line.tooLong && line.text.trimmed().isEmpty())
            continue;
        const auto where = u"line %1"_s.arg(line.number);
        const auto items = itemsIn(line.text, **desk, *interaction);
        if (!items)
            return terminal.failed(where, items.error());
        for (const auto &item : items->specialCategory) {
            if (const auto added = await(privacy.add(item)); !added)
                return terminal.failed(where, added.error());
            ++flags;
        }
        for (const auto &item : items->criminalOffence) {
            if (const auto added = await(privacy.add(item)); !added)
                return terminal.failed(where, added.error());
            ++flags;
        }
    }
    if (reader.hasFailed())
        return terminal.failed({ErrorCode::Io, u"reading the input"_s});
    terminal.print({{u"interaction"_s, interaction->toString()}, {u"flags"_s, flags}});
    return Done;
}

} // namespace

std::vector<Command> flagCommands()
{
    return {
        {u"flag"_s,
         u"INTERACTION --store DIR [FILE|-]"_s,
         u"Flags something sensitive in an interaction that is finished"_s,
         u"Reads JSON lines: {\"special_category\":[…],\"criminal_offence\":[…]}, each item as in a line of 'log'.\n"
         u"Never from the arguments, which others on the machine can read. Prints {\"interaction\":…,\"flags\":N};\n"
         u"stops at the first that is not accepted: those before it are kept."_s,
         {.leastPositional = 1, .mostPositional = 2, .options = deskOptions(), .opensStore = true},
         flag}};
}

} // namespace reeve::ctl
