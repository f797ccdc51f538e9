// SPDX-License-Identifier: MIT
// What somebody told once: still right, reaches nobody, they have died, who else lives there.
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/shown_records.h"
#include "app/reevectl/tell_once_records.h"
#include "app/reevectl/told_options.h"
#include "core/domain/person_fields.h"
#include "core/services/person/tell_once_service.h"
#include "core/services/privacy/export_audit.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using services::PersonService;
using services::TellOnceService;

struct Opened
{
    std::shared_ptr<services::Desk> desk;
    domain::Person person;
};

// The desk and the person of the first word. On failure it is said already, and `code` is set.
std::optional<Opened> open(const Arguments &arguments, Terminal &terminal, int &code)
{
    const auto desk = openDesk(arguments);
    if (!desk) {
        code = terminal.failed(desk.error());
        return std::nullopt;
    }
    const QString &who = arguments.positional().first();
    const auto id = findPerson(**desk, who);
    const auto view = id ? await(PersonService(**desk).open(*id)) : fail(id);
    if (!view) {
        code = terminal.failed(who, view.error());
        return std::nullopt;
    }
    return Opened{*desk, view->person};
}

// "contact" means each contact point, "date_of_birth" and "contact/KEY" themselves.
QStringList fieldsMeant(const domain::Person &person, const QStringList &words)
{
    QStringList fields;
    const QJsonObject all = domain::toFields(person);
    for (const QString &word : words) {
        QStringList meant;
        for (auto it = all.constBegin(); it != all.constEnd(); ++it) {
            if (it.key().startsWith(word + u'/'))
                meant << it.key();
        }
        fields << (meant.isEmpty() ? QStringList{word} : meant);
    }
    fields.removeDuplicates();
    return fields;
}

int showStandings(const Opened &opened, Terminal &terminal)
{
    const auto view = await(PersonService(*opened.desk).open(opened.person.id));
    if (!view)
        return terminal.failed(view.error());
    terminal.print({{u"person"_s, view->person.id.toString()}, {u"standing"_s, standingsObject(view->person)}});
    return Done;
}

int confirm(const Arguments &arguments, Terminal &terminal)
{
    const auto told = toldBy(arguments);
    if (!told)
        return terminal.wrongUsage(told.error().detail);
    int code = Done;
    const auto opened = open(arguments, terminal, code);
    if (!opened)
        return code;
    const QStringList fields = fieldsMeant(opened->person, arguments.positional().mid(1));
    const auto confirmed = await(TellOnceService(*opened->desk).confirm(opened->person.id, fields, *told));
    if (!confirmed)
        return terminal.failed(confirmed.error());
    return showStandings(*opened, terminal);
}

int unreachable(const Arguments &arguments, Terminal &terminal)
{
    const auto told = toldBy(arguments);
    if (!told)
        return terminal.wrongUsage(told.error().detail);
    const auto why = services::parseUnreachableWhy(arguments.value(u"--why"_s));
    if (!why)
        return terminal.wrongUsage(u"--why is wrong_number, not_in_use, bounced or returned_post."_s);
    int code = Done;
    const auto opened = open(arguments, terminal, code);
    if (!opened)
        return code;
    const auto marked = await(
        TellOnceService(*opened->desk).markUnreachable(opened->person.id, arguments.positional().at(1), *why, *told));
    if (!marked)
        return terminal.failed(marked.error());
    return showStandings(*opened, terminal);
}

std::optional<domain::Relationship> estateOf(const Arguments &arguments)
{
    if (!arguments.has(u"--estate"_s))
        return std::nullopt;
    domain::Relationship estate;
    estate.nameAsTold = arguments.value(u"--estate"_s);
    estate.reach = arguments.value(u"--estate-reach"_s);
    return estate;
}

int death(const Arguments &arguments, Terminal &terminal)
{
    const auto told = toldBy(arguments);
    if (!told)
        return terminal.wrongUsage(told.error().detail);
    const auto date = domain::PartialDate::parseIso(arguments.positional().at(1));
    if (!date)
        return terminal.wrongUsage(u"The date is YYYY-MM-DD, YYYY-MM, YYYY or ~YYYY."_s);
    int code = Done;
    const auto opened = open(arguments, terminal, code);
    if (!opened)
        return code;
    const services::DeathNotice notice{*date, *told, arguments.has(u"--verified"_s), estateOf(arguments)};
    const auto recorded = await(TellOnceService(*opened->desk).recordDeath(opened->person.id, notice));
    if (!recorded)
        return terminal.failed(recorded.error());
    const auto view = await(PersonService(*opened->desk).open(opened->person.id));
    if (!view)
        return terminal.failed(view.error());
    const QDate today = QDate::currentDate();
    terminal.print({{u"person"_s, view->person.id.toString()},
                    {u"date_of_death"_s, date->toIso()},
                    {u"verified"_s, notice.isVerified},
                    {u"may_contact"_s, contactObject(view->person, today)},
                    {u"to_be_told"_s, toBeTold(view->person, opened->desk->policy().bereavement)}});
    return Done;
}

int passOn(const Arguments &arguments, Terminal &terminal)
{
    int code = Done;
    const auto opened = open(arguments, terminal, code);
    if (!opened)
        return code;
    const auto passed = await(TellOnceService(*opened->desk).passOn(opened->person.id, arguments.positional().at(1)));
    if (!passed)
        return terminal.failed(passed.error());
    const auto view = await(PersonService(*opened->desk).open(opened->person.id));
    if (!view)
        return terminal.failed(view.error());
    terminal.print({{u"person"_s, view->person.id.toString()},
                    {u"to_be_told"_s, toBeTold(view->person, opened->desk->policy().bereavement)}});
    return Done;
}

int occupants(const Arguments &arguments, Terminal &terminal)
{
    const auto limit = arguments.integer(u"--limit"_s, 50, 1, 400);
    if (!limit)
        return terminal.wrongUsage(limit.error().detail);
    int code = Done;
    const auto opened = open(arguments, terminal, code);
    if (!opened)
        return code;
    QString key = arguments.positional().value(1);
    if (key.isEmpty() && opened->person.homeAddress())
        key = opened->person.homeAddress()->key;
    const auto people =
        await(services::peopleAtAddress(*opened->desk, opened->person.id, key, static_cast<int>(*limit)));
    if (!people)
        return terminal.failed(people.error());
    const services::RecordsOut out{.action = u"occupants_listed"_s,
                                   .person = opened->person.id.uuid(),
                                   .records = static_cast<qint64>(people->size())};
    if (const auto noted = await(services::noteRecordsOut(*opened->desk, out)); !noted)
        return terminal.failed(noted.error());
    for (const services::Occupant &one : *people)
        terminal.print(toObject(one));
    return Done;
}

} // namespace

std::vector<Command> tellOnceCommands()
{
    return {
        {u"confirm"_s,
         u"PERSON FIELD… --store DIR "_s + toldSynopsis(),
         u"Says that what is known of somebody is still right"_s,
         u"A field as 'show person' names it: date_of_birth, contact/KEY; contact alone means each contact point.\n"
         u"Never conflicts with what another desk confirms or changes. Prints {\"person\":…,\"standing\":{field:…}}."_s,
         {.leastPositional = 2, .mostPositional = 100, .options = toldOptions(), .opensStore = true},
         confirm},
        {u"unreachable"_s,
         u"PERSON FIELD --why wrong_number|not_in_use|bounced|returned_post --store DIR "_s + toldSynopsis(),
         u"Says that a number or an address reaches nobody"_s,
         u"It is not offered any more, until it is confirmed or told again. Of a telephone number wrong_number or\n"
         u"not_in_use, of an e-mail address bounced or not_in_use, of an address returned_post."_s,
         {.leastPositional = 2,
          .mostPositional = 2,
          .options = toldOptions() << u"--why"_s,
          .needed = {u"--why"_s},
          .opensStore = true},
         unreachable},
        {u"death"_s,
         u"PERSON DATE --store DIR [--verified] [--estate NAME [--estate-reach TEXT]] "_s + toldSynopsis(),
         u"Records that somebody has died"_s,
         u"From then on nothing is sent to them. --estate names whom one speaks to instead. Prints whom it may still\n"
         u"go to and who must be told."_s,
         {.leastPositional = 2,
          .mostPositional = 2,
          .flags = {u"--verified"_s},
          .options = toldOptions() << u"--estate"_s << u"--estate-reach"_s,
          .opensStore = true},
         death},
        {u"pass-on"_s,
         u"PERSON BODY --store DIR"_s,
         u"Remembers that a team or body was told of a death"_s,
         {},
         {.leastPositional = 2, .mostPositional = 2, .options = deskOptions(), .opensStore = true},
         passOn},
        {u"occupants"_s,
         u"PERSON [ADDRESS_KEY] --store DIR [--limit N]"_s,
         u"Who else lives, or lived, at somebody's address"_s,
         u"Their home, where no other address is named. By the UPRN, or the same text. One line each."_s,
         {.leastPositional = 1, .mostPositional = 2, .options = deskOptions() << u"--limit"_s, .opensStore = true},
         occupants}};
}

} // namespace reeve::ctl
