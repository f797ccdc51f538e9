// SPDX-License-Identifier: MIT
// What comes in over a good token from a bad program: SQL in every text, payloads that are not what they should be.
#include "tests/core/central/centre.h"
#include "tests/security/raw_session.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<QByteArray> injections{
    "'; DROP SCHEMA reeve CASCADE; --",
    "x' OR '1'='1",
    "\\'; SELECT pg_sleep(10); --",
    "$$; DELETE FROM reeve.person; $$",
    "\"; ALTER ROLE reeve_owner LOGIN; --",
    "%s%n%x {0} :name ?",
    "' || (SELECT value FROM reeve.setting WHERE name = 'pool_password') || '",
    "\xe2\x80\xae"
    "evil\xef\xbf\xbe", // right-to-left override, a noncharacter
    "\x01\x02\x1b[2J",
    QByteArray(100'000, 'A'),
};

// Everything that a statement could have changed, but for what the API is there to change.
QString shapeOf(const Centre &centre)
{
    return centre.sql(u"SELECT md5(string_agg(x, ' ' ORDER BY x)) FROM ("
                      " SELECT pg_get_functiondef(oid) || proacl::text AS x FROM pg_proc"
                      "  WHERE pronamespace IN ('reeve'::regnamespace, 'reeve_api'::regnamespace)"
                      " UNION ALL SELECT relname || relkind::text || relrowsecurity || coalesce(relacl::text, '')"
                      "  FROM pg_class WHERE relnamespace = 'reeve'::regnamespace"
                      " UNION ALL SELECT rolname || rolcanlogin || rolsuper FROM pg_roles WHERE rolname LIKE 'reeve%'"
                      " UNION ALL SELECT name || value FROM reeve.setting"
                      " UNION ALL SELECT name || roles::text FROM reeve.agent) s"_s);
}

struct Named
{
    const char *what;
    QByteArray payload;
};

QByteArray personWith(const QByteArray &fields)
{
    return "{\"id\":\"" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces) + "\",\"fields\":" + fields + "}";
}

std::vector<Named> badPayloads()
{
    const QByteArray deep = QByteArray(200'000, '[');
    QByteArray numbers = "{\"family_name\":\"Example\"";
    for (int i = 0; i < 50; ++i)
        numbers += ",\"x" + QByteArray::number(i) + "\":1e99999";
    return {
        {"nothing", {}},
        {"not JSON", "hello"},
        {"half of it", "{\"id\":\"019ab1c2-0000-7000-8000-0000000000"},
        {"a list", "[]"},
        {"null", "null"},
        {"a number", "7"},
        {"no fields", "{\"id\":\"019ab1c2-0000-7000-8000-000000000101\"}"},
        {"fields of a wrong type", personWith("[1,2]")},
        {"an id that is none", "{\"id\":{\"a\":1},\"fields\":{}}"},
        {"deep", deep},
        {"deep and closed", personWith("{\"a\":" + deep + QByteArray(200'000, ']') + "}")},
        {"a NUL", personWith("{\"family_name\":\"a\\u0000b\"}")},
        {"a NUL byte", QByteArray("{\"id\":\0\"x\"}", 11)},
        {"half a surrogate pair", personWith("{\"family_name\":\"\\ud800\"}")},
        {"bytes that are not UTF-8", personWith("{\"family_name\":\"\xff\xfe\xc0\x80\"}")},
        {"a number too large for anything", personWith("{\"a\":1e999999999}")},
        {"numbers that grow when they are written out", personWith(numbers + "}")},
        {"two megabytes for one person", personWith("{\"family_name\":\"" + QByteArray(2 << 20, 'x') + "\"}")},
        {"64 MiB", personWith("{\"family_name\":\"" + QByteArray(64 << 20, 'x') + "\"}")},
    };
}

} // namespace

TEST_CASE("SQL in a text of the API stays a text", "[security]")
{
    const Centre centre;
    TestDesk desk(centre, u"sam"_s);
    const QString before = shapeOf(centre);
    RawSession pool(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    RawSession agent(centre.server(), centre.database(), u"sam"_s, u"samsamsam"_s);

    const QStringList rows =
        centre
            .sql(u"SELECT p.oid::regproc::text || '|' || has_function_privilege('reeve_desk', p.oid, 'EXECUTE') ||"
                 " '|' || (SELECT string_agg(a.type::regtype::text, ';' ORDER BY a.i)"
                 "  FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY a (type, i))"
                 " FROM pg_proc p WHERE p.pronamespace = 'reeve_api'::regnamespace AND pronargs > 0"_s)
            .split(u'\n');
    for (const QString &row : rows) {
        const QStringList types = row.section(u'|', 2).split(u';');
        RawSession &session = row.section(u'|', 1, 1) == u"true" ? pool : agent;
        for (qsizetype at = 0; at < types.size(); ++at) {
            if (!types.at(at).startsWith(u"text"_s))
                continue;
            for (const QByteArray &injection : injections) {
                std::vector<std::optional<QByteArray>> values(static_cast<std::size_t>(types.size()));
                values[0] = desk.token.toUtf8();
                if (types.size() > 1 && types.at(1) == u"uuid"_s)
                    values[1] = desk.device.toString().toUtf8();
                QByteArray quoted = injection;
                if (types.at(at).endsWith(u"[]"_s))
                    quoted = "{\"" + quoted.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
                values[static_cast<std::size_t>(at)] = quoted;
                QStringList numbers;
                for (qsizetype i = 1; i <= types.size(); ++i)
                    numbers << u'$' + QString::number(i);
                const RawAnswer answer =
                    session.call(u"SELECT * FROM %1(%2)"_s.arg(row.section(u'|', 0, 0), numbers.join(u", "_s)), values);
                INFO(row.toStdString() << " parameter " << at << ": " << injection.left(60).toStdString() << " gave "
                                       << answer.sqlState.toStdString());
                CHECK((answer.isDone() || answer.sqlState.startsWith("RV") || answer.sqlState.startsWith("22") ||
                       answer.sqlState.startsWith("23")));
            }
        }
    }
    CHECK(shapeOf(centre) == before);
}

TEST_CASE("SQL in a payload, an agent's name, a kind and a reason stays where it is", "[security]")
{
    const Centre centre;
    TestDesk desk(centre, u"dpo"_s);
    const QString before = shapeOf(centre);
    for (const QByteArray &injection : injections) {
        const QString text = QString::fromUtf8(injection);
        std::vector<store::OutboxEntry> entries;
        entries.push_back(desk.personCreated(desk.ids().next<domain::PersonTag>(),
                                             {{u"family_name"_s, text}, {u"contact/"_s + text.left(200), text}}));
        entries.push_back(desk.logged(desk.interaction({}, text)));
        entries.back().agent = text;
        const auto pushed = desk.push(std::move(entries));
        INFO(injection.left(60).toStdString());
        CHECK(pushed);
        const auto page = desk.pull();
        REQUIRE(page);
        REQUIRE(page->people.size() == 1);
        CHECK(QJsonDocument::fromJson(page->people.front().fields).object().value(u"family_name"_s).toString() == text);
        (void)desk.gateway().reveal(desk.token, desk.device, domain::RestrictedItemId(QUuid::createUuid()), text);
    }
    CHECK(shapeOf(centre) == before);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note"_s) == QString::number(injections.size()));
}

TEST_CASE("a payload that is not what it should be is put aside with its bytes, and holds up nobody", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre, u"sam"_s);
    qint64 bad = 0;
    for (const Named &one : badPayloads()) {
        INFO(one.what);
        for (const store::EntryKind kind : {store::EntryKind::PersonCreated, store::EntryKind::PersonEdited,
                                            store::EntryKind::InteractionLogged, store::EntryKind::NoteAdded}) {
            if (one.payload.size() > (1 << 20) && kind != store::EntryKind::PersonCreated)
                continue;
            std::vector<store::OutboxEntry> entries;
            entries.push_back(desk.entry(kind, one.payload));
            entries.push_back(desk.logged(desk.interaction()));
            const QUuid id = entries.front().id.uuid();
            const auto pushed = desk.push(std::move(entries));
            REQUIRE(pushed);
            const auto state = pushed->outcomes[0].state;
            CHECK((state == store::EntryState::Quarantined || state == store::EntryState::Parked));
            CHECK(pushed->outcomes[1].state == store::EntryState::Sent);
            CHECK(centre.sql(u"SELECT coalesce(octet_length(payload), octet_length(payload_bytes))"
                             " FROM reeve.quarantine WHERE entry = '%1'"_s.arg(id.toString())) ==
                  QString::number(one.payload.size()));
            ++bad;
        }
    }
    CHECK(bad > 60);
    // Whoever reads now gets the good ones, in pages of a decent size.
    const auto page = other.pull(30'000);
    REQUIRE(page);
    CHECK(page->people.empty());
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == QString::number(bad));
}

TEST_CASE("a person cannot be made too large for a page by many small edits", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto id = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(id, {{u"family_name"_s, u"Example"_s}})}));
    store::EntryState last = store::EntryState::Sent;
    for (int i = 0; i < 12 && last == store::EntryState::Sent; ++i) {
        const auto pushed =
            desk.push({desk.personEdited(id, i + 1, {{u"reference/%1"_s.arg(i), QString(100'000, u'x')}}, {})});
        REQUIRE(pushed);
        last = pushed->outcomes.front().state;
    }
    CHECK(last == store::EntryState::Quarantined);
    const auto page = desk.pull();
    REQUIRE(page);
    CHECK(page->people.front().fields.size() <= 1 << 20);
}

TEST_CASE("a call whose shape is wrong is refused as a whole, and nothing of it is kept", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const QByteArray id = "{019ab1c2-0000-7000-8000-000000000001}";
    const std::vector<std::optional<QByteArray>> good{desk.token.toUtf8(),
                                                      desk.device.toString().toUtf8(),
                                                      desk.incarnation.toByteArray(),
                                                      QByteArray("{1}"),
                                                      id,
                                                      QByteArray("{note_added}"),
                                                      QByteArray("{0}"),
                                                      QByteArray("{\"{}\"}"),
                                                      QByteArray("{asha}"),
                                                      QByteArray("{0}"),
                                                      QByteArray("{0}"),
                                                      QByteArray("{0}")};
    // The call of desks of before protocol 4; that of protocol 4, which says besides how often this desk has delivered;
    // and today's, which may say payloads shortly.
    int protocol = 3;
    const auto stateOf = [&](std::size_t at, const std::optional<QByteArray> &value) {
        auto values = good;
        values[at] = value;
        if (protocol == 3)
            return session.call(u"SELECT reeve_api.sync_push($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)"_s, values)
                .sqlState;
        values.insert(values.begin() + 3, QByteArray("0"));
        if (protocol == 4)
            return session.call(u"SELECT reeve_api.push($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)"_s, values)
                .sqlState;
        values.push_back(QByteArray("{}"));
        return session.call(u"SELECT reeve_api.push_short($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)"_s, values)
            .sqlState;
    };
    for (const int spoken : {3, 4, 5}) {
        protocol = spoken;
        for (std::size_t at = 3; at < good.size(); ++at) {
            INFO("parameter " << at << " of protocol " << spoken);
            CHECK(stateOf(at, std::nullopt) == "RV006");
            CHECK(stateOf(at, QByteArray("{}")) == "RV006");
            CHECK(stateOf(at, QByteArray("{NULL}")) == "RV006");
            if (at != 4)
                CHECK(stateOf(at, QByteArray(at == 7 ? "{a,b}" : "{1,2}")) == "RV006");
        }
    }
    QByteArray many = "{" + QByteArray("7,").repeated(200'000) + "7}";
    CHECK(stateOf(3, many) == "RV006");
    CHECK(stateOf(2, QByteArray("019ab1c2-0000-7000-8000-000000000001")) == "RV002");

    const auto saidShortly = [&](const QByteArray &payload, const QByteArray &phrases) {
        auto values = good;
        values.insert(values.begin() + 3, QByteArray("0"));
        values[8] = "{\"" + payload + "\"}";
        values.push_back(phrases);
        return session.call(u"SELECT reeve_api.push_short($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14)"_s, values)
            .sqlState;
    };
    CHECK(saidShortly("\\\\x01", "{NULL}") == "RV006");                                     // a phrase that is none
    CHECK(saidShortly("\\\\x01", "{\"\\\\x0161\"}") == "RV006");                            // a phrase that says itself
    CHECK(saidShortly("\\\\x01", "{" + QByteArray("ab,").repeated(30) + "ab}") == "RV006"); // too many of them
    CHECK(saidShortly("\\\\x01", "{" + QByteArray(257, 'a') + "}") == "RV006");             // one that is too long
    CHECK(saidShortly("\\\\x" + QByteArray("01").repeated(80'000), "{" + QByteArray(250, 'a') + "}") ==
          "RV006");                                       // much out of little
    CHECK(saidShortly("\\\\x011f01", "{ab}") == "RV006"); // two payloads of one entry
    CHECK(saidShortly("\\\\x0001", "{ab}") == "22021");   // no text at all

    const auto pages = [&](const QByteArray &limit) {
        return session
            .call(u"SELECT * FROM reeve_api.first_load($1, $2, $3, $4)"_s,
                  {desk.token.toUtf8(), desk.device.toString().toUtf8(),
                   QByteArray("00000000-0000-0000-0000-000000000000"), limit})
            .sqlState;
    };
    for (const char *limit : {"0", "-1", "2147483647"})
        CHECK(pages(limit) == "RV006");
    CHECK(pages("1000") == "00000");
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.sync_entry"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT last_sequence FROM reeve.device"_s) == u"0"_s);
}

TEST_CASE("a desk's audit record that is none is named by the verification, and does not end it", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const auto deliver = [&](const QByteArray &n, const QByteArray &record) {
        return session
            .call(u"SELECT reeve_api.deliver_audit($1, $2, $3, $4, $5, $6)"_s,
                  {desk.token.toUtf8(), desk.device.toString().toUtf8(), n, QByteArray("{\\x}"), QByteArray("{\\x00}"),
                   record})
            .sqlState;
    };
    CHECK(deliver("{1,2}", "{x}") == "RV006");
    CHECK(deliver("{}", "{}") == "RV006");
    CHECK(deliver("{1}", "{" + QByteArray(2 << 20, 'x') + "}") == "RV006");
    CHECK(deliver("{1}", "{not json}") == "RV006");
    CHECK(deliver("{1}", R"({"{\"n\":\"one\"}"})") == "00000");
    CHECK(deliver("{2}", R"({"{\"n\":1e999}"})") == "00000");
    const QString found = centre.sql(u"SELECT first_broken, what FROM reeve_api.audit_verify() WHERE chain = 'desk'"_s);
    CHECK(found == u"1|altered"_s);
}

TEST_CASE("numbers at the edge of their type are the desk's own trouble", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre);
    constexpr auto most = std::numeric_limits<qint64>::max();
    constexpr auto least = std::numeric_limits<qint64>::min();
    for (const qint64 edge : {most, least, qint64(-1)}) {
        store::OutboxEntry entry = desk.logged(desk.interaction());
        entry.deviceTime = fromMilliseconds(edge);
        entry.monotonic = edge;
        entry.skew = edge;
        entry.baseRevision = edge;
        entry.sequence = edge;
        const auto pushed = desk.push({entry});
        if (pushed)
            CHECK(pushed->outcomes.front().state == store::EntryState::Sent);
        else
            CHECK(pushed.error().code == ErrorCode::InvalidInput);
        RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
        const QByteArray number = QByteArray::number(edge);
        const RawAnswer hello = session.call(
            u"SELECT * FROM reeve_api.hello($1, $2, $3, NULL, '0', $4, $4, $4)"_s,
            {desk.token.toUtf8(), desk.device.toString().toUtf8(), desk.incarnation.toByteArray(), number});
        CHECK((hello.isDone() || hello.sqlState.startsWith("22")));
        if (hello.isDone())
            desk.incarnation = QUuid::fromString(QLatin1StringView(hello.rows[0][3]));
    }
    CHECK(other.hello());
    CHECK(other.push({other.logged(other.interaction())}));
}
