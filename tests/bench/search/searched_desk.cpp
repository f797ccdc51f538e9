// SPDX-License-Identifier: MIT
#include "tests/bench/search/searched_desk.h"

#include "core/services/person/likely_matches.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "tests/bench/search/answers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>

#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

const QDate today(2026, 11, 22);
constexpr std::size_t pageSize = 10000;
constexpr std::size_t mostTyped = 5000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

SearchedDesk::SearchedDesk(const QString &folder, const QString &peopleFile) : m_folder(folder)
{
    if (!QFileInfo::exists(folder))
        make(peopleFile);
    m_store = open();
    const long before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    if (!m_store->awaitIndex())
        qFatal("no index");
    std::printf("warm start: %.0f ms, %lld people; resident %ld MB, of which the index %ld MB\n", milliseconds(timer),
                static_cast<long long>(m_store->indexProgress().known), residentMegabytes(),
                residentMegabytes() - before);
}

std::unique_ptr<store::Store> SearchedDesk::open() const
{
    auto opened = store::Store::open(m_folder, u"bench"_s, crypto::Secret(QByteArrayView("bench-passphrase")), m_clock);
    if (!opened)
        qFatal("the store does not open");
    return std::move(*opened);
}

void SearchedDesk::make(const QString &peopleFile) const
{
    store::Store::NewStore request;
    request.folder = m_folder;
    request.agentName = u"bench"_s;
    request.passphrase = crypto::Secret(QByteArrayView("bench-passphrase"));
    request.cost = {8ULL << 20, 1}; // what a guess costs is not what is measured here
    if (!store::Store::create(request))
        qFatal("the bench cannot make a store");
    QElapsedTimer timer;
    timer.start();
    {
        const auto store = open();
        Borough borough(peopleFile);
        if (!borough.isOpen())
            qFatal("no such file");
        for (auto people = borough.next(pageSize); !people.empty(); people = borough.next(pageSize)) {
            const auto ready =
                std::make_shared<const std::vector<store::PreparedPerson>>(store::prepare(std::move(people)));
            const auto stored = store->write([ready](store::Connection &connection) {
                return store::PersonRepository(connection).applyPulled(*ready);
            });
            if (!stored.result())
                qFatal("people were not stored");
        }
        std::printf("stored: %.1f s\n", milliseconds(timer) / 1e3);
        if (!store->awaitIndex())
            qFatal("no index");
        std::printf("stored and indexed: %.1f s\n", milliseconds(timer) / 1e3);
    }
    std::printf("and the index stored: %.1f s\n", milliseconds(timer) / 1e3);
}

QStringList SearchedDesk::ask(const QString &query)
{
    const auto found = m_store
                           ->read([query](store::Connection &connection) {
                               return store::PersonSearch(connection).search(query, 10, today);
                           })
                           .result();
    if (!found)
        qFatal("the search failed");
    QStringList references;
    for (const store::PersonMatch &match : *found)
        references << match.externalId;
    return references;
}

void SearchedDesk::askEach(const QString &queryFile)
{
    askAll(readQueries(queryFile), [this](const QString &query) { return ask(query); }).print(u"reeve, "_s + queryFile);
}

void SearchedDesk::typeEach(const QString &peopleFile)
{
    Borough again(peopleFile);
    Answers answers;
    for (domain::Person &typed : again.people(mostTyped)) {
        const QString truth = std::exchange(typed.externalId, {});
        typed.id = {};
        QElapsedTimer timer;
        timer.start();
        const auto found = m_store
                               ->read([&typed](store::Connection &connection) {
                                   return services::findLikelyMatches(connection, typed, 10);
                               })
                               .result();
        const double took = milliseconds(timer);
        if (!found)
            qFatal("the question failed");
        QStringList references;
        for (const services::LikelyPerson &likely : found->people)
            references << likely.hit.externalId;
        answers.add({}, truth, references, took);
        QThread::usleep(500);
    }
    answers.printAll(u"do we know them"_s);
}

void SearchedDesk::changeSome()
{
    std::vector<double> commits;
    std::vector<double> searches;
    for (int i = 0; i < 200; ++i) {
        const QString name = u"Quistelworth"_s + QChar(u'a' + i % 26) + QChar(u'a' + i / 26);
        QElapsedTimer timer;
        timer.start();
        const auto changed = m_store
                                 ->write([i, name](store::Connection &connection) -> Result<> {
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
        timer.restart();
        const bool isFound = !ask(name).isEmpty();
        searches.push_back(milliseconds(timer));
        if (!changed || !isFound)
            qFatal("a change was not found");
    }
    std::printf("a person changed: commit ms p50 %.2f p99 %.2f; the next search ms p50 %.2f p99 %.2f max %.2f\n",
                percentile(commits, 0.5), percentile(commits, 0.99), percentile(searches, 0.5),
                percentile(searches, 0.99), percentile(searches, 1));
}

long SearchedDesk::residentMegabytes()
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

} // namespace reeve::bench
