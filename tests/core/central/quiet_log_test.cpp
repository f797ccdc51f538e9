// SPDX-License-Identifier: MIT
// What is sent here is about people, and an administrator of the server is not to read it in PostgreSQL's log.
#include "core/central/desk_administration.h"
#include "tests/core/central/centre.h"

#include <QFile>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto secret = "Zebedee-Lloyd";

// A server that logs whatever it can.
PostgresServer::Options talkative()
{
    return {PostgresServer::Authentication::Trust,
            PostgresServer::Durability::Fast,
            {u"log_min_messages=debug1"_s, u"log_error_verbosity=verbose"_s, u"log_min_error_statement=debug1"_s,
             u"log_parameter_max_length=-1"_s, u"log_parameter_max_length_on_error=-1"_s}};
}

QByteArray logOf(const PostgresServer &server)
{
    QFile file(server.folder() + u"/log"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// What is not JSON, JSON of another shape, and JSON that breaks a rule of a table.
std::vector<QByteArray> unreadable()
{
    const QByteArray name(secret);
    return {"{\"agent\": " + name,
            name,
            "[\"" + name + "\"]",
            "\"" + name + "\"",
            "{\"person\": \"" + name + "\", \"action\": \"x\"}",
            "{\"x\": \"\\u0000" + name + "\"}"};
}

void sendsEverything(const Centre &centre, TestDesk &desk)
{
    std::int64_t number = 0;
    for (const QByteArray &text : unreadable()) {
        store::AuditRecord record;
        record.number = ++number;
        record.hash = QByteArray(32, 'h');
        record.record = text;
        static_cast<void>(desk.gateway().deliverAudit(desk.token, desk.device, {record}));
        for (const auto kind : {store::EntryKind::InteractionLogged, store::EntryKind::PersonCreated,
                                store::EntryKind::PersonEdited, store::EntryKind::NoteAdded,
                                store::EntryKind::SpecialCategoryItemAdded, store::EntryKind::PeopleMerged}) {
            const auto entry = desk.entry(kind, text);
            const auto pushed = desk.push({entry});
            REQUIRE(pushed);
            CHECK(pushed->outcomes.front().state != store::EntryState::Sent);
            const central::DeskAdministration supervisor(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
            static_cast<void>(supervisor.mend(entry.id, text, u"a slip"_s));
            static_cast<void>(supervisor.showQuarantined(entry.id, u"a slip"_s));
        }
    }
}

} // namespace

TEST_CASE("nothing that was sent is quoted in the server's log when it cannot be read", "[central]")
{
    PostgresServer server(talkative());
    const Centre centre(server);
    TestDesk desk(centre);
    SECTION("as the centre was set up") {}
    SECTION("by the functions alone, where nobody may set how the database logs")
    {
        (void)centre.sql(u"ALTER DATABASE %1 RESET ALL; SELECT pg_reload_conf()"_s.arg(centre.database()));
        (void)server.sql(u"postgres"_s, u"ALTER SYSTEM SET log_parameter_max_length_on_error = 0;"
                                        "SELECT pg_reload_conf(); SELECT pg_sleep(0.2)"_s);
        desk.gateway().disconnect();
    }
    sendsEverything(centre, desk);
    const auto given = central::importPeople(centre.uri(), centre.superuserPassword(),
                                             {{desk.ids().next<domain::PersonTag>(), 1, secret, false}});
    CHECK_FALSE(given);

    const QByteArray log = logOf(server);
    CHECK(log.contains("invalid_input")); // there is a log, and it tells of the refusals
    CHECK_FALSE(log.contains(secret));
}
