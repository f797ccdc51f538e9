// SPDX-License-Identifier: MIT
#include "tests/bench/search/answers.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <cstdio>

namespace reeve::bench {

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * part))];
}

void Answers::add(const QString &kind, const QString &truth, const QStringList &found, double milliseconds)
{
    m_times.push_back(milliseconds);
    if (truth.isEmpty())
        return;
    const qsizetype at = found.indexOf(truth);
    for (Tally *tally : {&m_kinds[kind], &m_all}) {
        ++tally->asked;
        tally->first += at == 0;
        tally->firstTen += at >= 0 && at < 10;
    }
}

void Answers::print(const QString &title) const
{
    printAll(title);
    for (const auto &[kind, tally] : m_kinds) {
        std::printf("    %-24s first ten %.3f first %.3f of %d\n", qPrintable(kind),
                    static_cast<double>(tally.firstTen) / tally.asked, static_cast<double>(tally.first) / tally.asked,
                    tally.asked);
    }
}

void Answers::printAll(const QString &title) const
{
    std::printf("%s: %zu asked, ms p50 %.2f p95 %.2f p99 %.2f max %.2f", qPrintable(title), m_times.size(),
                percentile(m_times, 0.5), percentile(m_times, 0.95), percentile(m_times, 0.99), percentile(m_times, 1));
    if (m_all.asked > 0) {
        std::printf("; first ten %.4f first %.4f of %d", static_cast<double>(m_all.firstTen) / m_all.asked,
                    static_cast<double>(m_all.first) / m_all.asked, m_all.asked);
    }
    std::printf("\n");
    std::fflush(stdout);
}

Answers askAll(const std::vector<Asked> &queries, const std::function<QStringList(const QString &query)> &ask,
               int mostOfAKind)
{
    Answers answers;
    std::map<QString, int> asked;
    for (const Asked &query : queries) {
        if (++asked[query.kind] > mostOfAKind)
            continue;
        QElapsedTimer timer;
        timer.start();
        const QStringList found = ask(query.query);
        answers.add(query.kind, query.truth, found, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        QThread::usleep(500);
    }
    return answers;
}

} // namespace reeve::bench
