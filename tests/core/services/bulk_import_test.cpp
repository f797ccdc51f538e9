// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"
#include "core/services/person/bulk_import.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/person/person_service.h"
#include "core/store/person_repository.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonDocument>

#include <algorithm>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using services::BulkImport;
using services::ImportedRow;
using services::ImportOutcome;
using services::PersonColumns;

namespace {

const QStringList header{u"id"_s, u"given_name"_s, u"family_name"_s, u"date_of_birth"_s, u"phone"_s, u"postcode"_s};

QStringList row(const QString &id, const QString &given, const QString &family, const QString &born = {},
                const QString &phone = {})
{
    return {id, given, family, born, phone, u"AA1 1AA"_s};
}

std::unique_ptr<BulkImport> begin(const DeskFolder &folder)
{
    auto import = BulkImport::begin(folder.desk(), *PersonColumns::read(header));
    REQUIRE(import);
    return std::move(*import);
}

std::vector<ImportedRow> stored(BulkImport &import, const std::vector<QStringList> &rows,
                                const BulkImport::BeforeCommit &beforeCommit = {})
{
    auto outcomes = await(import.store(import.makeReady(rows), beforeCommit));
    REQUIRE(outcomes);
    return *outcomes;
}

qint64 countPeople(const DeskFolder &folder)
{
    return *folder.write([](store::Connection &c) { return store::PersonRepository(c).count(); });
}

} // namespace

TEST_CASE("people brought in in bulk are found, queued and the same as those brought in one by one", "[import]")
{
    DeskFolder folder;
    {
        const auto import = begin(folder);
        const auto outcomes = stored(
            *import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s, u"21/6/1979"_s, u"07700 900123"_s), row(u"C2"_s, {}, {}),
                      row(u"C3"_s, u"Zoë"_s, u"O'Neill"_s, u"31/02/1979"_s), row(u"C4"_s, u"Peter"_s, u"Morris"_s)});
        REQUIRE(outcomes.size() == 4);
        CHECK(*outcomes[0].outcome == ImportOutcome::Imported);
        CHECK(outcomes[1].outcome.error().code == ErrorCode::InvalidInput);
        CHECK(outcomes[2].outcome.error().detail == u"date_of_birth: not a date"_s);
        CHECK(*outcomes[3].outcome == ImportOutcome::Imported);
        REQUIRE(import->finish({}));
    }
    const services::PersonService people(folder.desk());
    for (bool isReopened : {false, true}) {
        if (isReopened)
            folder.reopen();
        const auto hits = await(services::PersonService(folder.desk()).search(u"haywrd joan 1979"_s, 5));
        REQUIRE(hits);
        REQUIRE(hits->size() == 1);
        CHECK(hits->front().externalId == u"C1"_s);
    }
    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].sequence == 1);
    CHECK(entries[0].kind == store::EntryKind::PersonCreated);
    const auto payload = QJsonDocument::fromJson(entries[0].payload).object();
    CHECK(payload.value(u"id"_s).toString() == domain::PersonId(entries[0].aggregate).toString());
    const auto fields = payload.value(u"fields"_s).toObject();
    CHECK(fields.value(u"family_name"_s) == u"Hayward"_s);
    CHECK(fields.value(u"contact/import-phone"_s).toObject().value(u"normalised"_s) == u"+447700900123"_s);

    // The same file through the other way changes nothing: what is stored is what it would store.
    const services::PersonImport oneByOne(folder.desk(), *PersonColumns::read(header));
    const auto again =
        await(oneByOne.store({row(u"C1"_s, u"Joan"_s, u"Hayward"_s, u"21/6/1979"_s, u"07700 900123"_s)}));
    REQUIRE(again);
    CHECK(*again->front() == ImportOutcome::Unchanged);
}

TEST_CASE("a reference that is here already, or came earlier in the file, is changed and not added", "[import]")
{
    DeskFolder folder;
    const auto import = begin(folder);
    stored(*import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s)});
    const auto outcomes = stored(*import, {row(u"C2"_s, u"Peter"_s, u"Morris"_s), row(u"C1"_s, u"Joan"_s, u"Hayward"_s),
                                           row(u"C1"_s, u"Joanna"_s, u"Hayward"_s),
                                           row(u"C2"_s, u"Pete"_s, u"Morris"_s), row(u"C3"_s, u"Ann"_s, u"Morris"_s)});
    CHECK(*outcomes[0].outcome == ImportOutcome::Imported);
    CHECK(*outcomes[1].outcome == ImportOutcome::Unchanged);
    CHECK(*outcomes[2].outcome == ImportOutcome::Updated);
    CHECK(*outcomes[3].outcome == ImportOutcome::Updated);
    CHECK(*outcomes[4].outcome == ImportOutcome::Imported);
    REQUIRE(import->finish({}));
    CHECK(countPeople(folder) == 3);
    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 5);
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(entries[i].sequence == static_cast<qint64>(i) + 1);
    const services::PersonService people(folder.desk());
    CHECK(await(people.search(u"joanna hayward"_s, 5))->size() == 1);
    CHECK(await(people.search(u"ann morris"_s, 5))->front().externalId == u"C3"_s);
}

TEST_CASE("rows that are stored together are stored before anybody looks for them", "[import]")
{
    DeskFolder folder;
    const auto import = begin(folder);
    std::vector<QStringList> rows;
    for (int n = 1; n <= 25; ++n)
        rows.push_back(row(u"C%1"_s.arg(n), u"Joan"_s, u"Hayward%1"_s.arg(n), QString::number(1940 + n)));
    rows[12] = row(u"C12"_s, u"Joanna"_s, u"Hayward12"_s); // of the row before
    rows[15] = row(u"C16"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s);
    rows[16] = row(u"C17"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s);
    const auto outcomes = stored(*import, rows);
    CHECK(*outcomes[12].outcome == ImportOutcome::Updated);
    REQUIRE(outcomes[16].duplicate);
    CHECK(outcomes[16].duplicate->externalId == u"C16"_s);
    REQUIRE(import->finish({}));
    CHECK(countPeople(folder) == 24);

    const auto entries = folder.outbox();
    REQUIRE(entries.size() == 25);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(entries[i].sequence == static_cast<qint64>(i) + 1);
        const bool isEdit = i == 12;
        CHECK((entries[i].kind == store::EntryKind::PersonEdited) == isEdit);
        const QString reference = QJsonDocument::fromJson(entries[i].payload)[u"fields"_s][u"external_id"_s].toString();
        CHECK((isEdit || reference == u"C%1"_s.arg(i + 1)));
    }
    const services::PersonService people(folder.desk());
    CHECK(await(people.search(u"hayward25 1965"_s, 5))->front().externalId == u"C25"_s);
    CHECK(await(people.search(u"joanna hayward12"_s, 5))->front().externalId == u"C12"_s);
}

TEST_CASE("many rows at once are the same as a few, and the outbox is guarded again behind them", "[import]")
{
    DeskFolder folder;
    const auto import = begin(folder);
    std::vector<QStringList> rows;
    for (int n = 1; n <= 1207; ++n)
        rows.push_back(row(u"C%1"_s.arg(n), u"Joan"_s, u"Hayward%1"_s.arg(n), QString::number(1900 + n % 100)));
    rows[1100] = row(u"C5"_s, u"Joanna"_s, u"Hayward5"_s); // of one who waits with all of them
    const auto outcomes = stored(*import, rows);
    CHECK(*outcomes[1100].outcome == ImportOutcome::Updated);
    stored(*import, {row(u"D1"_s, u"Peter"_s, u"Morris"_s)});
    REQUIRE(import->finish({}));
    CHECK(countPeople(folder) == 1207);

    const auto compared = folder.write([](store::Connection &c) -> Result<int> {
        const auto entries = store::Outbox(c).waiting(0, 2000, 100'000'000);
        if (!entries)
            return fail(entries);
        int same = 0;
        for (const store::OutboxEntry &entry : *entries) {
            const auto payload = QJsonDocument::fromJson(entry.payload);
            const domain::PersonId id(entry.aggregate);
            const auto person = store::PersonRepository(c).findOwn(id);
            if (!person)
                return fail(person);
            const bool isFifth = (*person)->externalId == u"C5"_s;
            same += static_cast<int>(entry.sequence == same + 1 && id.toString() == payload[u"id"_s].toString() &&
                                     payload.toJson(QJsonDocument::Compact) == entry.payload && // as Job::queue()
                                     (isFifth || domain::toFields(**person) == payload[u"fields"_s].toObject()));
        }
        return same;
    });
    CHECK(compared.value() == 1208);

    const auto gap = folder.write([](store::Connection &c) {
        return c.execute(
            u"INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time,"
            " monotonic, skew, has_restricted, content_hash, payload) VALUES (9999, randomblob(16),"
            " 'person_created', randomblob(16), NULL, 0, 'a', 0, 0, 0, 0, x'', x'7b7d')"_s);
    });
    CHECK_FALSE(gap);
}

TEST_CASE("who may be known already is brought in and named, never merged", "[import]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    const auto here = await(people.add(joan()));
    REQUIRE(here);
    const auto import = begin(folder);
    const QString phone = u"07700 900123"_s;
    const auto outcomes =
        stored(*import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s, u"21/6/1979"_s, phone), // Joan who is here
                         row(u"C2"_s, u"Peter"_s, u"Hayward"_s, u"3/4/1980"_s, phone), // her household
                         row(u"C3"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s),
                         row(u"C4"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s), // twice in the file
                         row(u"C5"_s, u"Ann"_s, u"Morris"_s)}); // the name and the postcode
    const auto later = stored(*import, {row(u"C6"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s)});
    REQUIRE(import->finish({}));
    CHECK(countPeople(folder) == 7);

    REQUIRE(outcomes[0].duplicate);
    CHECK(outcomes[0].duplicate->person == *here);
    CHECK_FALSE(outcomes[1].duplicate);
    CHECK_FALSE(outcomes[2].duplicate);
    REQUIRE(outcomes[3].duplicate);
    CHECK(outcomes[3].duplicate->externalId == u"C3"_s);
    REQUIRE(outcomes[4].duplicate); // the same name at one postcode, and no date of birth: may be
    CHECK(outcomes[4].duplicate->outcome == matching::MatchOutcome::Potential);
    REQUIRE(later[0].duplicate);
    CHECK(later[0].duplicate->externalId == u"C3"_s);
    CHECK(folder.outbox().size() == 7); // nothing but the people

    // They are in the list that is reviewed, without a search.
    folder.reopen();
    const auto waiting = await(services::DuplicateService(folder.desk()).waiting());
    REQUIRE(waiting);
    REQUIRE(waiting->pairs.size() == 4);
    const auto isOfHere = [&here](const services::DuplicateCandidate &pair) { return pair.left.id == *here; };
    const auto found = std::find_if(waiting->pairs.cbegin(), waiting->pairs.cend(), isOfHere);
    REQUIRE(found != waiting->pairs.cend());
    CHECK(found->right.externalId == u"C1"_s);
    CHECK(found->outcome == outcomes[0].duplicate->outcome);
}

TEST_CASE(
    "of those who share a telephone and a given name, they are compared who agree in something else or say no more",
    "[import]")
{
    DeskFolder folder;
    const auto import = begin(folder);
    const QString phone = u"07700 900123"_s;
    const auto person = [&phone](const QString &id, const QString &family, const QString &born,
                                 const QString &postcode) {
        return QStringList{id, u"Joan"_s, family, born, phone, postcode};
    };
    stored(*import, {person(u"C1"_s, u"Hayward"_s, u"21/6/1979"_s, u"AA1 1AA"_s)});
    const auto outcomes = stored(*import, {person(u"C2"_s, u"Morris"_s, u"21/6/1979"_s, u"AA1 1AA"_s), // married
                                           person(u"C3"_s, u"Okafor"_s, u"3/4/1991"_s, u"AA7 7AA"_s),
                                           person(u"C4"_s, u"Hayward"_s, u""_s, u"AA1 1AA"_s)});
    REQUIRE(outcomes[0].duplicate);
    CHECK(outcomes[0].duplicate->externalId == u"C1"_s);
    CHECK_FALSE(outcomes[1].duplicate);
    REQUIRE(outcomes[2].duplicate);
    CHECK(outcomes[2].duplicate->externalId == u"C1"_s);
}

TEST_CASE("how far a file has come is stored with its rows, or neither is", "[import]")
{
    DeskFolder folder;
    const QByteArray digest(32, 'd');
    {
        const auto import = begin(folder);
        CHECK_FALSE(import->earlier(digest).value());
        stored(*import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s)}, [&](const std::vector<ImportedRow> &rows) {
            domain::ImportRun run;
            run.digest = digest;
            run.rows = static_cast<qint64>(rows.size());
            run.imported = 1;
            return Result<domain::ImportRun>(run);
        });
        const auto failed = await(
            import->store(import->makeReady({row(u"C2"_s, u"Ann"_s, u"Morris"_s)}),
                          [](const auto &) -> Result<domain::ImportRun> { return fail(ErrorCode::Io, u"full"_s); }));
        CHECK_FALSE(failed);
    }
    folder.reopen();
    CHECK(countPeople(folder) == 1);
    const auto import = begin(folder);
    const auto run = import->earlier(digest).value();
    REQUIRE(run);
    CHECK(run->rows == 1);
    CHECK_FALSE(run->finishedAt);
    const services::PersonService people(folder.desk());
    CHECK(await(people.search(u"morris"_s, 5))->empty());
    stored(*import, {row(u"C2"_s, u"Ann"_s, u"Morris"_s)});
    REQUIRE(import->finish({}));
    CHECK(await(people.search(u"morris"_s, 5))->size() == 1);
}

TEST_CASE("each import leaves a trace of who brought in what, and how much of it", "[import][audit]")
{
    DeskFolder folder;
    domain::ImportRun run;
    run.digest = QByteArray(32, '\x1f');
    const auto after = [&run](const std::vector<ImportedRow> &rows) -> Result<domain::ImportRun> {
        run.rows += qint64(rows.size());
        ++run.imported;
        ++run.rejected;
        return run;
    };
    const auto import = begin(folder);
    (void)stored(*import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s), row(u"C2"_s, {}, {})}, after);
    (void)stored(*import, {row(u"C3"_s, u"Peter"_s, u"Morris"_s), row(u"C4"_s, {}, {})}, after);
    // Cut off here, it would have left this.
    REQUIRE(folder.audit().size() == 1);
    CHECK(folder.audit().front().value(u"action"_s) == u"import_started"_s);
    run.finishedAt = folder.clock().now();
    REQUIRE(import->finish(run));

    const auto trace = folder.audit();
    REQUIRE(trace.size() == 2);
    CHECK(trace[1].value(u"action"_s) == u"people_imported"_s);
    CHECK(trace[1].value(u"outcome"_s) == u"done"_s);
    CHECK(trace[1].value(u"agent"_s) == u"asha.patel"_s);
    const QJsonObject details = trace[1].value(u"details"_s).toObject();
    CHECK(details.value(u"file"_s) == u"1f"_s.repeated(32));
    CHECK(details.value(u"rows"_s) == 4);
    CHECK(details.value(u"imported"_s) == 2);
    CHECK(details.value(u"updated"_s) == 0);
    CHECK(details.value(u"rejected"_s) == 2);
    CHECK(details.contains(u"started_at"_s));
    for (const QJsonObject &record : trace)
        CHECK_FALSE(QJsonDocument(record).toJson().contains("Hayward"));
}

TEST_CASE("on a desk whose people are locked nobody is brought in, for that would tell who is here", "[import]")
{
    DeskFolder folder;
    REQUIRE(folder.write([now = folder.clock().now()](store::Connection &connection) -> Result<> {
        store::DeskState state;
        state.device = domain::DeviceId(QUuid::createUuid());
        state.deskName = u"Desk 14"_s;
        state.centralUri = u"postgresql://centre.example.org/reeve"_s;
        state.lastSyncAt = now;
        return store::DeskRepository(connection).setState(state);
    }));
    const auto import = begin(folder);
    (void)stored(*import, {row(u"C1"_s, u"Joan"_s, u"Hayward"_s)});

    folder.clock().advance(std::chrono::hours(8 * 24));
    CHECK(await(import->store(import->makeReady({row(u"C2"_s, u"Ann"_s, u"Morris"_s)}), {})).error() ==
          Error{ErrorCode::Denied,
                u"lease expired: people are shown again after the next sync; new work is taken and kept"_s});
    CHECK(countPeople(folder) == 1);
    CHECK(BulkImport::begin(folder.desk(), *PersonColumns::read(header)).error().code == ErrorCode::Denied);
}
