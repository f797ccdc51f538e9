// SPDX-License-Identifier: MIT
// reeve_simulation: the simulation by hand, for as long as one likes.
#include "tests/sync/simulation/campaign.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Runs the sync core on virtual time, under every fault of tests/sync/README.md."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"seeds"_s, u"Seeds to run: A or A..B."_s, u"range"_s, u"1..1000"_s},
         {u"hours"_s, u"Stop after so many desk-hours; seeds go on beyond B until then."_s, u"n"_s},
         {u"without"_s, u"Leave out kinds of trouble: restores, slow-transactions, copies, rights (commas between)."_s,
          u"kinds"_s},
         {u"tell"_s, u"Say each step of each desk on standard error; it is run twice."_s},
         {u"desks"_s, u"So many desks in each run, instead of 1 to 50 as the seed says."_s, u"n"_s}});
    parser.process(application);

    const QStringList range = parser.value(u"seeds"_s).split(u".."_s);
    const quint64 first = range.first().toULongLong();
    const quint64 last = range.last().toULongLong();
    const QStringList without = parser.value(u"without"_s).split(u","_s);
    const double hours = parser.value(u"hours"_s).toDouble();

    QTextStream out(stdout);
    QElapsedTimer timer;
    timer.start();
    Campaign campaign;
    int failed = 0;
    for (quint64 seed = first; hours > 0 ? campaign.deskHours() < hours : seed <= last; ++seed) {
        Scenario scenario;
        scenario.seed = seed;
        scenario.desks = parser.value(u"desks"_s).toInt();
        scenario.tells = parser.isSet(u"tell"_s);
        scenario.goesBackInTime = !without.contains(u"restores"_s);
        scenario.hasSlowTransactions = !without.contains(u"slow-transactions"_s);
        scenario.hasCopies = !without.contains(u"copies"_s);
        scenario.hasRights = !without.contains(u"rights"_s);
        failed += !campaign.run(scenario, out);
        if (failed >= 10)
            break;
    }
    campaign.report(out);
    out << "  " << timer.elapsed() / 1000 << " s, " << failed << " seeds failed\n";
    return failed == 0 ? 0 : 1;
}
