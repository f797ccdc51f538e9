// SPDX-License-Identifier: MIT
#include "app/reevectl/central_access.h"
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/sample_targets.h"
#include "app/reevectl/secrets.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int sample(const Arguments &arguments, Terminal &terminal)
{
    const int targets = static_cast<int>(arguments.has(u"--store"_s)) +
                        static_cast<int>(arguments.has(u"--central"_s)) + static_cast<int>(arguments.has(u"--csv"_s));
    if (targets != 1)
        return terminal.wrongUsage(u"Say where to: --store DIR, --central URI or --csv FILE."_s);
    const auto people = arguments.integer(u"--people"_s, 5000, 1, 1'000'000);
    const auto seed = arguments.integer(u"--seed"_s, 1, 0, std::numeric_limits<qint64>::max());
    if (!people || !seed)
        return terminal.wrongUsage((people ? seed : people).error().detail + u'.');

    services::SampleSize size;
    size.seed = static_cast<quint64>(*seed);
    size.people = *people;
    const services::SampleCouncil council(size, systemClock().now());

    QElapsedTimer timer;
    timer.start();
    const auto made = arguments.has(u"--csv"_s)       ? sampleToFile(council, arguments.value(u"--csv"_s))
                      : arguments.has(u"--central"_s) ? sampleToCentre(council, arguments)
                                                      : sampleToDesk(council, arguments);
    if (!made)
        return terminal.failed(made.error());
    terminal.print({{u"people"_s, made->people},
                    {u"interactions"_s, made->interactions},
                    {u"seed"_s, *seed},
                    {u"ms"_s, timer.elapsed()}});
    return Done;
}

} // namespace

std::vector<Command> sampleCommands()
{
    return {
        {u"sample"_s,
         u"[--people N] [--seed S] (--store DIR | --central URI | --csv FILE)"_s,
         u"Makes up the people of Exampleton, a council that does not exist"_s,
         u"The same people for the same seed. Telephone numbers, addresses and references come from ranges that are\n"
         u"reserved for examples. --store adds their past interactions too."_s,
         {.options = deskOptions() << u"--central"_s << u"--csv"_s << u"--people"_s << u"--seed"_s
                                   << centralPasswordFile},
         sample}};
}

} // namespace reeve::ctl
