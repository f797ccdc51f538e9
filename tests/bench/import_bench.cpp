// SPDX-License-Identifier: MIT
// People brought in from rows of a file, with the index they are found in; and words looked for in notes.
#include "tests/bench/bench_size.h"
#include "tests/bench/council_people.h"
#include "tests/bench/sealed_desk.h"

#include "core/domain/person_fields.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/bulk_import.h"
#include "core/store/store.h"

#include <benchmark/benchmark.h>

#include <QJsonDocument>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

constexpr std::size_t rowsAtOnce = 20'000;

const QStringList header{u"id"_s,          u"title"_s,    u"given_name"_s,    u"middle_name"_s,
                         u"family_name"_s, u"known_as"_s, u"date_of_birth"_s, u"phone"_s,
                         u"email"_s,       u"address"_s,  u"postcode"_s,      u"uprn"_s};

std::vector<QStringList> fileOfPeople()
{
    std::vector<QStringList> rows;
    for (const store::PulledPerson &pulled : pulledPeople()) {
        const auto person = domain::personFromFields(pulled.id, 1, QJsonDocument::fromJson(pulled.fields).object());
        const domain::Address home = person->homeAddress() ? *person->homeAddress() : domain::Address();
        QString phone;
        QString email;
        for (const domain::ContactPoint &point : person->contactPoints)
            (point.kind == domain::ContactKind::Phone ? phone : email) = point.value;
        rows.push_back({person->externalId, person->name.title, person->name.given, person->name.middle,
                        person->name.family, person->knownAs,
                        person->dateOfBirth ? person->dateOfBirth->toIso() : QString(), phone, email, home.text,
                        home.postcode, home.uprn ? QString::number(*home.uprn) : QString()});
    }
    return rows;
}

// One core's time as `CPU`: rows are made ready on one thread and stored on another.
void importReeve(benchmark::State &state)
{
    const std::vector<QStringList> rows = fileOfPeople();
    const auto columns = services::PersonColumns::read(header);
    for (auto _ : state) {
        state.PauseTiming();
        SealedDesk sealed;
        state.ResumeTiming();
        const auto import = services::BulkImport::begin(*sealed.desk, *columns);
        QFuture<Result<std::vector<services::ImportedRow>>> pending;
        for (std::size_t from = 0; from < rows.size(); from += rowsAtOnce) {
            const auto begin = rows.cbegin() + static_cast<std::ptrdiff_t>(from);
            const auto end = rows.cbegin() + static_cast<std::ptrdiff_t>(std::min(rows.size(), from + rowsAtOnce));
            const auto batch = (*import)->makeReady({begin, end});
            if (from > 0 && !pending.result())
                state.SkipWithError("not stored");
            pending = (*import)->store(batch, {});
        }
        if (!pending.result() || !(*import)->finish({}))
            state.SkipWithError("not stored");
        state.PauseTiming();
        sealed.desk.reset();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<qint64>(rows.size()));
}
BENCHMARK(importReeve)
    ->Name("import of people/reeve")
    ->Iterations(1)
    ->Repetitions(3)
    ->MeasureProcessCPUTime()
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

// Notes of some forty words out of a vocabulary in which few words are frequent and many are rare.
QString noteOf(qint64 number)
{
    static const std::array<QString, 12> frequent{u"bin"_s,    u"missed"_s,  u"council"_s, u"tax"_s,
                                                  u"called"_s, u"again"_s,   u"asked"_s,   u"the"_s,
                                                  u"letter"_s, u"housing"_s, u"repair"_s,  u"about"_s};
    QString note;
    quint64 state = static_cast<quint64>(number) * 0x9E3779B97F4A7C15ULL + 1;
    for (int word = 0; word < 40; ++word) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto drawn = static_cast<std::size_t>(state >> 40);
        note += drawn % 3 == 0 ? u"street"_s + QString::number(drawn % 5000) : frequent[drawn % frequent.size()];
        note += u' ';
    }
    return note.trimmed();
}

void logNotes(services::Desk &desk, qint64 count)
{
    const services::InteractionService interactions(desk);
    for (qint64 from = 0; from < count; from += 1000) {
        std::vector<domain::Interaction> batch;
        for (qint64 number = from; number < std::min(count, from + 1000); ++number) {
            domain::Interaction call;
            call.startedAt = fromMilliseconds(1795344120000 + 1000 * number);
            call.endedAt = call.startedAt + std::chrono::minutes(5);
            call.reasons = {u"lgsl:524"_s};
            call.disposition = u"resolved"_s;
            call.notes = {{{}, noteOf(number), call.startedAt}};
            batch.push_back(call);
        }
        static_cast<void>(interactions.log(batch).result());
    }
}

void notesReeve(benchmark::State &state)
{
    SealedDesk sealed;
    logNotes(*sealed.desk, benchSize().people / 2);
    const services::InteractionService interactions(*sealed.desk);
    while (interactions.findNotes(u"bin"_s, 1).result()->missing > 0) {
    }
    const std::array<QString, 6> queries{u"bin"_s,         u"mis"_s,        u"street42 letter"_s,
                                         u"housing rep"_s, u"street1234"_s, u"heron"_s};
    std::size_t next = 0;
    for (auto _ : state) {
        const auto found = interactions.findNotes(queries[next++ % queries.size()], 12).result();
        if (!found)
            state.SkipWithError("no answer");
    }
}
BENCHMARK(notesReeve)->Name("words in notes/reeve")->Iterations(600)->UseRealTime()->Unit(benchmark::kMillisecond);

} // namespace

} // namespace reeve::bench
