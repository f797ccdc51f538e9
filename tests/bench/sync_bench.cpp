// SPDX-License-Identifier: MIT
// Push and pull through the whole program (sealed store, driver, libpq, reeve_api) beside libpq and SQLite alone, on
// loopback and over a line of 40 ms round trip.
#include "core/store/store.h"
#include "tests/bench/bench_size.h"
#include "tests/bench/central_desk.h"
#include "tests/bench/plain_central.h"

#include "core/services/interaction/interaction_service.h"
#include "tests/support/delay_line.h"

#include <benchmark/benchmark.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::bench {

namespace {

domain::Interaction backlogEntry(qint64 number, IdSource &ids)
{
    domain::Interaction call;
    call.id = ids.next<struct domain::InteractionTag>();
    call.startedAt = fromMilliseconds(1795344120000 + number);
    call.endedAt = call.startedAt + 5min;
    call.reasons = {u"lgsl:524"_s};
    call.disposition = u"resolved"_s;
    call.notes = {{ids.next<struct domain::NoteTag>(),
                   QString(u"Bin at no. 15 missed twice; assisted collection. "_s).repeated(7).left(350),
                   call.startedAt}};
    return call;
}

void logBacklog(services::Desk &desk)
{
    const services::InteractionService interactions(desk);
    for (qint64 done = 0; done < benchSize().backlog;) {
        std::vector<domain::Interaction> group;
        for (int i = 0; i < 500 && done < benchSize().backlog; ++i)
            group.push_back(backlogEntry(done++, desk.ids()));
        if (!interactions.log(group).result())
            qFatal("the backlog was not saved");
    }
}

std::vector<std::string> plainBatches(IdSource &ids)
{
    std::vector<std::string> batches;
    for (qint64 done = 0; done < benchSize().backlog;) {
        QJsonArray entries;
        for (int i = 0; i < 500 && done < benchSize().backlog; ++i) {
            const domain::Interaction call = backlogEntry(done++, ids);
            entries.append(QJsonObject{
                {u"id"_s, call.id.toString()},
                {u"payload"_s, QString::fromUtf8(QJsonDocument(domain::toJson(call)).toJson(QJsonDocument::Compact))}});
        }
        batches.push_back(QJsonDocument(entries).toJson(QJsonDocument::Compact).toStdString());
    }
    return batches;
}

// The port to talk to: the server's own, or one that is `oneWay` away.
quint16 portAt(std::chrono::microseconds oneWay, std::unique_ptr<test::DelayLine> &line)
{
    const quint16 port = BenchCentre::instance().port();
    if (oneWay == 0us)
        return port;
    line = std::make_unique<test::DelayLine>(port, oneWay);
    return line->port();
}

void pushPlain(benchmark::State &state, std::chrono::microseconds oneWay)
{
    SystemClock clock;
    IdSource ids(clock);
    std::unique_ptr<test::DelayLine> line;
    const std::string conninfo = BenchCentre::instance().uri(portAt(oneWay, line)).toStdString();
    for (auto _ : state) {
        const std::vector<std::string> batches = plainBatches(ids);
        if (!preparePlainPush(BenchCentre::instance().uri(BenchCentre::instance().port()).toStdString()))
            state.SkipWithError("not prepared");
        const double seconds = plainPush(conninfo, batches);
        if (seconds < 0)
            state.SkipWithError("not pushed");
        state.SetIterationTime(seconds);
    }
}

void pushReeve(benchmark::State &state, std::chrono::microseconds oneWay)
{
    std::unique_ptr<test::DelayLine> line;
    const quint16 port = portAt(oneWay, line);
    const BenchCentre::EnrolledDesk enrolled = BenchCentre::instance().enrol();
    BenchCentre::instance().sync(*enrolled.desk, BenchCentre::instance().port()); // the first load is not measured here
    for (auto _ : state) {
        logBacklog(*enrolled.desk);
        const auto start = std::chrono::steady_clock::now();
        BenchCentre::instance().sync(*enrolled.desk, port);
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
}

void pullPlain(benchmark::State &state, std::chrono::microseconds oneWay)
{
    std::unique_ptr<test::DelayLine> line;
    const std::string conninfo = BenchCentre::instance().uri(portAt(oneWay, line)).toStdString();
    for (auto _ : state) {
        const QTemporaryDir folder;
        const double seconds = plainPull(conninfo, folder.filePath(u"plain.db"_s).toStdString());
        if (seconds < 0)
            state.SkipWithError("not pulled");
        state.SetIterationTime(seconds);
    }
}

void pullReeve(benchmark::State &state, std::chrono::microseconds oneWay)
{
    std::unique_ptr<test::DelayLine> line;
    const quint16 port = portAt(oneWay, line);
    for (auto _ : state) {
        const BenchCentre::EnrolledDesk enrolled = BenchCentre::instance().enrol();
        const auto start = std::chrono::steady_clock::now();
        BenchCentre::instance().sync(*enrolled.desk, port);
        if (!enrolled.desk->store().awaitIndex())
            state.SkipWithError("not indexed");
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
}

template <typename Function>
void measure(const char *name, Function function, std::chrono::microseconds oneWay)
{
    benchmark::RegisterBenchmark(name, function, oneWay)
        ->Iterations(1)
        ->Repetitions(3)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

const bool areRegistered = [] {
    measure("push of the backlog, loopback/plain", pushPlain, 0us);
    measure("push of the backlog, loopback/reeve", pushReeve, 0us);
    measure("push of the backlog, 40 ms/plain", pushPlain, 20ms);
    measure("push of the backlog, 40 ms/reeve", pushReeve, 20ms);
    measure("first load, loopback/plain", pullPlain, 0us);
    measure("first load, loopback/reeve", pullReeve, 0us);
    measure("first load, 40 ms/plain", pullPlain, 20ms);
    measure("first load, 40 ms/reeve", pullReeve, 20ms);
    return true;
}();

} // namespace

} // namespace reeve::bench
