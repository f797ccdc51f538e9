// SPDX-License-Identifier: MIT
#include "tests/sync/simulation/campaign.h"

#include "tests/support/source_dir.h"

#include <QProcess>

#include <future>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

const char *nameOf(Trouble trouble)
{
    static constexpr std::array<const char *, troubleCount> names{
        "request lost",       "reply lost",    "late request",   "sent twice",        "slow",
        "connection refused", "SQLSTATE",      "standby away",   "commit then lost",  "crash",
        "power cut",          "disk full",     "store busy",     "clock jump",        "clone",
        "local rollback",     "failover sync", "failover async", "restore announced", "restore unannounced",
        "restore same epoch", "put back",      "revoked",        "push only",         "newer centre",
        "session ended",      "plug pulled",   "centre down",    "slow transaction",  "small batch",
        "small page",         "late timer"};
    return names[std::size_t(trouble)];
}

QString commitOfSources()
{
    QProcess git;
    git.setWorkingDirectory(sourcePath(QString()));
    git.start(u"git"_s, {u"rev-parse"_s, u"--short"_s, u"HEAD"_s});
    const bool isAnswered = git.waitForFinished(5000) && git.exitCode() == 0;
    return isAnswered ? QString::fromLatin1(git.readAllStandardOutput()).trimmed() : u"unknown"_s;
}

bool Campaign::run(const Scenario &scenario, QTextStream &out)
{
    auto again = std::async(std::launch::async, [&scenario] { return World(scenario).run(); });
    const Outcome first = World(scenario).run();
    const Outcome second = again.get();
    ++m_seeds;
    m_sum.deskHours += first.deskHours;
    m_sum.steps += first.steps;
    m_sum.saved += first.saved;
    m_sum.checks += first.checks;
    m_sum.mergeEvents += first.mergeEvents;
    m_sum.restrictedItems += first.restrictedItems;
    m_sum.looks += first.looks;
    for (std::size_t n = 0; n < troubleCount; ++n)
        m_sum.troubles[n] += first.troubles[n];
    for (std::size_t link = 0; link < Coverage::links; ++link) {
        for (std::size_t event = 0; event < Coverage::events; ++event)
            m_sum.coverage.count[link][event] += first.coverage.count[link][event];
    }
    m_sum.coverage.situations |= first.coverage.situations;

    const bool isRepeatable = first.traceHash == second.traceHash && first.steps == second.steps;
    if (first.violations.isEmpty() && isRepeatable)
        return true;
    out << "SEED=" << scenario.seed << " COMMIT=" << commitOfSources()
        << "  again: build/dev/bin/reeve_simulation --seeds " << scenario.seed << '\n';
    if (!isRepeatable)
        out << "  two runs of this seed differ\n";
    for (const QString &violation : first.violations)
        out << "  " << violation << '\n';
    out.flush();
    return false;
}

void Campaign::report(QTextStream &out) const
{
    out << m_seeds << " seeds, each run twice; " << qRound64(m_sum.deskHours) << " desk-hours, " << m_sum.saved
        << " entries saved, " << m_sum.steps << " steps, " << m_sum.checks
        << " checks\n  at the centres in the end: " << m_sum.mergeEvents << " merges and un-merges, "
        << m_sum.restrictedItems << " restricted items, " << m_sum.looks << " looks at one\n";
    for (std::size_t n = 0; n < troubleCount; ++n)
        out << "  " << QString::fromLatin1(nameOf(Trouble(n))).leftJustified(22) << m_sum.troubles[n] << '\n';
    qint64 reached = 0;
    for (const auto &link : m_sum.coverage.count) {
        for (const qint64 times : link)
            reached += times > 0;
    }
    out << "  (link × event) pairs reached: " << reached << " of " << Coverage::links * Coverage::events
        << "; (link, lanes, reconciling) × event: " << m_sum.coverage.situations.count() << '\n';
    out.flush();
}

} // namespace reeve::test
