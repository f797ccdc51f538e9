// SPDX-License-Identifier: MIT
// The sealed store beside a plain SQLite file with the same tables.
#include "tests/bench/bench_size.h"
#include "tests/bench/commit_times.h"
#include "tests/bench/council_people.h"
#include "tests/bench/plain_store.h"
#include "tests/bench/sealed_desk.h"

#include "core/domain/person_fields.h"
#include "core/domain/person_from_json.h"
#include "core/matching/search/search_card.h"
#include "core/services/interaction/interaction_service.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"
#include "core/store/store.h"

#include <benchmark/benchmark.h>

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

const QString noteText = QString(u"Bin at no. 15 missed twice; assisted collection. "_s).repeated(7).left(350);

domain::Interaction callNumber(qint64 number, IdSource &ids)
{
    domain::Interaction call;
    call.id = ids.next<struct domain::InteractionTag>();
    call.startedAt = fromMilliseconds(1795344120000 + number);
    call.endedAt = call.startedAt + std::chrono::minutes(5);
    call.reasons = {u"lgsl:524"_s};
    call.disposition = u"resolved"_s;
    call.notes = {{ids.next<struct domain::NoteTag>(), noteText, call.startedAt}};
    return call;
}

std::vector<PlainStore::Row> plainPeople()
{
    std::vector<PlainStore::Row> rows;
    for (const store::PulledPerson &pulled : pulledPeople()) {
        const auto person = domain::personFromFields(pulled.id, 1, QJsonDocument::fromJson(pulled.fields).object());
        QByteArray terms;
        for (const matching::SearchCard::Word &word : matching::searchCard(*person).words)
            terms += QByteArray::fromStdString(word.text) + ' ';
        rows.push_back({pulled.id.uuid().toRfc4122(), pulled.fields, terms});
    }
    return rows;
}

void durableCommitPlain(benchmark::State &state)
{
    const QTemporaryDir folder;
    PlainStore store(folder.filePath(u"plain.db"_s));
    const QByteArray payload = QByteArray("{\"note\":\"") + noteText.toUtf8() + QByteArray(250, ' ') + "\"}";
    qint64 number = 0;
    CommitTimes times;
    for (auto _ : state) {
        times.begin();
        store.commitInteraction(++number, payload, noteText.toUtf8());
        times.end();
    }
    times.tell(state);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(durableCommitPlain)->Name("durable commit/plain")->Iterations(2000)->Repetitions(5)->UseRealTime();

void durableCommitReeve(benchmark::State &state)
{
    SealedDesk sealed;
    services::InteractionService interactions(*sealed.desk);
    qint64 number = 0;
    CommitTimes times;
    for (auto _ : state) {
        times.begin();
        const auto saved = interactions.log({callNumber(++number, sealed.desk->ids())}).result();
        times.end();
        if (!saved || !saved->front())
            state.SkipWithError("not saved");
    }
    times.tell(state);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(durableCommitReeve)->Name("durable commit/reeve")->Iterations(2000)->Repetitions(5)->UseRealTime();

void bulkInsertPlain(benchmark::State &state)
{
    const std::vector<PlainStore::Row> rows = plainPeople();
    for (auto _ : state) {
        state.PauseTiming();
        const QTemporaryDir folder;
        PlainStore store(folder.filePath(u"plain.db"_s));
        state.ResumeTiming();
        for (std::size_t from = 0; from < rows.size(); from += pageSize)
            store.insertPeople(rows, from, std::min(rows.size(), from + pageSize));
    }
    state.SetItemsProcessed(state.iterations() * benchSize().people);
}
BENCHMARK(bulkInsertPlain)
    ->Name("bulk insert of people/plain")
    ->Iterations(1)
    ->Repetitions(3)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void bulkInsertReeve(benchmark::State &state)
{
    static_cast<void>(pulledPeople());
    for (auto _ : state) {
        state.PauseTiming();
        SealedDesk sealed;
        state.ResumeTiming();
        loadPeople(sealed.desk->store());
        if (!sealed.desk->store().awaitIndex())
            state.SkipWithError("not indexed");
        state.PauseTiming();
        sealed.desk.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * benchSize().people);
}
BENCHMARK(bulkInsertReeve)
    ->Name("bulk insert of people/reeve")
    ->Iterations(1)
    ->Repetitions(3)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// What reading people for an index takes, without storing them: Qt's JSON document alone, and our person.
void readPeoplePlain(benchmark::State &state)
{
    static_cast<void>(pulledPeople());
    for (auto _ : state) {
        for (const store::PulledPerson &pulled : pulledPeople())
            benchmark::DoNotOptimize(QJsonDocument::fromJson(pulled.fields));
    }
}
BENCHMARK(readPeoplePlain)->Name("read people/plain")->Iterations(1)->Repetitions(3)->Unit(benchmark::kMillisecond);

void readPeopleReeve(benchmark::State &state)
{
    static_cast<void>(pulledPeople());
    for (auto _ : state) {
        for (const store::PulledPerson &pulled : pulledPeople())
            benchmark::DoNotOptimize(domain::personFromJson(pulled.id, pulled.revision, pulled.fields));
    }
}
BENCHMARK(readPeopleReeve)->Name("read people/reeve")->Iterations(1)->Repetitions(3)->Unit(benchmark::kMillisecond);

const std::vector<QString> queries{u"smith aa1"_s, u"jon"_s,       u"williams 1979"_s, u"07700 900123"_s,
                                   u"ann jones"_s, u"21/6/1979"_s, u"pat"_s,           u"mohammed kh"_s};
const std::vector<QByteArray> expressions{"\"smith\" AND \"aa1\" *",
                                          "\"jon\" *",
                                          "\"williams\" AND \"1979\" *",
                                          "\"7700900123\"",
                                          "\"ann\" AND \"jones\" *",
                                          "\"19790621\"",
                                          "\"pat\" *",
                                          "\"mohammed\" AND \"kh\" *"};

void fullTextPlain(benchmark::State &state)
{
    const QTemporaryDir folder;
    PlainStore store(folder.filePath(u"plain.db"_s));
    const std::vector<PlainStore::Row> rows = plainPeople();
    store.insertPeople(rows, 0, rows.size());
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(store.countMatches(expressions[next++ % expressions.size()]));
}
BENCHMARK(fullTextPlain)->Name("full-text query/plain")->Iterations(800)->UseRealTime();

// What a search begins with; each of these alone must answer within 10 ms.
const std::vector<QString> shortQueries{u"j"_s, u"a"_s, u"sm"_s, u"smith j"_s, u"ann w"_s, u"jones 19"_s};

void fullTextReeve(benchmark::State &state, const std::vector<QString> &asked)
{
    SealedDesk sealed;
    loadPeople(sealed.desk->store());
    std::size_t next = 0;
    for (auto _ : state) {
        const QString query = asked[next++ % asked.size()];
        const auto hits = sealed.desk->store()
                              .read([query](store::Connection &connection) {
                                  return store::PersonSearch(connection).search(query, 20, QDate(2026, 11, 22));
                              })
                              .result();
        if (!hits)
            state.SkipWithError("no answer");
    }
}
BENCHMARK_CAPTURE(fullTextReeve, words, queries)->Name("full-text query/reeve")->Iterations(800)->UseRealTime();
const bool areShortRegistered = [] {
    for (const QString &query : shortQueries) {
        const std::string name = "short query \"" + query.toStdString() + "\"/reeve";
        benchmark::RegisterBenchmark(name.c_str(), fullTextReeve, std::vector<QString>{query})
            ->Iterations(100)
            ->UseRealTime();
    }
    return true;
}();

} // namespace

} // namespace reeve::bench
