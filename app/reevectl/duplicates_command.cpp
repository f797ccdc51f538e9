// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/traced_list.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <functional>
#include <set>
#include <thread>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::chrono::milliseconds lookEvery{20};
constexpr int looksPerMessage = 100;

QString codeOf(matching::MatchOutcome outcome)
{
    switch (outcome) {
    case matching::MatchOutcome::Match:
        return u"match"_s;
    case matching::MatchOutcome::Potential:
        return u"potential"_s;
    case matching::MatchOutcome::Low:
        return u"low"_s;
    case matching::MatchOutcome::Many:
        return u"many"_s;
    case matching::MatchOutcome::None:
        break;
    }
    return u"none"_s;
}

QJsonObject recordOf(const services::DuplicateCandidate &pair)
{
    QJsonObject record{{u"left"_s, pair.left.id.toString()},
                       {u"right"_s, pair.right.id.toString()},
                       {u"outcome"_s, codeOf(pair.outcome)},
                       {u"probability"_s, pair.probability},
                       {u"why"_s, QJsonArray::fromStringList(services::codesOf(pair.reasons))}};
    if (!pair.left.externalId.isEmpty())
        record.insert(u"left_external_id"_s, pair.left.externalId);
    if (!pair.right.externalId.isEmpty())
        record.insert(u"right_external_id"_s, pair.right.externalId);
    if (pair.isPutOff)
        record.insert(u"put_off"_s, true);
    if (pair.said) {
        record.insert(u"said_by"_s, pair.said->agent);
        record.insert(u"said_at"_s, toRfc3339(pair.said->at));
        if (!pair.said->reason.isEmpty())
            record.insert(u"reason"_s, pair.said->reason);
    }
    return record;
}

Result<services::DuplicateList> searched(services::DuplicateService &service, Terminal &terminal)
{
    const auto search = std::make_shared<services::DuplicateSearch>();
    auto found = service.find(search);
    for (int looks = 1; !found.isFinished(); ++looks) {
        std::this_thread::sleep_for(lookEvery);
        if (isInterrupted())
            search->isCancelled = true;
        if (looks % looksPerMessage == 0)
            terminal.message(u"Comparing everybody on this desk: %1 %"_s.arg(search->percent.load()));
    }
    return found.takeResult();
}

using Pages = std::function<Result<services::DuplicateList>(const services::DuplicateList &)>;

// Prints `page` and those that follow, each pair once; `out` counts them.
int printAll(Result<services::DuplicateList> page, const Pages &next, services::RecordsOut &out, Terminal &terminal)
{
    std::set<std::pair<QString, QString>> printed;
    while (page) {
        for (const services::DuplicateCandidate &pair : page->pairs) {
            if (printed.emplace(pair.left.id.toString(), pair.right.id.toString()).second)
                terminal.print(recordOf(pair));
        }
        out.records = static_cast<qint64>(printed.size());
        if (!page->next)
            return Done;
        if (isInterrupted())
            return terminal.failed({ErrorCode::Cancelled, u"%1 pairs are listed"_s.arg(printed.size())});
        page = next(*page);
    }
    return terminal.failed(page.error());
}

int duplicates(const Arguments &arguments, Terminal &terminal)
{
    if (arguments.has(u"--search"_s) && arguments.has(u"--decided"_s))
        return terminal.wrongUsage(u"--search finds pairs that wait, --decided lists those that do not: say one."_s);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    if (const auto ready = (*desk)->store().awaitIndex(); !ready) // how common names are is counted there
        return terminal.failed(ready.error());
    services::DuplicateService service(**desk);
    const bool isDecided = arguments.has(u"--decided"_s);
    const auto isDue = await(service.isSearchDue());
    if (!isDue)
        return terminal.failed(isDue.error());
    auto page = isDecided                                ? await(service.decided())
                : arguments.has(u"--search"_s) || *isDue ? searched(service, terminal)
                                                         : await(service.waiting());
    const auto next = [&service, isDecided](const services::DuplicateList &before) {
        return isDecided ? await(service.decided(before.next)) : await(service.waiting(before.next));
    };
    qint64 printed = 0;
    const int exitCode = tracedList(**desk, u"duplicates_listed"_s, terminal, [&](services::RecordsOut &out) {
        const int code = printAll(std::move(page), next, out, terminal);
        printed = *out.records;
        return code;
    });
    if (exitCode != Done)
        return exitCode;
    terminal.message(
        (isDecided ? u"%1 pairs that were said not to be the same"_s : u"%1 pairs that may be one person"_s)
            .arg(printed));
    return Done;
}

} // namespace

std::vector<Command> duplicatesCommands()
{
    return {
        {u"duplicates"_s,
         u"--store DIR [--search | --decided]"_s,
         u"Lists the pairs that wait for somebody to say whether they are one person"_s,
         u"One line for each, likeliest first: {\"left\":…,\"right\":…,\"outcome\":…,\"probability\":…,\"why\":[…]}.\n"
         u"They were found by the last search, by an import, or came from other desks. --search compares everybody\n"
         u"on this desk first, as is done once after a first load. 'merge' and 'decide' say what they are. --decided "
         u"lists\n"
         u"those that were said not to be the same instead, with who said so and when; 'decide … withdraw' takes it\n"
         u"back."_s,
         {.flags = {u"--search"_s, u"--decided"_s}, .options = deskOptions(), .opensStore = true},
         duplicates}};
}

} // namespace reeve::ctl
