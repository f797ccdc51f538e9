// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include <QElapsedTimer>

#include <atomic>
#include <libpq-fe.h>
#include <memory>
#include <random>
#include <set>
#include <thread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

using Postgres = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Answer run(const Postgres &connection, const QByteArray &sql)
{
    return Answer(PQexec(connection.get(), sql.constData()), &PQclear);
}

// Writes people and their line in the change log for as long as `isOn`: one to three a transaction, with pauses between
// the line and the commit, and one in twenty rolled back.
void writePeople(const QByteArray &uri, unsigned seed, const std::atomic<bool> &isOn)
{
    const Postgres connection(PQconnectdb(uri.constData()), &PQfinish);
    std::minstd_rand random(seed);
    while (isOn) {
        (void)run(connection, "BEGIN");
        for (unsigned i = 0; i <= random() % 3; ++i) {
            (void)run(connection, "WITH p AS (INSERT INTO reeve.person (id, fields)"
                                  " VALUES (gen_random_uuid(), '{\"family_name\":\"A\"}') RETURNING id)"
                                  " INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, id, id FROM p");
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 15'000));
        }
        (void)run(connection, random() % 20 == 0 ? "ROLLBACK" : "COMMIT");
    }
}

} // namespace

TEST_CASE("beside eight writers the change log loses no row and tells none twice; a sequence cursor loses many",
          "[central][stress]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QByteArray uri = centre.uri().toUtf8();
    std::atomic<bool> isOn = true;
    std::vector<std::thread> writers;
    for (unsigned i = 0; i < 8; ++i)
        writers.emplace_back([&, i] { writePeople(uri, i + 1, isOn); });

    const Postgres control(PQconnectdb(uri.constData()), &PQfinish);
    std::set<QUuid> pulled;
    std::set<QUuid> bySequence;
    int twice = 0;
    QByteArray lastNumber = "0";
    const auto readBoth = [&] {
        const auto page = desk.pull(500);
        REQUIRE(page);
        for (const auto &person : page->people)
            twice += pulled.insert(person.id.uuid()).second ? 0 : 1;
        const Answer rows =
            run(control, "SELECT n, pk FROM reeve.change_log WHERE n > " + lastNumber + " ORDER BY n LIMIT 500");
        for (int row = 0; row < PQntuples(rows.get()); ++row) {
            lastNumber = PQgetvalue(rows.get(), row, 0);
            bySequence.insert(QUuid::fromString(QLatin1StringView(PQgetvalue(rows.get(), row, 1))));
        }
    };
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 4000; std::this_thread::sleep_for(std::chrono::milliseconds(3)))
        readBoth();
    isOn = false;
    for (std::thread &writer : writers)
        writer.join();
    for (int i = 0; i < 20; ++i)
        readBoth();

    const auto written = static_cast<std::size_t>(centre.sql(u"SELECT count(*) FROM reeve.person"_s).toInt());
    CHECK(written > 200);
    CHECK(pulled.size() == written);
    CHECK(twice == 0);
    CHECK(bySequence.size() < written); // the control: without the bound the same test loses rows
}
