// SPDX-License-Identifier: MIT
// reeve_search_bench PEOPLE.tsv QUERIES.tsv... [--typed AGAIN.tsv]: people into a sealed store, then every query
// through it; and people who register again, whether they are known.
#include "core/base/clock.h"
#include "core/services/person/likely_matches.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "core/store/store.h"
#include "tests/bench/search/borough.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

const QDate today(2026, 11, 22);
constexpr std::size_t pageSize = 10000;
constexpr std::size_t mostTyped = 5000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double share(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(static_cast<double>(values.size()) * part))];
}

long residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLong() / 1024;
    }
    return 0;
}

std::unique_ptr<store::Store> openStore(const QString &folder, const Clock &clock)
{
    auto opened = store::Store::open(folder, u"bench"_s, crypto::Secret(QByteArrayView("bench-passphrase")), clock);
    if (!opened)
        qFatal("the store does not open");
    return std::move(*opened);
}

void load(store::Store &store, const QString &fileName)
{
    bench::Borough borough(fileName);
    if (!borough.isOpen())
        qFatal("no such file");
    for (;;) {
        auto people = borough.next(pageSize);
        if (people.empty())
            return;
        const auto ready =
            std::make_shared<const std::vector<store::PreparedPerson>>(store::prepare(std::move(people)));
        const auto stored = store.write(
            [ready](store::Connection &connection) { return store::PersonRepository(connection).applyPulled(*ready); });
        if (!stored.result())
            qFatal("people were not stored");
    }
}

// Nobody types without a pause; and the kernel takes 50 ms of a second from whoever runs above all others (chrt -f) and
// makes none.
void pause()
{
    QThread::usleep(500);
}

std::vector<store::PersonMatch> ask(store::Store &store, const QString &query, double &took)
{
    QElapsedTimer timer;
    timer.start();
    const auto found = store
                           .read([query](store::Connection &connection) {
                               return store::PersonSearch(connection).search(query, 10, today);
                           })
                           .result();
    took = milliseconds(timer);
    return found.value_or(std::vector<store::PersonMatch>());
}

struct Tally
{
    int asked = 0;
    int first = 0;
    int firstTen = 0;
};

void run(store::Store &store, const QString &fileName)
{
    std::map<QString, Tally> tallies;
    Tally all;
    std::vector<double> times;
    for (const bench::Asked &asked : bench::readQueries(fileName)) {
        double took = 0;
        const auto found = ask(store, asked.query, took);
        pause();
        times.push_back(took);
        if (asked.truth.isEmpty())
            continue;
        const auto at = std::find_if(found.begin(), found.end(),
                                     [&](const store::PersonMatch &match) { return match.externalId == asked.truth; });
        for (Tally *tally : {&tallies[asked.kind], &all}) {
            ++tally->asked;
            tally->firstTen += at != found.end();
            tally->first += !found.empty() && at == found.begin();
        }
    }
    const auto slowest = std::max_element(times.begin(), times.end()) - times.begin();
    std::printf("%s: %zu queries, ms p50 %.2f p95 %.2f p99 %.2f max %.2f (query %td)\n", qPrintable(fileName),
                times.size(), share(times, 0.5), share(times, 0.95), share(times, 0.99), share(times, 1), slowest + 1);
    for (const auto &[kind, tally] : tallies) {
        std::printf("    %-24s first ten %.3f first %.3f of %d\n", qPrintable(kind),
                    static_cast<double>(tally.firstTen) / tally.asked, static_cast<double>(tally.first) / tally.asked,
                    tally.asked);
    }
    if (all.asked > 0) {
        std::printf("  all: first ten %.4f first %.4f of %d\n", static_cast<double>(all.firstTen) / all.asked,
                    static_cast<double>(all.first) / all.asked, all.asked);
    }
}

// Those who register again: is their record among the likely ones, as the person editor asks while they are typed?
void register_(store::Store &store, const QString &fileName)
{
    bench::Borough again(fileName);
    Tally all;
    std::vector<double> times;
    for (domain::Person &typed : again.people(mostTyped)) {
        const QString truth = std::exchange(typed.externalId, {});
        typed.id = {};
        QElapsedTimer timer;
        timer.start();
        const auto found = store
                               .read([&typed](store::Connection &connection) {
                                   return services::findLikelyMatches(connection, typed, 10);
                               })
                               .result();
        times.push_back(milliseconds(timer));
        pause();
        if (!found)
            qFatal("the question failed");
        const auto at = std::find_if(found->people.begin(), found->people.end(),
                                     [&](const services::LikelyPerson &each) { return each.hit.externalId == truth; });
        ++all.asked;
        if (getenv("SHOWN"))
            std::printf("SHOWN %zu %d\n", found->people.size(), int(found->outcome));
        if (at == found->people.end() && getenv("MISS")) {
            const auto cand = store
                                  .read([&typed](store::Connection &connection) {
                                      return store::PersonSearch(connection).candidates(typed, 2000);
                                  })
                                  .result();
            const auto c = std::find_if(cand->begin(), cand->end(),
                                        [&](const store::PersonMatch &m) { return m.externalId == truth; });
            std::printf("MISS %s cand %td of %zu shown %zu\n", qPrintable(truth),
                        c == cand->end() ? -1 : c - cand->begin(), cand->size(), found->people.size());
        }
        if (getenv("RANK"))
            std::printf("RANK %s %td of %zu p %g\n", qPrintable(truth),
                        at == found->people.end() ? -1 : at - found->people.begin(), found->people.size(),
                        at == found->people.end() ? 0.0 : at->match.probability);
        if (getenv("RANK")) {
            std::printf("PS");
            for (const auto &x : found->people)
                std::printf(" %.5f", x.match.probability);
            std::printf("\n");
        }
        all.firstTen += at != found->people.end();
        all.first += !found->people.empty() && at == found->people.begin();
    }
    if (all.asked > 0) {
        std::printf("do we know them: first ten %.4f first %.4f of %d, ms p50 %.2f p95 %.2f p99 %.2f max %.2f\n",
                    static_cast<double>(all.firstTen) / all.asked, static_cast<double>(all.first) / all.asked,
                    all.asked, share(times, 0.5), share(times, 0.95), share(times, 0.99), share(times, 1));
    }
}

// A name is changed and found: the commit, and the search that first sees it.
void changeSome(store::Store &store)
{
    std::vector<double> commits;
    std::vector<double> searches;
    for (int i = 0; i < 200; ++i) {
        const QString name = u"Quistelworth"_s + QChar(u'a' + i % 26) + QChar(u'a' + i / 26);
        QElapsedTimer timer;
        timer.start();
        const auto changed = store
                                 .write([i, name](store::Connection &connection) -> Result<> {
                                     const store::PersonRepository people(connection);
                                     const auto id = people.findByExternalId(u"R%1"_s.arg(1 + i * 37));
                                     if (!id || !*id)
                                         return fail(ErrorCode::NotFound, u"person"_s);
                                     auto person = people.find(**id);
                                     if (!person || !*person)
                                         return fail(ErrorCode::NotFound, u"person"_s);
                                     (*person)->name.family = name;
                                     return people.update(**person);
                                 })
                                 .result();
        commits.push_back(milliseconds(timer));
        double took = 0;
        const auto found = ask(store, name, took);
        searches.push_back(took);
        if (!changed || found.empty())
            qFatal("a change was not found");
    }
    std::printf("a person changed: commit ms p50 %.2f p99 %.2f; the next search ms p50 %.2f p99 %.2f max %.2f\n",
                share(commits, 0.5), share(commits, 0.99), share(searches, 0.5), share(searches, 0.99),
                share(searches, 1));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    const auto value = [&files](const QString &option) {
        const qsizetype at = files.indexOf(option);
        if (at < 0 || at + 1 >= files.size())
            return QString();
        files.removeAt(at);
        return files.takeAt(at);
    };
    const QString typed = value(u"--typed"_s);
    const QString kept = value(u"--desk"_s);
    if (files.isEmpty() || (files.size() < 2 && typed.isEmpty())) {
        std::fprintf(stderr, "reeve_search_bench PEOPLE.tsv QUERIES.tsv... [--typed AGAIN.tsv]\n");
        return 2;
    }
    const QTemporaryDir folder;
    const QString desk = kept.isEmpty() ? folder.filePath(u"desk"_s) : kept;
    const bool isThere = QFileInfo::exists(desk);
    const SystemClock clock;
    store::Store::NewStore request;
    request.folder = desk;
    request.agentName = u"bench"_s;
    request.passphrase = crypto::Secret(QByteArrayView("bench-passphrase"));
    request.cost = {8ULL << 20, 1}; // what a guess costs is not what is measured here
    if (!isThere && !store::Store::create(request))
        qFatal("the bench cannot make a store");

    QElapsedTimer timer;
    timer.start();
    if (!isThere) {
        auto store = openStore(desk, clock);
        load(*store, files.first());
        std::printf("stored: %.1f s\n", milliseconds(timer) / 1e3);
        if (!store->awaitIndex())
            qFatal("no index");
        std::printf("stored and indexed: %.1f s\n", milliseconds(timer) / 1e3);
    }
    if (!isThere)
        std::printf("and the index stored: %.1f s\n", milliseconds(timer) / 1e3);

    auto store = openStore(desk, clock);
    const long before = residentMegabytes();
    timer.restart();
    if (!store->awaitIndex())
        qFatal("no index");
    std::printf("warm start: %.0f ms, %lld people; resident %ld MB, of which the index %ld MB\n", milliseconds(timer),
                static_cast<long long>(store->indexProgress().known), residentMegabytes(),
                residentMegabytes() - before);
    for (const QString &file : files.mid(1))
        run(*store, file);
    if (!typed.isEmpty())
        register_(*store, typed);
    if (kept.isEmpty())
        changeSome(*store);
    std::printf("resident %ld MB\n", residentMegabytes());
    return 0;
}
