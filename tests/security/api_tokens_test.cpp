// SPDX-License-Identifier: MIT
// Every function of the API, as the database lists them: without a token, with a wrong, expired, stolen or foreign one,
// and with the wrong kind of sign-in. A function made later is tried as well; one that no rule here covers fails.
#include "tests/core/central/centre.h"
#include "tests/security/raw_session.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Parameter
{
    QByteArray name;
    QByteArray type;
};

struct ApiFunction
{
    QString name;
    bool isDesks = false; // else the agents'
    std::vector<Parameter> parameters;

    [[nodiscard]] QString call() const
    {
        QStringList numbers;
        for (std::size_t i = 1; i <= parameters.size(); ++i)
            numbers << u'$' + QString::number(i);
        return u"SELECT * FROM reeve_api.%1(%2)"_s.arg(name, numbers.join(u", "_s));
    }
};

// Those that the role may call.
std::vector<ApiFunction> functionsOf(const Centre &centre)
{
    std::vector<ApiFunction> functions;
    const QString rows = centre.sql(
        u"SELECT p.oid::regproc::text, has_function_privilege('reeve_desk', p.oid, 'EXECUTE'),"
        " (SELECT string_agg(a.name || ' ' || a.type::regtype, ';' ORDER BY a.i) FROM"
        "  unnest(coalesce(p.proargnames, '{}')::text[], p.proargtypes::oid[]) WITH ORDINALITY a (name, type, i)"
        "  WHERE a.type IS NOT NULL) FROM pg_proc p WHERE p.pronamespace = 'reeve_api'::regnamespace ORDER BY 1"_s);
    for (const QString &row : rows.split(u'\n')) {
        const QStringList cells = row.split(u'|');
        ApiFunction function{cells.at(0).section(u'.', -1), cells.at(1) == u"t", {}};
        for (const QString &parameter : cells.at(2).split(u';', Qt::SkipEmptyParts))
            function.parameters.push_back(
                {parameter.section(u' ', 0, 0).toUtf8(), parameter.section(u' ', 1).toUtf8()});
        functions.push_back(std::move(function));
    }
    return functions;
}

// Something of the type, by which a call gets past its own checks of form.
QByteArray anyOf(const QByteArray &type)
{
    if (type.endsWith("[]"))
        return "{" + anyOf(type.chopped(2)) + "}";
    if (type == "uuid")
        return "019ab1c2-0000-7000-8000-000000000001";
    if (type == "boolean")
        return "false";
    if (type == "bytea")
        return "\\\\x7b7d";
    if (type == "jsonb" || type == "json")
        return "{}";
    if (type == "text")
        return "x";
    return "1";
}

using Values = std::vector<std::optional<QByteArray>>;

Values valuesFor(const ApiFunction &function, const QHash<QByteArray, std::optional<QByteArray>> &known)
{
    Values values;
    for (const Parameter &parameter : function.parameters)
        values.push_back(known.value(parameter.name, anyOf(parameter.type)));
    return values;
}

QByteArray bytes(const auto &id)
{
    return id.toString().toUtf8();
}

// What an agent without any special role gets from the agents' functions. "own": it is for every agent, and is about
// the caller; "none": they may look, and there is nothing. A function that is missing here fails the test: decide who
// may call it.
const QHash<QString, QByteArray> whatAnyHandlerGets{
    {u"open_session"_s, "own"},        {u"enrol"_s, "own"},
    {u"show_interaction"_s, "none"},   {u"show_person"_s, "none"},
    {u"import_people"_s, "RV004"},     {u"import_run"_s, "RV004"},
    {u"import_compared"_s, "RV004"},   {u"import_others"_s, "RV004"},
    {u"import_known"_s, "RV004"},      {u"put_import_run"_s, "RV004"},
    {u"central_status"_s, "RV004"},    {u"sign_in"_s, "own"},
    {u"enrol_desk"_s, "own"},          {u"device_list"_s, "RV004"},
    {u"set_device_status"_s, "RV004"}, {u"next_wipe_serial"_s, "RV004"},
    {u"signing_key"_s, "RV004"},       {u"order_wipe"_s, "RV004"},
    {u"agent_list"_s, "RV004"},        {u"set_agent_active"_s, "RV004"},
    {u"quarantine_list"_s, "RV004"},   {u"quarantine_show"_s, "RV004"},
    {u"quarantine_mend"_s, "RV004"},   {u"quarantine_reapply"_s, "RV004"},
    {u"quarantine_reject"_s, "RV004"}, {u"quarantine_reject_with_waiting"_s, "RV004"},
    {u"confirm_restore"_s, "RV004"},   {u"audit_verify"_s, "RV004"},
};

// A stolen desk has no token that counts any more: these take none, and tell or change nothing but whether that very
// desk was closed, or is to be wiped.
bool takesNoToken(const ApiFunction &function)
{
    static const QSet<QString> tokenless = {u"wipe_order"_s, u"report_wiped"_s, u"report_wipe"_s, u"closed_as"_s,
                                            u"session_closed_as"_s};
    return tokenless.contains(function.name);
}

} // namespace

TEST_CASE("each function for desks refuses every token but a live one of that desk", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk other(centre, u"sam"_s);
    TestDesk leaver(centre, u"dpo"_s);
    (void)centre.sql(u"UPDATE reeve.agent SET is_active = false WHERE name = 'dpo'"_s);
    TestDesk late(centre);
    (void)centre.sql(u"UPDATE reeve.session SET expires_at = now() - interval '1 second' WHERE origin = '%1'"_s.arg(
        late.device.toString()));
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);

    struct Try
    {
        const char *what;
        std::optional<QByteArray> token;
        std::optional<QByteArray> device;
    };
    const QByteArray hash = centre
                                .sql(u"SELECT encode(token_sha256, 'hex') FROM reeve.session WHERE origin = '%1'"_s.arg(
                                    desk.device.toString()))
                                .toUtf8();
    const std::vector<Try> tries{
        {"none", std::nullopt, bytes(desk.device)},
        {"an empty one", QByteArray(""), bytes(desk.device)},
        {"a guess", QByteArray(64, '0'), bytes(desk.device)},
        {"one with something behind it", desk.token.toUtf8() + "0", bytes(desk.device)},
        {"one in capitals", desk.token.toUpper().toUtf8(), bytes(desk.device)},
        {"what the centre keeps of it", hash, bytes(desk.device)},
        {"another desk's", other.token.toUtf8(), bytes(desk.device)},
        {"its own for another desk", desk.token.toUtf8(), bytes(other.device)},
        {"its own for no desk", desk.token.toUtf8(), std::nullopt},
        {"its own for a desk that is not", desk.token.toUtf8(), QByteArray("019ab1c2-0000-7000-8000-00000000dead")},
        {"an expired one", late.token.toUtf8(), bytes(late.device)},
        {"a leaver's", leaver.token.toUtf8(), bytes(leaver.device)},
    };
    int count = 0;
    for (const ApiFunction &function : functionsOf(centre)) {
        INFO(function.name.toStdString());
        if (!function.isDesks || takesNoToken(function))
            continue;
        ++count;
        REQUIRE(function.parameters.size() >= 2);
        REQUIRE(function.parameters[0].name == "p_token");
        REQUIRE(function.parameters[1].name == "p_device");
        for (const Try &one : tries) {
            INFO(one.what);
            const RawAnswer answer =
                session.call(function.call(), valuesFor(function, {{"p_token", one.token}, {"p_device", one.device}}));
            CHECK(answer.sqlState == "RV001");
            CHECK(answer.rows.empty());
        }
        // All NULL, and the rest of it wrong: still no more than that.
        CHECK(session.call(function.call(), Values(function.parameters.size())).sqlState == "RV001");
    }
    CHECK(count >= 7);
    CHECK(desk.hello()); // and the live one is still good
}

TEST_CASE("what a desk may ask without a token tells and changes nothing while there is no order for it", "[security]")
{
    const Centre centre;
    const TestDesk desk(centre);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const QString before = centre.sql(u"SELECT count(*) FROM reeve.audit"_s);
    for (const QByteArray &device : {bytes(desk.device), QByteArray("019ab1c2-0000-7000-8000-00000000dead")}) {
        const RawAnswer told = session.call(u"SELECT reeve_api.wipe_order($1)"_s, {device});
        CHECK(told.sqlState == "00000");
        CHECK(session.call(u"SELECT coalesce(reeve_api.wipe_order($1), 'nothing')"_s, {device}).rows ==
              session.call(u"SELECT 'nothing'::text"_s, {}).rows);
        CHECK(session.call(u"SELECT coalesce(reeve_api.closed_as($1), 'nothing')"_s, {device}).rows ==
              session.call(u"SELECT 'nothing'::text"_s, {}).rows);
        CHECK(session.call(u"SELECT reeve_api.report_wiped($1, 1, 0)"_s, {device}).sqlState == "00000");
        CHECK(session.call(u"SELECT reeve_api.report_wipe($1, $1, 1, 0)"_s, {device}).sqlState == "00000");
    }
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit"_s) == before);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.wipe_order"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT bool_and(status = 'active') FROM reeve.device"_s) == u"t"_s);
}

TEST_CASE("that an agent was disabled is told to who had their token, and to nobody else", "[security]")
{
    const Centre centre;
    const TestDesk desk(centre);
    const TestDesk other(centre, u"sam"_s);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const auto told = [&](const QString &token, domain::DeviceId device) {
        const RawAnswer answer = session.call(u"SELECT coalesce(reeve_api.session_closed_as($1, $2), 'nothing')"_s,
                                              {token.toUtf8(), bytes(device)});
        REQUIRE(answer.isDone());
        return answer.rows.at(0).at(0);
    };
    const QString mine = desk.token;
    CHECK(told(mine, desk.device) == "nothing");
    (void)centre.sql(u"UPDATE reeve.agent SET is_active = false WHERE name = 'asha'"_s);
    CHECK(told(mine, desk.device) == "disabled");
    CHECK(told(mine, other.device) == "nothing"); // a token is one desk's
    CHECK(told(other.token, other.device) == "nothing");
    CHECK(told(other.token, desk.device) == "nothing");
    for (const QString &token : {QString(), u"asha"_s, mine.chopped(1), mine + u'0', mine.toUpper() + u'x'})
        CHECK(told(token, desk.device) == "nothing");
}

TEST_CASE("a stolen desk reads nothing once it is revoked, and a leaver's may only deliver", "[security]")
{
    const Centre centre;
    TestDesk desk(centre, u"sam"_s);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const QHash<QByteArray, std::optional<QByteArray>> own{{"p_token", desk.token.toUtf8()},
                                                           {"p_device", bytes(desk.device)},
                                                           {"p_incarnation", desk.incarnation.toByteArray()}};
    for (const auto &[status, refusal] : {std::pair{"revoked", "RV003"}, {"wipe", "RV003"}, {"push_only", "RV004"}}) {
        (void)centre.sql(u"UPDATE reeve.device SET status = '%1'"_s.arg(QString::fromLatin1(status)));
        for (const ApiFunction &function : functionsOf(centre)) {
            // What a desk under a wipe order delivers waits in the quarantine for somebody to look at it.
            const bool isDelivery = (function.name.contains(u"push") || function.name == u"deliver_audit") &&
                                    QByteArrayView(status) != "revoked";
            if (!function.isDesks || function.name == u"hello" || function.name == u"greet" || isDelivery ||
                takesNoToken(function))
                continue; // hello says what the desk's standing is, and no more
            INFO(function.name.toStdString() << " " << status);
            const RawAnswer answer = session.call(function.call(), valuesFor(function, own));
            CHECK(answer.sqlState == refusal);
            CHECK(answer.rows.empty());
        }
    }
}

TEST_CASE("a desk calls none of the agents' functions, and an agent none of the desks'", "[security]")
{
    const Centre centre;
    const TestDesk desk(centre);
    RawSession pool(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    RawSession agent(centre.server(), centre.database(), u"asha"_s, u"ashaashaasha"_s);
    for (const ApiFunction &function : functionsOf(centre)) {
        INFO(function.name.toStdString());
        const QHash<QByteArray, std::optional<QByteArray>> own{{"p_token", desk.token.toUtf8()},
                                                               {"p_device", bytes(desk.device)}};
        RawSession &wrong = function.isDesks ? agent : pool;
        CHECK(wrong.call(function.call(), valuesFor(function, own)).sqlState == "42501");
    }
}

TEST_CASE("each function for agents asks who is connected, and what they may do", "[security]")
{
    const Centre centre;
    const TestDesk someDesk(centre);
    RawSession handler(centre.server(), centre.database(), u"asha"_s, u"ashaashaasha"_s);
    RawSession leaver(centre.server(), centre.database(), u"sam"_s, u"samsamsam"_s);
    (void)centre.sql(u"UPDATE reeve.agent SET is_active = false WHERE name = 'sam'"_s);
    const QString stranger = u"stranger_"_s + centre.database();
    (void)centre.sql(u"CREATE ROLE %1 LOGIN; GRANT reeve_agent TO %1"_s.arg(stranger));
    RawSession nobody(centre.server(), centre.database(), stranger, {});

    for (const ApiFunction &function : functionsOf(centre)) {
        if (function.isDesks)
            continue;
        INFO(function.name.toStdString());
        REQUIRE(whatAnyHandlerGets.contains(function.name));
        const QByteArray expected = whatAnyHandlerGets.value(function.name);
        const RawAnswer answer = handler.call(function.call(), valuesFor(function, {}));
        CHECK(answer.sqlState == (expected == "own" || expected == "none" ? QByteArray("00000") : expected));
        for (RawSession *other : {&leaver, &nobody}) {
            const QByteArray state = other->call(function.call(), valuesFor(function, {})).sqlState;
            CHECK((state == "RV001" || state == "RV004"));
        }
    }
}

TEST_CASE("the centre keeps no token, only its hash, and looks it up by that", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    const QStringList tables =
        centre.sql(u"SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'reeve'::regnamespace"_s)
            .split(u'\n');
    REQUIRE(tables.size() > 15);
    for (const QString &table : tables) {
        INFO(table.toStdString());
        CHECK(centre.sql(u"SELECT count(*) FROM %1 t WHERE t::text LIKE '%%2%'"_s.arg(table, desk.token)) == u"0"_s);
    }

    // Equality is on hashes, so the time of a refusal says nothing of how much of a guess is right. For the record:
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const auto microseconds = [&](const QByteArray &token) {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 300; ++i)
            (void)session.call(u"SELECT * FROM reeve_api.change_log_start($1, $2)"_s, {token, bytes(desk.device)});
        return timer.nsecsElapsed() / 300'000;
    };
    const QByteArray token = desk.token.toUtf8();
    (void)microseconds(token);
    WARN("a refused token takes " << microseconds(QByteArray(64, 'f')) << " us; with all but the last digit right "
                                  << microseconds(token.chopped(1) + (token.endsWith('0') ? '1' : '0')) << " us");
}
