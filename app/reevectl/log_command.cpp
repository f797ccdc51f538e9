// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/input_file.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/line_reader.h"
#include "app/reevectl/tell_once_records.h"
#include "core/domain/log_line.h"
#include "core/services/interaction/interaction_service.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::size_t linesPerTransaction = 200;

// The field that a detail of parseLogLine() names, or nothing.
QString fieldIn(const QString &detail)
{
    static const QStringList fields{u"id"_s,       u"person"_s,   u"channel"_s,  u"direction"_s,   u"started_at"_s,
                                    u"ended_at"_s, u"reasons"_s,  u"note"_s,     u"disposition"_s, u"caller_number"_s,
                                    u"detail"_s,   u"evidence"_s, u"category"_s, u"condition"_s,   u"schedule1"_s};
    static const QString unknown = u"unknown field "_s;
    if (detail.startsWith(unknown))
        return detail.mid(unknown.size());
    QString first = detail.section(u' ', 0, 0);
    if (first.endsWith(u':'))
        first.chop(1);
    const bool isField =
        fields.contains(first) || first.startsWith(u"special_category"_s) || first.startsWith(u"criminal_offence"_s);
    return isField ? first : QString();
}

// One line of input and what became of it.
struct Logged
{
    qint64 line = 0;
    Result<services::Saved> outcome;
    bool isMasked = false;
};

void report(const std::vector<Logged> &group, Terminal &terminal)
{
    for (const Logged &logged : group) {
        if (logged.outcome) {
            QJsonObject receipt{{u"id"_s, logged.outcome->id.toString()}, {u"seq"_s, logged.outcome->sequence}};
            if (logged.isMasked) {
                receipt.insert(u"masked"_s, true);
                terminal.message(
                    u"line %1: a card number or security code was masked; it is not stored."_s.arg(logged.line));
            }
            if (logged.outcome->bar != domain::ContactBar::None)
                receipt.insert(u"may_contact"_s, contactCode(logged.outcome->bar));
            terminal.print(receipt);
            continue;
        }
        const Error &error = logged.outcome.error();
        QJsonObject object{{u"line"_s, logged.line}, {u"error"_s, errorName(error.code)}};
        if (const QString field = fieldIn(error.detail); !field.isEmpty())
            object.insert(u"field"_s, field);
        terminal.print(object);
        static_cast<void>(terminal.failed(u"line %1"_s.arg(logged.line), error));
    }
    terminal.flush();
}

// Stores a group in one transaction. An error is the store's own: nothing of the group was kept.
Result<std::vector<Logged>> logGroup(const services::InteractionService &service, services::Desk &desk,
                                     const std::vector<LineReader::Line> &lines)
{
    std::vector<Logged> group;
    std::vector<domain::Interaction> batch;
    std::vector<std::size_t> places; // of the batch within the group
    for (const LineReader::Line &line : lines) {
        if (!line.tooLong && line.text.trimmed().isEmpty())
            continue;
        auto read = line.tooLong ? fail(ErrorCode::InvalidInput, u"the line is longer than 4 MB"_s)
                                 : domain::parseLogLine(line.text, desk.ids(), desk.clock().now());
        if (read) {
            places.push_back(group.size());
            batch.push_back(std::move(read->interaction));
            group.push_back({line.number, services::Saved(), read->isMasked});
        } else {
            group.push_back({line.number, fail(read)});
        }
    }
    if (batch.empty())
        return group;

    auto receipts = await(service.log(batch));
    if (!receipts)
        return fail(receipts);
    for (std::size_t i = 0; i < places.size(); ++i)
        group[places[i]].outcome = std::move((*receipts)[i]);
    return group;
}

int log(const Arguments &arguments, Terminal &terminal)
{
    const auto input = InputFile::open(arguments.positional().value(0, u"-"_s));
    if (!input)
        return terminal.failed(input.error());
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());

    const services::InteractionService service(**desk);
    LineReader reader(input->descriptor());
    bool allGood = true;
    qint64 toTheDead = 0;
    for (auto lines = reader.next(linesPerTransaction); !lines.empty(); lines = reader.next(linesPerTransaction)) {
        const auto group = logGroup(service, **desk, lines);
        if (!group)
            return terminal.failed(u"lines %1 to %2 were not kept"_s.arg(lines.front().number).arg(lines.back().number),
                                   group.error());
        report(*group, terminal);
        for (const Logged &logged : *group) {
            allGood = allGood && logged.outcome.has_value();
            if (logged.outcome && logged.outcome->bar == domain::ContactBar::Deceased)
                ++toTheDead;
        }
        if (terminal.isReaderGone())
            return Failed;
    }
    if (toTheDead > 0)
        terminal.message(u"Sent to somebody who had died: %1. They are kept; whatever sends them should ask first "
                         u"('show person', \"may_contact\")."_s.arg(toTheDead));
    if (reader.hasFailed())
        return terminal.failed({ErrorCode::Io, u"reading the input"_s});
    if (isInterrupted()) {
        terminal.message(u"Interrupted; every printed line is kept."_s);
        return Failed;
    }
    return allGood ? Done : Failed;
}

} // namespace

std::vector<Command> logCommands()
{
    return {
        {u"log"_s,
         u"--store DIR [FILE|-]"_s,
         u"Logs one interaction per JSON line"_s,
         u"A line: {\"person\":ID|null,\"channel\":\"phone|email|face_to_face|web|letter|telecare\",\n"
         u"\"direction\":\"inbound|outbound\",\"started_at\":RFC3339,\"ended_at\":RFC3339,\"reasons\":[\"lgsl:57\"],\n"
         u"\"note\":\"…\",\"special_category\":[{\"category\":\"health\",\"condition\":\"A9B\",\"schedule1\":\"S1P1\","
         u"\n"
         u"\"detail\":\"…\"}],\"disposition\":\"resolved\"}. With an \"id\" (a UUID) a line may be sent again safely.\n"
         u"Prints {\"id\":…,\"seq\":…} per line, in order, once it is durable; {\"line\":…,\"error\":…,\"field\":…} "
         u"for\n"
         u"one that is not accepted, and then ends with 1. Card numbers and security codes in a text are masked "
         u"before\n"
         u"it is stored, and the answer has \"masked\":true then. Reasons are those of the service catalogue. What "
         u"went\n"
         u"out to somebody who had died, or whom nothing on record reaches, took place and is kept; the answer says\n"
         u"\"may_contact\":\"deceased\" or \"no_way_in\" then."_s,
         {.mostPositional = 1, .options = deskOptions(), .opensStore = true},
         log}};
}

} // namespace reeve::ctl
