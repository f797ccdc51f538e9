// SPDX-License-Identifier: MIT
// Two records, and what the people are to each other.
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/shown_records.h"
#include "app/reevectl/tell_once_records.h"
#include "app/reevectl/told_options.h"
#include "core/domain/person_fields.h"
#include "core/services/person/relate_people.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using domain::Authority;
using domain::RelationshipKind;

// The codes of an enumeration whose last value is `last`, as stored and sent.
template <typename Value>
QStringList codesUpTo(Value last)
{
    QStringList codes;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        codes << domain::toCode(static_cast<Value>(i));
    return codes;
}

QStringList kinds()
{
    return codesUpTo(RelationshipKind::Other);
}

QStringList authorities()
{
    return codesUpTo(Authority::WrittenConsent);
}

// The detail of an error is for the person who typed it.
Result<RelationshipKind> kindOf(const Arguments &arguments)
{
    const auto at = kinds().indexOf(arguments.value(u"--as"_s));
    if (at < 0)
        return fail(ErrorCode::InvalidInput, u"--as is one of %1."_s.arg(kinds().join(u", "_s)));
    return static_cast<RelationshipKind>(at);
}

Result<std::optional<domain::PartialDate>> dateOf(const Arguments &arguments, const QString &option)
{
    if (!arguments.has(option))
        return std::nullopt;
    const auto date = domain::PartialDate::parseIso(arguments.value(option));
    if (!date)
        return fail(ErrorCode::InvalidInput, u"%1 is YYYY-MM-DD, YYYY-MM, YYYY or ~YYYY."_s.arg(option));
    return *date;
}

Result<domain::Relationship> relationshipOf(const Arguments &arguments)
{
    domain::Relationship told;
    const auto kind = kindOf(arguments);
    if (!kind)
        return fail(kind);
    told.kind = *kind;
    if (arguments.has(u"--authority"_s)) {
        const auto at = authorities().indexOf(arguments.value(u"--authority"_s));
        if (at < 0)
            return fail(ErrorCode::InvalidInput, u"--authority is one of %1."_s.arg(authorities().join(u", "_s)));
        told.authority = static_cast<Authority>(at);
    }
    for (const auto &[option, date] : {std::pair(u"--seen"_s, &told.evidenceSeen), std::pair(u"--from"_s, &told.from),
                                       std::pair(u"--until"_s, &told.until)}) {
        const auto read = dateOf(arguments, option);
        if (!read)
            return fail(read);
        *date = *read;
    }
    told.evidence = arguments.value(u"--evidence"_s);
    told.reach = arguments.value(u"--reach"_s);
    return told;
}

// The desk and the people of the first two words. On failure it is said already, and `code` is set.
struct Two
{
    std::shared_ptr<services::Desk> desk;
    domain::PersonId person;
    domain::PersonId other;
};

std::optional<Two> openTwo(const Arguments &arguments, Terminal &terminal, int &code)
{
    const auto desk = openDesk(arguments);
    if (!desk) {
        code = terminal.failed(desk.error());
        return std::nullopt;
    }
    Two two{*desk, {}, {}};
    for (const auto &[at, id] : {std::pair(0, &two.person), std::pair(1, &two.other)}) {
        const QString &who = arguments.positional().at(at);
        const auto found = findPerson(**desk, who);
        if (!found) {
            code = terminal.failed(who, found.error());
            return std::nullopt;
        }
        *id = *found;
    }
    return two;
}

int relate(const Arguments &arguments, Terminal &terminal)
{
    auto told = relationshipOf(arguments);
    if (!told)
        return terminal.wrongUsage(told.error().detail);
    const auto by = toldBy(arguments);
    if (!by)
        return terminal.wrongUsage(by.error().detail);
    int code = Done;
    const auto two = openTwo(arguments, terminal, code);
    if (!two)
        return code;
    told->other = two->other;
    const auto key = await(services::relate(*two->desk, two->person, *told, *by));
    if (!key)
        return terminal.failed(key.error());
    const auto view = await(services::PersonService(*two->desk).open(two->person));
    if (!view)
        return terminal.failed(view.error());
    const QString field = u"relationship/"_s + *key;
    QJsonObject record{{u"person"_s, view->person.id.toString()},
                       {u"other"_s, two->other.toString()},
                       {u"as"_s, domain::toCode(told->kind)},
                       {u"field"_s, field}};
    const QJsonObject acting = actingObject(*view, QDate::currentDate());
    if (acting.contains(field))
        record.insert(u"acting"_s, acting.value(field));
    terminal.print(record);
    return Done;
}

int unrelate(const Arguments &arguments, Terminal &terminal)
{
    std::optional<RelationshipKind> kind;
    if (arguments.has(u"--as"_s)) {
        const auto named = kindOf(arguments);
        if (!named)
            return terminal.wrongUsage(named.error().detail);
        kind = *named;
    }
    int code = Done;
    const auto two = openTwo(arguments, terminal, code);
    if (!two)
        return code;
    const auto taken = await(services::unrelate(*two->desk, two->person, two->other, kind));
    if (!taken)
        return terminal.failed(taken.error());
    terminal.print(
        {{u"person"_s, two->person.toString()}, {u"other"_s, two->other.toString()}, {u"taken_back"_s, *taken}});
    return Done;
}

} // namespace

std::vector<Command> relateCommands()
{
    return {
        {u"relate"_s,
         u"PERSON OTHER --as KIND --store DIR [--authority AUTHORITY] [--evidence TEXT] [--seen DATE] [--from DATE] "
         "[--until DATE] [--reach TEXT] "_s +
             toldSynopsis(),
         u"Says what one person on record is to another"_s,
         u"OTHER is PERSON's KIND, and may act for them by AUTHORITY between --from and --until where evidence of it\n"
         u"was seen. People by id or the council's own reference; 'show person' of OTHER lists PERSON under named_by.\n"
         u"What was said of the two and the same kind before gives way.\n"
         u"KIND: %1.\nAUTHORITY: %2.\n"
         u"Prints {\"person\":…,\"other\":…,\"as\":…,\"field\":…,\"acting\":{…}}."_s.arg(
             kinds().join(u' '), authorities().mid(1).join(u' ')),
         {.leastPositional = 2,
          .mostPositional = 2,
          .options = toldOptions() << u"--as"_s << u"--authority"_s << u"--evidence"_s << u"--seen"_s << u"--from"_s
                                   << u"--until"_s << u"--reach"_s,
          .needed = {u"--as"_s},
          .opensStore = true},
         relate},
        {u"unrelate"_s,
         u"PERSON OTHER --store DIR [--as KIND]"_s,
         u"Takes back what PERSON's record says of OTHER"_s,
         u"All of it, or of that kind alone. Prints {\"person\":…,\"other\":…,\"taken_back\":how much it was}."_s,
         {.leastPositional = 2, .mostPositional = 2, .options = deskOptions() << u"--as"_s, .opensStore = true},
         unrelate}};
}

} // namespace reeve::ctl
