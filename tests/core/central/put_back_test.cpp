// SPDX-License-Identifier: MIT
// A centre that is put back between two hellos of a desk, while PgBouncer holds the desk's connection: nobody is told,
// and by the next hello the centre may have moved on. The call that comes next finds it out.
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<sync::PushReply> push(TestDesk &desk, std::vector<store::OutboxEntry> entries, qint64 deliveries)
{
    sync::PushBatch batch{desk.token, desk.device, desk.incarnation, std::move(entries), deliveries};
    desk.gateway().disconnect(); // PgBouncer's business
    if (const auto sent = desk.gateway().sendPush(batch); !sent)
        return fail(sent);
    return desk.gateway().receivePush();
}

Result<sync::PullPage> pull(TestDesk &desk)
{
    desk.gateway().disconnect();
    return desk.pull();
}

} // namespace

TEST_CASE("a centre that was put back takes nothing from a desk that has delivered more often than it knows",
          "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto first = push(desk, {desk.logged(desk.interaction())}, 0);
    REQUIRE(first);
    CHECK(first->deliveries == 1);
    const QString picture = centre.takePicture();
    const auto lost = desk.logged(desk.interaction());
    CHECK(push(desk, {lost}, 1)->deliveries == 2);
    const auto answered = desk.logged(desk.interaction());
    CHECK(push(desk, {answered}, 2)->deliveries == 3);
    centre.putBack(picture);

    const auto next = desk.logged(desk.interaction());
    CHECK(push(desk, {next}, 3).error().code == ErrorCode::StaleIncarnation);
    // So is what was on its way behind the batch that was lost.
    CHECK(push(desk, {next}, 2).error().code == ErrorCode::StaleIncarnation);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"1"_s);
    const auto greeted = desk.hello(); // nothing has hidden it meanwhile
    REQUIRE(greeted);
    CHECK(greeted->hasEntriesTo == 1);
    CHECK(greeted->deliveries == 1);
    CHECK(push(desk, {lost, answered, next}, 1)->deliveries == 2);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"4"_s);
    CHECK(push(desk, {lost}, 2)->deliveries == 3); // an answer that was lost counts as well
    CHECK(push(desk, {lost}, 2)->deliveries == 4);
}

TEST_CASE("a centre that was put back lets nobody read on from a position that is not its own", "[central]")
{
    const Centre centre;
    TestDesk writer(centre);
    TestDesk reader(centre);
    TestDesk behind(centre);
    const auto person = [&](const QString &name) {
        return writer.personCreated(writer.ids().next<domain::PersonTag>(), {{u"family_name"_s, name}});
    };
    CHECK(pull(reader)->people.empty()); // at the beginning of an empty log
    REQUIRE(push(writer, {person(u"Kept"_s)}, 0));
    CHECK(pull(reader)->people.size() == 1);
    CHECK(pull(behind)->people.size() == 1);
    const QString picture = centre.takePicture();
    REQUIRE(push(writer, {person(u"Lost"_s)}, 1));
    CHECK(pull(reader)->people.size() == 1);
    centre.putBack(picture);

    CHECK(pull(reader).error().code == ErrorCode::StaleIncarnation);
    writer.gateway().disconnect();
    REQUIRE(writer.hello());
    REQUIRE(push(writer, {person(u"New"_s)}, 1)); // moved on beyond what the reader has seen
    CHECK(pull(reader).error().code == ErrorCode::StaleIncarnation);
    const auto page = pull(behind); // has seen nothing of the lost time
    REQUIRE(page);
    REQUIRE(page->people.size() == 1);
    CHECK(page->people[0].fields.contains("New"));
    reader.cursor = {};
    CHECK(pull(reader)->people.size() == 2);
}

TEST_CASE("no two histories of a centre hand out the same position", "[central]")
{
    const Centre centre;
    // Transaction and count come again when a machine is put back; what stands below the count does not.
    const auto threeNumbers = [&] {
        return centre
            .sql(u"WITH made AS (INSERT INTO reeve.change_log (kind, pk) SELECT 1, gen_random_uuid() FROM"
                 " generate_series(1, 3) RETURNING n) SELECT n FROM made"_s)
            .split(u'\n');
    };
    const QStringList first = threeNumbers();
    (void)centre.sql(u"SELECT setval('reeve.change_log_n_seq', %1, false)"_s.arg(first[0].toLongLong() >> 20));
    const QStringList again = threeNumbers();
    CHECK(again != first);
    qint64 last = 0;
    for (const QString &number : again) {
        CHECK(number.toLongLong() > last); // in their order all the same
        last = number.toLongLong();
    }
    CHECK(last >> 20 == first[2].toLongLong() >> 20);
}

TEST_CASE("a desk of before protocol 4 delivers and reads as it did", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    REQUIRE(desk.push({desk.personCreated(desk.ids().next<domain::PersonTag>(), {{u"family_name"_s, u"Kept"_s}})}));
    const QString who = u"'%1', '%2'"_s.arg(desk.token, desk.device.toString());
    const QString arrays = u"'{7}', '{019ab1c2-0000-7000-8000-000000000001}', '{nonsense}', '{0}', '{7b7d}', '{asha}',"
                           " '{0}', '{0}', '{0}'"_s;
    const QString pushed = centre.sql(u"SELECT reeve_api.sync_push(%1, '%2', %3)"_s.arg(
        who, desk.incarnation.toString(QUuid::WithoutBraces), arrays));
    CHECK(QJsonDocument::fromJson(pushed.toUtf8()).object().value(u"o"_s).toArray().size() == 1);
    const QString read = u"SELECT count(*) FROM reeve_api.sync_pull(%1, '%2', %3, 1000)"_s;
    CHECK(centre.sql(read.arg(who, u"0"_s, u"0"_s)) == u"2"_s); // the first row says how far was read
    CHECK(centre.sql(read.arg(who, u"1"_s, u"1"_s)) ==
          u"2"_s); // a position that is not ours: it would not know what to do
}

TEST_CASE("what is the same of all entries of a batch may be said once", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    std::vector<store::OutboxEntry> entries;
    for (int n = 0; n < 5; ++n)
        entries.push_back(desk.logged(desk.interaction()));
    auto differing = entries;
    REQUIRE(desk.push(entries));
    const QString ledger = u"SELECT string_agg(concat_ws(' ', sequence, kind, agent, skew_ms, status), ';' ORDER BY"
                           " sequence) FROM reeve.sync_entry"_s;
    CHECK(centre.sql(ledger) ==
          u"1 interaction_logged asha 0 1;2 interaction_logged asha 0 1;"
          "3 interaction_logged asha 0 1;4 interaction_logged asha 0 1;5 interaction_logged asha 0 1"_s);

    (void)centre.sql(u"DELETE FROM reeve.sync_entry"_s);
    for (std::size_t n = 0; n < differing.size(); ++n) {
        differing[n] = desk.logged(desk.interaction());
        differing[n].sequence = qint64(10 * (n + 1));
        differing[n].agent = n == 2 ? u"sam"_s : u"asha"_s;
        differing[n].skew = qint64(n);
    }
    REQUIRE(desk.push(differing));
    CHECK(centre.sql(ledger) ==
          u"10 interaction_logged asha 0 1;20 interaction_logged asha 1 1;"
          "30 interaction_logged sam 2 1;40 interaction_logged asha 3 1;50 interaction_logged asha 4 1"_s);
}
