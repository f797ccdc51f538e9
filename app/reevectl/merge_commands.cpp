// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/merge_records.h"
#include "app/reevectl/shown_records.h"
#include "core/domain/person_fields.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/person/merge/merge_service.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// "--take given_name=absorbed", as often as wanted.
Result<std::map<QString, domain::MergeSide>> sidesOf(const Arguments &arguments)
{
    std::map<QString, domain::MergeSide> sides;
    for (const QString &take : arguments.values(u"--take"_s)) {
        const QString field = take.section(u'=', 0, 0);
        const QString side = take.section(u'=', 1);
        if (field.isEmpty() || (side != u"survivor" && side != u"absorbed"))
            return fail(ErrorCode::InvalidInput, u"--take is FIELD=survivor or FIELD=absorbed."_s);
        sides[field] = side == u"absorbed" ? domain::MergeSide::Absorbed : domain::MergeSide::Survivor;
    }
    return sides;
}

// "partner, lasting_power_property": what the two are recorded as to each other.
QString relationCodes(const std::vector<domain::Relationship> &relations)
{
    QStringList codes;
    for (const domain::Relationship &one : relations) {
        codes << domain::toCode(one.kind);
        if (one.authority != domain::Authority::None)
            codes << domain::toCode(one.authority);
    }
    codes.removeDuplicates();
    return codes.join(u", "_s);
}

int merge(const Arguments &arguments, Terminal &terminal)
{
    const auto sides = sidesOf(arguments);
    if (!sides)
        return terminal.wrongUsage(sides.error().detail);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto survivor = findPerson(**desk, arguments.positional().at(0));
    if (!survivor)
        return terminal.failed(arguments.positional().at(0), survivor.error());
    const auto absorbed = findPerson(**desk, arguments.positional().at(1));
    if (!absorbed)
        return terminal.failed(arguments.positional().at(1), absorbed.error());

    services::MergeRequest request;
    request.survivor = *survivor;
    request.absorbed = *absorbed;
    request.sides = *sides;
    request.reason = arguments.value(u"--reason"_s);
    request.despiteNotSame = arguments.has(u"--despite-decision"_s);
    const services::MergeService merges(**desk);
    const auto preview = await(merges.preview(*survivor, *absorbed));
    if (!preview)
        return terminal.failed(preview.error());
    if (!preview->relations.empty() && !arguments.has(u"--despite-relationship"_s))
        return terminal.failed(
            {ErrorCode::InvalidInput,
             u"they are recorded as related to each other (%1), and so hardly one person; "
             u"--despite-relationship merges them all the same"_s.arg(relationCodes(preview->relations))});
    const auto event = await(merges.merge(request));
    if (!event)
        return terminal.failed(event.error());
    const auto shown = await(merges.survivorOf(*survivor));
    if (!shown)
        return terminal.failed(shown.error());
    terminal.print(
        {{u"event"_s, event->toString()}, {u"survivor"_s, shown->toString()}, {u"absorbed"_s, absorbed->toString()}});
    return Done;
}

int unmerge(const Arguments &arguments, Terminal &terminal)
{
    const auto event = domain::MergeEventId::parse(arguments.positional().first());
    if (!event)
        return terminal.wrongUsage(u"A merge's id is the UUID that 'merge' printed."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const services::MergeService merges(**desk);
    if (!arguments.has(u"--look"_s)) {
        const auto undone =
            await(merges.unmerge(*event, arguments.value(u"--reason"_s), arguments.has(u"--not-same"_s)));
        if (!undone)
            return terminal.failed(undone.error());
    }
    const auto after = await(merges.whatCameAfter(*event));
    if (!after)
        return terminal.failed(after.error());
    if (arguments.has(u"--look"_s)) {
        terminal.print({{u"came_after"_s, toArray(*after)}});
        return Done;
    }
    terminal.print({{u"undone"_s, event->toString()}, {u"came_after"_s, toArray(*after)}});
    return Done;
}

int choose(const Arguments &arguments, Terminal &terminal)
{
    const auto record = domain::PersonId::parse(arguments.positional().at(2));
    if (!record)
        return terminal.wrongUsage(u"The record is named by its UUID, as 'show person' lists it."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const QString &named = arguments.positional().at(0);
    const auto person = findPerson(**desk, named);
    if (!person)
        return terminal.failed(named, person.error());
    const QString &field = arguments.positional().at(1);
    const auto chosen = await(services::MergeService(**desk).choose(*person, field, *record));
    if (!chosen)
        return terminal.failed(chosen.error());
    terminal.print({{u"person"_s, person->toString()}, {u"field"_s, field}, {u"record"_s, record->toString()}});
    return Done;
}

// An interaction that was noted without a person.
int give(const Arguments &arguments, Terminal &terminal)
{
    const auto interaction = domain::InteractionId::parse(arguments.positional().at(0));
    if (!interaction)
        return terminal.wrongUsage(u"An interaction is named by its UUID."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    std::optional<domain::PersonId> to;
    if (const QString &named = arguments.positional().at(1); named != u"nobody") {
        const auto person = findPerson(**desk, named);
        if (!person)
            return terminal.failed(named, person.error());
        to = *person;
    }
    const auto given = await(services::InteractionService(**desk).give(*interaction, to));
    if (!given)
        return terminal.failed(given.error());
    terminal.print({{u"interaction"_s, interaction->toString()},
                    {u"person"_s, to ? QJsonValue(to->toString()) : QJsonValue()},
                    {u"was"_s, *given ? QJsonValue((*given)->toString()) : QJsonValue()}});
    return Done;
}

int assign(const Arguments &arguments, Terminal &terminal)
{
    if (arguments.positional().size() == 2)
        return give(arguments, terminal);
    const auto event = domain::MergeEventId::parse(arguments.positional().at(0));
    const auto interaction = domain::InteractionId::parse(arguments.positional().at(1));
    const auto person = domain::PersonId::parse(arguments.positional().at(2));
    if (!event || !interaction || !person)
        return terminal.wrongUsage(u"A merge, an interaction and a person are named by their UUIDs."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto assigned = await(services::MergeService(**desk).assign(*event, *interaction, *person));
    if (!assigned)
        return terminal.failed(assigned.error());
    terminal.print({{u"interaction"_s, interaction->toString()}, {u"person"_s, person->toString()}});
    return Done;
}

int decide(const Arguments &arguments, Terminal &terminal)
{
    const QString &said = arguments.positional().at(2);
    const bool isTakenBack = said == u"withdraw";
    const auto verdict =
        isTakenBack ? Result<domain::PairVerdict>(domain::PairVerdict::Later) : domain::parsePairVerdict(said);
    if (!verdict)
        return terminal.wrongUsage(u"The verdict is same, not_same, later or withdraw."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto left = findPerson(**desk, arguments.positional().at(0));
    if (!left)
        return terminal.failed(arguments.positional().at(0), left.error());
    const auto right = findPerson(**desk, arguments.positional().at(1));
    if (!right)
        return terminal.failed(arguments.positional().at(1), right.error());
    const QString reason = arguments.value(u"--reason"_s);
    const auto decided = isTakenBack ? await(services::DuplicateService(**desk).takeBack(*left, *right, reason))
                                     : await(services::MergeService(**desk).decide(*left, *right, *verdict, reason));
    if (!decided)
        return terminal.failed(decided.error());
    terminal.print({{u"left"_s, left->toString()}, {u"right"_s, right->toString()}, {u"verdict"_s, said}});
    return Done;
}

} // namespace

std::vector<Command> mergeCommands()
{
    return {
        {u"merge"_s,
         u"SURVIVOR ABSORBED --store DIR [--reason TEXT] [--take FIELD=survivor|absorbed …] [--despite-decision] "
         u"[--despite-relationship]"_s,
         u"Says that two records are one person"_s,
         u"People by id or the council's own reference. Prints {\"event\":…,\"survivor\":…,\"absorbed\":…}; 'unmerge'\n"
         u"takes the event. Both records stay as they are, and the absorbed one's id leads to the survivor. Where\n"
         u"both have a field and differ, --take says whose is shown; home_address stands for the home.\n"
         u"--despite-decision merges two that somebody has said are not the same, --despite-relationship two that are\n"
         u"recorded as related to each other, as partners, say. What they are to each other is not shown while they\n"
         u"are one, and is there again after 'unmerge'."_s,
         {.leastPositional = 2,
          .mostPositional = 2,
          .flags = {u"--despite-decision"_s, u"--despite-relationship"_s},
          .options = deskOptions() << u"--reason"_s << u"--take"_s,
          .opensStore = true},
         merge},
        {u"unmerge"_s,
         u"EVENT --store DIR [--reason TEXT] [--not-same] [--look]"_s,
         u"Takes a merge back"_s,
         u"Prints {\"undone\":…,\"came_after\":[…]}: what was done to the survivor since the merge, for a person to\n"
         u"assign. --not-same also remembers that the two are different people. --look takes nothing back and lists\n"
         u"what came after alone, also when the merge was taken back already."_s,
         {.leastPositional = 1,
          .mostPositional = 1,
          .flags = {u"--not-same"_s, u"--look"_s},
          .options = deskOptions() << u"--reason"_s,
          .opensStore = true},
         unmerge},
        {u"choose"_s,
         u"PERSON FIELD RECORD --store DIR"_s,
         u"Says which record's value of a field is shown of a merged person"_s,
         u"Fields and records as 'show person' lists them under merged_values; home_address stands for the home. Also\n"
         u"settles what two desks chose differently (\"contested\"). Every value is kept."_s,
         {.leastPositional = 3, .mostPositional = 3, .options = deskOptions(), .opensStore = true},
         choose},
        {u"assign"_s,
         u"([EVENT] INTERACTION PERSON | INTERACTION nobody) --store DIR"_s,
         u"Says whose an interaction is that was noted without a person, or came after a merge which was taken back"_s,
         u"With EVENT, the merge that was taken back, the person is one of its two. Without it the interaction was\n"
         u"noted without a person; 'nobody' takes it back. Prints {\"interaction\":…,\"person\":…,\"was\":…}."_s,
         {.leastPositional = 2, .mostPositional = 3, .options = deskOptions(), .opensStore = true},
         assign},
        {u"decide"_s,
         u"PERSON PERSON same|not_same|later|withdraw --store DIR [--reason TEXT]"_s,
         u"Remembers what was said of two records"_s,
         u"Not asked again while the fields that are compared are what they are now. withdraw takes back that they "
         u"are\n"
         u"not the same ('duplicates --decided'), on every desk: they may be asked about again."_s,
         {.leastPositional = 3, .mostPositional = 3, .options = deskOptions() << u"--reason"_s, .opensStore = true},
         decide}};
}

} // namespace reeve::ctl
