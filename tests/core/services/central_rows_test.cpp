// SPDX-License-Identifier: MIT
#include "core/services/person/central_rows.h"

#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using services::CentralRows;
using services::ImportOutcome;

namespace {

const QStringList header{u"id"_s, u"given_name"_s, u"family_name"_s, u"date_of_birth"_s, u"phone"_s};
const QString phone = u"07700 900123"_s;

// The rows of one import, and what is at the centre: Joan Hayward, called A1.
class Rows final
{
public:
    Rows() : rows(*services::PersonColumns::read(header), m_ids, QDate(2026, 11, 23))
    {
        const QJsonObject contact{{u"kind"_s, u"phone"_s}, {u"value"_s, phone}, {u"normalised"_s, u"+447700900123"_s}};
        const QJsonObject fields{{u"external_id"_s, u"A1"_s},
                                 {u"given_name"_s, u"Joan"_s},
                                 {u"family_name"_s, u"Hayward"_s},
                                 {u"date_of_birth"_s, u"1979-06-21"_s},
                                 {u"contact/import-phone"_s, contact}};
        joan = {m_ids.next<domain::PersonTag>(), 3, QJsonDocument(fields).toJson(QJsonDocument::Compact)};
        rows.addHere(joan);
        rows.hereIsAll();
    }
    CentralRows::Decided decide(const std::vector<QStringList> &cells)
    {
        batch = rows.makeReady(cells);
        QHash<QString, CentralRows::Record> known;
        if (CentralRows::referencesIn(*batch).contains(u"A1"_s))
            known.insert(u"A1"_s, joan);
        return rows.decide(*batch, known);
    }

    CentralRows::Record joan;
    std::shared_ptr<CentralRows::Batch> batch;

private:
    TestClock m_clock;
    IdSource m_ids{m_clock, 7};

public:
    CentralRows rows;
};

QJsonObject fieldsOf(const CentralRows::Decided::Write &write)
{
    return QJsonDocument::fromJson(write.record.fields).object();
}

} // namespace

TEST_CASE("rows of one reference follow each other, and of who is at the centre only what changes is sent", "[import]")
{
    Rows at;
    const auto decided = at.decide({{u"A1"_s, u"Joan"_s, u"Hayward"_s, {}, {}},
                                    {u"A1"_s, u"Joanna"_s, {}, {}, {}},
                                    {u"B1"_s, u"Ann"_s, u"Morris"_s, {}, {}},
                                    {u"B1"_s, {}, u"Okafor"_s, {}, {}},
                                    {u"B2"_s, {}, {}, {}, {}}});
    REQUIRE(decided.rows.size() == 5);
    CHECK(*decided.rows[0].outcome == ImportOutcome::Unchanged);
    CHECK(*decided.rows[1].outcome == ImportOutcome::Updated);
    CHECK(*decided.rows[2].outcome == ImportOutcome::Imported);
    CHECK(*decided.rows[3].outcome == ImportOutcome::Updated);
    CHECK(decided.rows[4].outcome.error().code == ErrorCode::InvalidInput);
    REQUIRE(decided.writes.size() == 2);
    CHECK(decided.writes[0].record.id == at.joan.id);
    CHECK(fieldsOf(decided.writes[0]) == QJsonObject{{u"given_name"_s, u"Joanna"_s}});
    CHECK(fieldsOf(decided.writes[1]).value(u"family_name"_s) == u"Okafor"_s);
    CHECK(decided.writes[1].rows == std::vector<std::size_t>{2, 3});
}

TEST_CASE("of who is at the centre the name of before is kept when a row says another", "[import]")
{
    Rows at;
    const auto decided = at.decide({{u"A1"_s, u"Joan"_s, u"Marlowe"_s, {}, {}}});
    REQUIRE(decided.writes.size() == 1);
    const QJsonObject fields = fieldsOf(decided.writes[0]);
    CHECK(fields.value(u"family_name"_s) == u"Marlowe"_s);
    REQUIRE(fields.size() == 2);
    const QStringList names = fields.keys();
    const QString former =
        *std::ranges::find_if(names, [](const QString &field) { return field.startsWith(u"former_name/"_s); });
    CHECK(fields.value(former).toObject().value(u"family_name"_s) == u"Hayward"_s);
}

TEST_CASE("a row is compared with who is at the centre and with the rows before it, those that were not taken apart",
          "[import]")
{
    Rows at;
    const QStringList again{u"B1"_s, u"Joan"_s, u"Hayward"_s, u"21/6/1979"_s, phone};
    const QStringList ann{u"B2"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s};
    QStringList annToo = ann;
    annToo.front() = u"B3"_s;
    auto decided = at.decide({again, ann, annToo});
    CHECK(at.rows.lookFor(*at.batch, decided) == std::vector{at.joan.id});
    at.rows.compare(*at.batch, {at.joan}, decided);
    REQUIRE(decided.rows[0].duplicate);
    CHECK(decided.rows[0].duplicate->externalId == u"A1"_s);
    CHECK_FALSE(decided.rows[1].duplicate);
    REQUIRE(decided.rows[2].duplicate);
    CHECK(decided.rows[2].duplicate->externalId == u"B2"_s);

    auto refused = at.decide({{u"C1"_s, u"Zoe"_s, u"Nowak"_s, u"5/6/1950"_s, u"07700 900789"_s},
                              {u"C2"_s, u"Zoe"_s, u"Nowak"_s, u"5/6/1950"_s, u"07700 900789"_s}});
    refused.rows[0].outcome = fail(ErrorCode::InvalidInput);
    CHECK(at.rows.lookFor(*at.batch, refused).empty());
    at.rows.compare(*at.batch, {}, refused);
    CHECK_FALSE(refused.rows[1].duplicate);
}

TEST_CASE("a dry run knows in the next batch what the ones before would have brought", "[import]")
{
    Rows at;
    at.rows.setDryRun(true);
    const QStringList ann{u"B2"_s, u"Ann"_s, u"Morris"_s, u"5/6/1950"_s, u"07700 900456"_s};
    auto first = at.decide({ann});
    CHECK(at.rows.lookFor(*at.batch, first).empty());
    QStringList other = ann;
    other.front() = u"B3"_s;
    auto second = at.decide({ann, other});
    CHECK(*second.rows[0].outcome == ImportOutcome::Unchanged);
    REQUIRE(*second.rows[1].outcome == ImportOutcome::Imported);
    CHECK(at.rows.lookFor(*at.batch, second).size() == 1);
    at.rows.compare(*at.batch, {}, second); // there is nobody at the centre to be found
    REQUIRE(second.rows[1].duplicate);
    CHECK(second.rows[1].duplicate->externalId == u"B2"_s);
}
