// SPDX-License-Identifier: MIT
// reeve_linkage_bench FILE.csv [FILE2.csv] TRUTH: who is there twice, and how many of them were found, in what time.
#include "core/matching/linkage/linkage.h"
#include "core/matching/linkage/linkage_tables.h"
#include "tests/bench/linkage/linkage_truth.h"
#include "tests/bench/linkage/run_cost.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

std::string_view mapped(QFile &file)
{
    const uchar *bytes = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(file.size()));
}

// The whole run, as `reevectl match` has it; the files are mapped only as long as they are read.
struct Outcome
{
    matching::LinkageTables tables;
    std::vector<matching::LinkedPair> pairs;
    bench::RunCost reading;
    bench::RunCost whole;
};

std::optional<Outcome> run(const QStringList &names, unsigned threads, bool isTalkative)
{
    const bench::RunClock clock;
    Outcome outcome;
    {
        std::vector<std::unique_ptr<QFile>> files;
        std::vector<matching::NamedTable> texts;
        for (const QString &name : names)
            texts.push_back({name, mapped(*files.emplace_back(std::make_unique<QFile>(name)))});
        auto tables = matching::readLinkageTables(texts, {}, threads);
        if (!tables) {
            std::fprintf(stderr, "%s\n", qPrintable(tables.error().detail));
            return {};
        }
        outcome.tables = std::move(*tables);
    }
    outcome.reading = clock.sofar();
    matching::LinkageOptions options;
    options.threads = threads;
    if (isTalkative)
        options.progress = [&clock](int percent) {
            const bench::RunCost cost = clock.sofar();
            std::fprintf(stderr, "%3d %%: %.2f s, %.2f s of processor time\n", percent, cost.seconds,
                         cost.processorSeconds);
        };
    auto pairs = matching::findLinks(outcome.tables.records, options);
    if (!pairs)
        return {};
    outcome.pairs = std::move(*pairs);
    outcome.whole = clock.sofar();
    return outcome;
}

void say(const char *what, const bench::RunCost &cost)
{
    std::printf("%-10s %6.1f s by the clock, %6.1f s of processor time, at most %.0f MB\n", what, cost.seconds,
                cost.processorSeconds, cost.mostMegabytes);
}

bool write(const QString &name, const Outcome &outcome)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("left,right,weight,probability\n");
    for (const matching::LinkedPair &pair : outcome.pairs) {
        const std::string_view left = outcome.tables.id(pair.left);
        const std::string_view right = outcome.tables.id(pair.right);
        file.write(left.data(), static_cast<qint64>(left.size()));
        file.write(",");
        file.write(right.data(), static_cast<qint64>(right.size()));
        file.write(',' + QByteArray::number(pair.weight, 'f', 3) + ',' + QByteArray::number(pair.probability, 'f', 6) +
                   '\n');
    }
    return file.flush();
}

int judge(const QStringList &names, const QString &rule, const Outcome &outcome)
{
    std::vector<std::unique_ptr<QFile>> files;
    std::vector<std::string_view> texts;
    for (const QString &name : names)
        texts.push_back(mapped(*files.emplace_back(std::make_unique<QFile>(name))));
    const auto truth = bench::LinkageTruth::read(texts, outcome.tables, rule);
    if (!truth) {
        std::fprintf(stderr, "no truth under %s\n", qPrintable(rule));
        return 1;
    }
    const auto score = truth->score(outcome.pairs, outcome.tables.records);
    std::printf("%zu records, %lld true pairs; at 0.95: precision %.4f recall %.4f F1 %.4f; best F1 %.4f\n",
                outcome.tables.records.records.size(), static_cast<long long>(score.wanted), score.precision,
                score.recall, score.f1(), score.best);
    std::printf(
        "above potential and wrong: %lld, of them twins %lld, juniors %lld, of one name and date of birth %lld\n",
        static_cast<long long>(score.wrong), static_cast<long long>(score.twins), static_cast<long long>(score.juniors),
        static_cast<long long>(score.namesakes));
    std::printf("%-12s %10s %8s %8s\n", "probability", "pairs", "said", "are one");
    for (const auto &band : truth->reliability(outcome.pairs)) {
        if (band.pairs > 0)
            std::printf("from %-7g %10lld %8.3f %8.3f\n", band.least, static_cast<long long>(band.pairs), band.said,
                        band.right);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption threads(u"threads"_s, u"How many work at it."_s, u"count"_s, u"0"_s);
    const QCommandLineOption peer(u"peer"_s, u"A command that does the same; its cost is told beside."_s, u"command"_s);
    const QCommandLineOption pairs(u"pairs"_s, u"Where the pairs go."_s, u"file"_s);
    const QCommandLineOption steps(u"steps"_s, u"Tells how far it is, and what that took."_s);
    parser.addOptions({threads, peer, pairs, steps});
    parser.addPositionalArgument(u"files"_s, u"FILE.csv [FILE2.csv] TRUTH"_s);
    parser.process(application);
    QStringList names = parser.positionalArguments();
    if (names.size() < 2 || names.size() > 3) {
        std::fprintf(stderr, "reeve_linkage_bench FILE.csv [FILE2.csv] TRUTH; TRUTH: a column, id- or id/10\n");
        return 2;
    }
    const QString rule = names.takeLast();
    const auto outcome = run(names, parser.value(threads).toUInt(), parser.isSet(steps));
    if (!outcome)
        return 1;
    if (parser.isSet(pairs) && !write(parser.value(pairs), *outcome))
        return 1;
    say("reading", outcome->reading);
    say("whole run", outcome->whole);
    if (const int failed = judge(names, rule, *outcome))
        return failed;
    if (parser.isSet(peer)) {
        const auto cost = bench::costOf(parser.value(peer));
        if (!cost) {
            std::fprintf(stderr, "the peer did not end well\n");
            return 1;
        }
        say("peer", *cost);
    }
    return 0;
}
