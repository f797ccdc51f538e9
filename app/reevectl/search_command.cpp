// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/input_file.h"
#include "app/reevectl/line_reader.h"
#include "app/reevectl/traced_list.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/store/store.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

QJsonObject toObject(const services::PersonHit &hit)
{
    QJsonObject object{{u"id"_s, hit.id.toString()},
                       {u"external_id"_s, hit.externalId},
                       {u"score"_s, std::round(hit.score * 1000) / 1000},
                       {u"why"_s, QJsonArray::fromStringList(hit.why)}};
    if (hit.isDeceased)
        object.insert(u"deceased"_s, true);
    return object;
}

struct Answer
{
    QJsonObject line;
    qint64 hits = 0;
};

// Times the search.
Result<Answer> searchOne(const services::PersonService &people, const QString &query, int limit)
{
    QElapsedTimer timer;
    timer.start();
    const auto hits = await(people.search(query, limit));
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!hits)
        return fail(hits);

    QJsonArray list;
    for (const services::PersonHit &hit : *hits)
        list.append(toObject(hit));
    return Answer{{{u"query"_s, query}, {u"ms"_s, std::round(milliseconds * 1000) / 1000}, {u"hits"_s, list}},
                  list.size()};
}

int searchAlone(services::Desk &desk, const QString &query, int limit, Terminal &terminal)
{
    const auto answer = searchOne(services::PersonService(desk), query, limit);
    if (!answer)
        return terminal.failed(answer.error());
    if (const auto noted = await(services::noteRecordsOut(
            desk, {.action = u"people_searched"_s, .question = query, .records = answer->hits}));
        !noted)
        return terminal.failed(noted.error());
    terminal.print(answer->line);
    return Done;
}

// Prints the answers as they come; `out` counts them.
int answerAll(services::Desk &desk, int input, int limit, services::RecordsOut &out, Terminal &terminal)
{
    const services::PersonService people(desk);
    LineReader reader(input);
    for (auto lines = reader.next(1); !lines.empty() && !terminal.isReaderGone(); lines = reader.next(1)) {
        const QString query = QString::fromUtf8(lines.front().text).trimmed();
        const auto answer = searchOne(people, query, limit);
        if (!answer)
            return terminal.failed(u"line %1"_s.arg(lines.front().number), answer.error());
        terminal.print(answer->line);
        out.questions = *out.questions + 1;
        out.records = *out.records + answer->hits;
    }
    return reader.hasFailed() ? terminal.failed({ErrorCode::Io, u"reading the queries"_s}) : Done;
}

int searchBatch(services::Desk &desk, const InputFile &input, int limit, Terminal &terminal)
{
    return tracedList(desk, u"people_searched"_s, terminal, [&](services::RecordsOut &out) {
        out.questions = 0;
        return answerAll(desk, input.descriptor(), limit, out, terminal);
    });
}

QJsonObject toObject(const services::NoteHit &hit)
{
    QString marked = hit.match.snippet;
    for (auto mark = hit.match.marks.crbegin(); mark != hit.match.marks.crend(); ++mark)
        marked.insert(mark->begin + mark->length, u']').insert(mark->begin, u'[');
    return {{u"interaction"_s, hit.match.interaction.toString()},
            {u"person"_s, hit.match.person ? QJsonValue(hit.match.person->toString()) : QJsonValue()},
            {u"started_at"_s, toRfc3339(hit.match.startedAt)},
            {u"channel"_s, domain::toCode(hit.match.channel)},
            {u"reasons"_s, QJsonArray::fromStringList({hit.match.reasons.cbegin(), hit.match.reasons.cend()})},
            {u"snippet"_s, marked}};
}

// One line for each interaction, the newest first.
int searchNotes(services::Desk &desk, const QString &query, int limit, Terminal &terminal)
{
    const services::InteractionService interactions(desk);
    for (;;) {
        const auto found = await(interactions.findNotes(query, limit));
        if (!found)
            return terminal.failed(found.error());
        if (found->missing > 0)
            continue; // a script asks once: each question takes some of them in
        const services::RecordsOut out{
            .action = u"notes_searched"_s, .question = query, .records = static_cast<qint64>(found->hits.size())};
        if (const auto noted = await(services::noteRecordsOut(desk, out)); !noted)
            return terminal.failed(noted.error());
        for (const services::NoteHit &hit : found->hits)
            terminal.print(toObject(hit));
        return Done;
    }
}

int search(const Arguments &arguments, Terminal &terminal)
{
    const bool isBatch = arguments.has(u"--batch"_s);
    if (isBatch == !arguments.positional().isEmpty())
        return terminal.wrongUsage(u"Give one query (several words need quotes), or --batch FILE."_s);
    const bool isInNotes = arguments.has(u"--notes"_s);
    if (isInNotes && isBatch)
        return terminal.wrongUsage(u"--batch is for people."_s);
    const auto limit = arguments.integer(u"--limit"_s, 10, 1, 1000);
    if (!limit)
        return terminal.wrongUsage(limit.error().detail + u'.');
    std::optional<InputFile> batch; // before the store, which nobody else opens while a pipe waits for its writer
    if (isBatch) {
        auto input = InputFile::open(arguments.value(u"--batch"_s));
        if (!input)
            return terminal.failed(input.error());
        batch.emplace(std::move(*input));
    }
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());

    if (isInNotes)
        return searchNotes(**desk, arguments.positional().join(u' '), static_cast<int>(*limit), terminal);

    // A script asks once: it waits until everybody can be found.
    if (const auto ready = (*desk)->store().awaitIndex(); !ready)
        return terminal.failed(ready.error());

    if (batch)
        return searchBatch(**desk, *batch, static_cast<int>(*limit), terminal);
    return searchAlone(**desk, arguments.positional().join(u' '), static_cast<int>(*limit), terminal);
}

} // namespace

std::vector<Command> searchCommands()
{
    return {
        {u"search"_s,
         u"--store DIR [--limit N] ([--notes] QUERY | --batch FILE)"_s,
         u"Finds people on this desk, or interactions by their notes"_s,
         u"Words in any order: names, date of birth, postcode, telephone, reference. One line per query:\n"
         u"{\"query\":…,\"ms\":…,\"hits\":[{\"id\":…,\"external_id\":…,\"score\":…,\"why\":[…]}]}. --batch reads one\n"
         u"query per line. --notes finds interactions in whose notes or reasons all the words stand, the newest "
         u"first,\n"
         u"one per line: "
         u"{\"interaction\":…,\"person\":…,\"started_at\":…,\"channel\":…,\"reasons\":[…],\"snippet\":…},\n"
         u"with what was found in brackets."_s,
         {.mostPositional = 20,
          .flags = {u"--notes"_s},
          .options = deskOptions() << u"--limit"_s << u"--batch"_s,
          .opensStore = true},
         search}};
}

} // namespace reeve::ctl
