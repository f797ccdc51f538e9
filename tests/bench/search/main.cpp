// SPDX-License-Identifier: MIT
// reeve_search_bench PEOPLE.tsv QUERIES.tsv...: people into a sealed store, then every query through it, and through
// peers beside it; and people who register again, whether they are known.
#include "tests/bench/search/answers.h"
#include "tests/bench/search/peers/peer.h"
#include "tests/bench/search/searched_desk.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

int runPeer(const QString &name, const QString &peopleFile, const QStringList &queryFiles)
{
    const QTemporaryDir folder;
    const auto peer = bench::makePeer(name, folder.path());
    if (peer == nullptr) {
        std::fprintf(stderr, "%s: no such peer here; fts5, trigram, or xapian where libxapian-dev was installed\n",
                     qPrintable(name));
        return 2;
    }
    QElapsedTimer timer;
    timer.start();
    bench::Borough borough(peopleFile);
    QStringList references = {QString()}; // by number, from 1
    for (auto people = borough.people(10000); !people.empty(); people = borough.people(10000)) {
        for (const domain::Person &person : people) {
            peer->add(bench::peerRow(references.size(), person));
            references << person.externalId;
        }
    }
    peer->finish();
    std::printf("%s: %.1f s to be ready\n", qPrintable(peer->title()), static_cast<double>(timer.elapsed()) / 1e3);
    for (const QString &file : queryFiles) {
        const auto ask = [&](const QString &query) {
            QStringList found;
            for (const qint64 number : peer->find(bench::peerWords(query)))
                found << references.at(number);
            return found;
        };
        bench::askAll(bench::readQueries(file), ask, peer->mostOfAKind()).printAll(peer->title() + u", "_s + file);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption typed(u"typed"_s, u"People who register again, as a table."_s, u"AGAIN.tsv"_s);
    const QCommandLineOption kept(u"desk"_s, u"Keep the store there, and use it when it is there."_s, u"FOLDER"_s);
    const QCommandLineOption peers(u"peer"_s, u"fts5, trigram or xapian beside it; more than once."_s, u"NAME"_s);
    const QCommandLineOption peersOnly(u"peers-only"_s, u"The peers without Reeve."_s);
    parser.addOptions({typed, kept, peers, peersOnly});
    parser.addPositionalArgument(u"PEOPLE.tsv"_s, u"Columns in borough.h."_s);
    parser.addPositionalArgument(u"QUERIES.tsv…"_s, u"Columns in borough.h."_s);
    parser.process(application);
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty() || (files.size() < 2 && !parser.isSet(typed)))
        parser.showHelp(2);

    if (!parser.isSet(peersOnly)) {
        const QTemporaryDir folder;
        bench::SearchedDesk desk(parser.isSet(kept) ? parser.value(kept) : folder.filePath(u"desk"_s), files.first());
        for (const QString &file : files.mid(1))
            desk.askEach(file);
        if (parser.isSet(typed))
            desk.typeEach(parser.value(typed));
        if (!parser.isSet(kept))
            desk.changeSome();
        std::printf("resident %ld MB\n", bench::SearchedDesk::residentMegabytes());
    }
    for (const QString &name : parser.values(peers)) {
        if (const int failed = runPeer(name, files.first(), files.mid(1)); failed != 0)
            return failed;
    }
    return 0;
}
