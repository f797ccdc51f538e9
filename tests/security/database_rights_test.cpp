// SPDX-License-Identifier: MIT
// A desk's sign-in at the database, used with psql and bad intent: it can call the API, and nothing else.
#include "tests/core/central/centre.h"
#include "tests/security/raw_session.h"

#include <set>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// The first row's first value, as the superuser sees it, for one role.
QStringList linesAs(const Centre &centre, const QString &role, QString query)
{
    const QString out = centre.sql(query.replace(u"$role"_s, u"'%1'"_s.arg(role)));
    return out.isEmpty() ? QStringList() : out.split(u'\n');
}

void refuses(RawSession &session, const QString &sql)
{
    INFO(sql.toStdString());
    const RawAnswer answer = session.run(sql);
    CHECK_FALSE(answer.isDone());
    CHECK(answer.rows.empty());
    CHECK(answer.sqlState != "42601"); // a typing mistake of this test
    static_cast<void>(session.run(u"ROLLBACK"_s));
}

// Everything that is not the system's own: tables, views, sequences; and functions.
constexpr auto everyRelation = "SELECT n.nspname || '.' || quote_ident(c.relname) FROM pg_class c"
                               " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r','p','v','m','f')"
                               " AND n.nspname NOT IN ('pg_catalog','information_schema','pg_toast') ORDER BY 1";

// Ways out of a database that PostgreSQL leaves open to everybody, or that a careless grant would open.
const QStringList waysOut{
    u"CREATE TABLE public.t (a int)"_s,
    u"CREATE TABLE reeve_api.t (a int)"_s,
    u"CREATE TEMP TABLE person (a int)"_s,
    u"CREATE SCHEMA mine"_s,
    u"CREATE VIEW public.v AS SELECT 1"_s,
    u"CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
    u"CREATE FUNCTION public.now() RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
    u"CREATE OR REPLACE FUNCTION reeve_api.open_session(uuid) RETURNS int LANGUAGE sql AS 'SELECT 1'"_s,
    u"CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq)"_s,
    u"CREATE TYPE public.uuid AS (a int)"_s,
    u"CREATE EXTENSION dblink"_s,
    u"CREATE EXTENSION pgcrypto"_s,
    u"CREATE EXTENSION file_fdw"_s,
    u"CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw"_s,
    u"CREATE LANGUAGE plpython3u"_s,
    u"CREATE ROLE mine"_s,
    u"CREATE DATABASE mine"_s,
    u"CREATE TABLESPACE t LOCATION '/tmp'"_s,
    u"CREATE PUBLICATION p FOR ALL TABLES"_s,
    u"CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1' PUBLICATION p"_s,
    u"CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION reeve.keep_audit()"_s,
    u"SET ROLE reeve_owner"_s,
    u"SET ROLE reeve_agent"_s,
    u"SET ROLE asha"_s,
    u"SET ROLE postgres"_s,
    u"SET SESSION AUTHORIZATION postgres"_s,
    u"SELECT set_config('role', 'reeve_owner', false)"_s,
    u"SELECT set_config('session_authorization', 'asha', false)"_s,
    u"SET session_replication_role = replica"_s,
    u"SET row_security = off; SELECT * FROM reeve.special_category_item"_s,
    u"SET zero_damaged_pages = on"_s,
    u"LOAD '/tmp/x.so'"_s,
    u"COPY (SELECT 1) TO PROGRAM 'id'"_s,
    u"COPY (SELECT 1) TO '/tmp/reeve-was-here'"_s,
    u"COPY reeve.person TO STDOUT"_s,
    u"COPY reeve.person FROM PROGRAM 'id'"_s,
    u"COPY reeve.audit FROM STDIN"_s,
    u"SELECT pg_read_file('/etc/passwd')"_s,
    u"SELECT pg_read_binary_file('global/pg_control')"_s,
    u"SELECT pg_stat_file('/etc/passwd')"_s,
    u"SELECT pg_ls_dir('.')"_s,
    u"SELECT pg_ls_waldir()"_s,
    u"SELECT pg_current_logfile()"_s,
    u"SELECT * FROM pg_hba_file_rules"_s,
    u"SELECT * FROM pg_authid"_s,
    u"SELECT * FROM pg_shadow"_s,
    u"SELECT * FROM pg_statistic"_s,
    u"SELECT * FROM pg_largeobject"_s,
    u"SELECT lo_import('/etc/passwd')"_s,
    u"SELECT lo_export(1, '/tmp/x')"_s,
    u"SELECT lo_creat(-1)"_s,
    u"SELECT lo_create(0)"_s,
    u"SELECT lo_from_bytea(0, 'x')"_s,
    u"SELECT pg_advisory_lock(7298734501)"_s,
    u"SELECT pg_advisory_xact_lock(1, 2)"_s,
    u"SELECT pg_try_advisory_lock_shared(1)"_s,
    u"SELECT pg_notify('reeve', repeat('x', 7000))"_s,
    u"SELECT pg_logical_emit_message(false, 'reeve', repeat('x', 1000))"_s,
    u"SELECT pg_export_snapshot()"_s,
    u"SELECT pg_terminate_backend(pg_backend_pid())"_s,
    u"SELECT pg_cancel_backend(pg_backend_pid())"_s,
    u"SELECT pg_reload_conf()"_s,
    u"SELECT pg_rotate_logfile()"_s,
    u"SELECT pg_switch_wal()"_s,
    u"SELECT pg_promote()"_s,
    u"SELECT pg_create_restore_point('x')"_s,
    u"SELECT pg_backup_start('x')"_s,
    u"SELECT pg_create_physical_replication_slot('x')"_s,
    u"SELECT pg_create_logical_replication_slot('x', 'pgoutput')"_s,
    u"SELECT pg_replication_origin_create('x')"_s,
    u"SELECT pg_stat_reset()"_s,
    u"SELECT query_to_xml('SELECT * FROM reeve.person', true, true, '')"_s,
    u"SELECT schema_to_xml('reeve', true, true, '')"_s,
    u"SELECT currval(pg_get_serial_sequence('reeve.change_log', 'n'))"_s,
    u"DO $$ BEGIN EXECUTE 'SELECT * FROM reeve.person'; END $$"_s,
    u"DO $$ BEGIN PERFORM reeve.refuse('x'); END $$"_s,
    u"SELECT reeve.write_audit(NULL, '', '', NULL, NULL, NULL)"_s,
    u"SELECT reeve.setting_value('pool_password')"_s,
    u"SELECT (NULL::reeve.person).id"_s,
    u"SET search_path = reeve, pg_temp; SELECT * FROM person"_s,
    u"BEGIN; PREPARE TRANSACTION 'stall'"_s,
    u"BEGIN; LOCK TABLE reeve.device IN ACCESS EXCLUSIVE MODE"_s,
    u"LOCK TABLE pg_catalog.pg_class IN ACCESS EXCLUSIVE MODE"_s,
    u"ALTER SYSTEM SET fsync = off"_s,
    u"ALTER DATABASE postgres SET work_mem = '1GB'"_s,
    u"ALTER ROLE asha PASSWORD 'stolen'"_s,
    u"ALTER ROLE postgres PASSWORD 'stolen'"_s,
    u"ALTER ROLE reeve_owner LOGIN"_s,
    u"GRANT reeve_owner TO CURRENT_USER"_s,
    u"GRANT ALL ON ALL TABLES IN SCHEMA reeve TO CURRENT_USER"_s,
    u"ALTER TABLE reeve.audit DISABLE TRIGGER ALL"_s,
    u"ALTER TABLE reeve.special_category_item NO FORCE ROW LEVEL SECURITY"_s,
    u"ALTER FUNCTION reeve_api.hello RESET ALL"_s,
    u"DROP SCHEMA reeve CASCADE"_s,
    u"DROP FUNCTION reeve_api.reveal"_s,
    u"REASSIGN OWNED BY reeve_owner TO CURRENT_USER"_s,
    u"COMMENT ON TABLE reeve.person IS 'x'"_s,
    u"SECURITY LABEL ON ROLE asha IS 'x'"_s,
    u"CHECKPOINT"_s,
};

void same(const QStringList &found, const QStringList &expected)
{
    CHECK(found.join(u' ').toStdString() == expected.join(u' ').toStdString());
}

void hasOnlyTheApi(const Centre &centre, const QString &role)
{
    INFO(role.toStdString());

    same(linesAs(centre, role,
                 u"SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                 " WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND"
                 " CASE WHEN c.relkind IN ('r','p','v','m','f') THEN"
                 "  has_table_privilege($role, c.oid, 'SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER')"
                 "  OR has_any_column_privilege($role, c.oid, 'SELECT,INSERT,UPDATE,REFERENCES')"
                 " WHEN c.relkind = 'S' THEN has_sequence_privilege($role, c.oid, 'USAGE,SELECT,UPDATE') END"_s),
         {});
    same(linesAs(centre, role,
                 u"SELECT c.oid::regclass FROM pg_class c WHERE c.relkind IN ('r','p','v') AND c.oid < 16384 AND"
                 " has_table_privilege($role, c.oid, 'INSERT,UPDATE,DELETE,TRUNCATE,TRIGGER')"
                 " AND c.relname <> 'pg_settings'"_s), // whose rows are changed by SET
         {});
    same(linesAs(centre, role, u"SELECT nspname FROM pg_namespace WHERE has_schema_privilege($role, oid, 'CREATE')"_s),
         {});
    same(linesAs(centre, role,
                 u"SELECT nspname FROM pg_namespace WHERE has_schema_privilege($role, oid, 'USAGE') ORDER BY 1"_s),
         QStringList{u"information_schema"_s, u"pg_catalog"_s, u"public"_s, u"reeve_api"_s});
    same(linesAs(centre, role,
                 u"SELECT p FROM unnest('{CREATE,TEMPORARY}'::text[]) p"
                 " WHERE has_database_privilege($role, current_database(), p)"_s),
         {});
    same(linesAs(centre, role,
                 u"SELECT rolname FROM pg_roles WHERE pg_has_role($role, oid, 'MEMBER') AND rolname <> $role"
                 " AND rolname NOT IN ('reeve_agent', 'reeve_desk')"_s),
         {});
    same(linesAs(centre, role,
                 u"SELECT 1 FROM pg_roles WHERE rolname = $role AND (rolsuper OR rolcreaterole OR rolcreatedb OR"
                 " rolreplication OR rolbypassrls)"_s),
         {});
    // Nothing that writes, waits for others or reaches them, though PostgreSQL grants it to everybody.
    same(linesAs(centre, role,
                 u"SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND"
                 " has_function_privilege($role, oid, 'EXECUTE') AND proname ~"
                 " '^(lo_|lowrite|loread|pg_(try_)?advisory|pg_notify|pg_(terminate|cancel)_|pg_logical_emit|"
                 "pg_export_snap|pg_read_|pg_ls_|pg_stat_file|pg_reload|pg_switch|pg_promote)'"
                 " AND proname NOT IN ('pg_advisory_unlock_all', 'pg_read_file_old')"_s),
         {});
}

} // namespace

TEST_CASE("a desk's sign-in and an agent's have no right but to the functions of the API", "[security]")
{
    const Centre centre(postgres());
    const TestDesk desk(centre);
    hasOnlyTheApi(centre, desk.enrolment.poolUser);
    hasOnlyTheApi(centre, u"asha"_s);
}

TEST_CASE("no function of ours is open to everybody, and each has one kind of caller", "[security]")
{
    const Centre centre;
    same(linesAs(
             centre, {},
             u"SELECT p.oid::regprocedure FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))"
             " a WHERE p.pronamespace IN ('reeve'::regnamespace, 'reeve_api'::regnamespace)"
             " AND a.grantee NOT IN (p.proowner, 'reeve_agent'::regrole, 'reeve_desk'::regrole)"_s),
         {});
    same(linesAs(centre, {},
                 u"SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'reeve'::regnamespace AND"
                 " (has_function_privilege('reeve_agent', oid, 'EXECUTE')"
                 " OR has_function_privilege('reeve_desk', oid, 'EXECUTE'))"_s),
         {});
    // Whoever runs as the owner must not look anything up where the caller says.
    same(linesAs(centre, {},
                 u"SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'reeve_api'::regnamespace AND NOT"
                 " (prosecdef AND coalesce(array_to_string(proconfig, ';'), '') ~"
                 " '(^|;)search_path=pg_catalog, pg_temp(;|$)')"_s),
         {});
    same(linesAs(centre, {},
                 u"SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'reeve'::regnamespace AND prosecdef"_s),
         {});
    same(linesAs(centre, {},
                 u"SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'reeve_api'::regnamespace AND"
                 " has_function_privilege('reeve_agent', oid, 'EXECUTE')"
                 " = has_function_privilege('reeve_desk', oid, 'EXECUTE')"_s),
         {});
}

TEST_CASE("with a desk's sign-in, psql gets at no table, no file, no program and nobody else", "[security]")
{
    const Centre centre(postgres());
    const TestDesk desk(centre);
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    REQUIRE(session.value(u"SELECT session_user"_s) == desk.enrolment.poolUser.toUtf8());

    for (const QString &way : waysOut)
        refuses(session, way);
    const QStringList relations = linesAs(centre, {}, QString::fromLatin1(everyRelation));
    REQUIRE(relations.size() > 20);
    for (const QString &relation : relations) {
        refuses(session, u"SELECT * FROM "_s + relation);
        refuses(session, u"SELECT 1 FROM %1 LIMIT 0"_s.arg(relation));
        refuses(session, u"DELETE FROM "_s + relation);
        refuses(session, u"TRUNCATE "_s + relation);
        refuses(session, u"INSERT INTO %1 DEFAULT VALUES"_s.arg(relation));
        refuses(session, u"BEGIN; LOCK TABLE %1 IN ACCESS SHARE MODE"_s.arg(relation));
    }
    // Nothing came of it: the desk and an agent work as before.
    CHECK(centre.sql(u"SELECT count(*) FROM pg_largeobject_metadata"_s) == u"0"_s);
    TestDesk after(centre);
    CHECK(after.push({after.logged(after.interaction())}));
}

TEST_CASE("with an agent's own sign-in, psql gets no further", "[security]")
{
    const Centre centre(postgres());
    RawSession session(centre.server(), centre.database(), u"asha"_s, u"ashaashaasha"_s);
    for (const QString &way : waysOut) {
        if (way != u"SET ROLE asha"_s && way != u"ALTER ROLE asha PASSWORD 'stolen'"_s &&
            !way.contains(u"reeve_agent"_s) && !way.contains(u"'session_authorization', 'asha'"_s))
            refuses(session, way);
    }
    for (const QString &relation : linesAs(centre, {}, QString::fromLatin1(everyRelation)))
        refuses(session, u"SELECT * FROM "_s + relation);
}

TEST_CASE("what a desk did to its own role is put right by setting up the centre again", "[security]")
{
    // PostgreSQL lets every role change its own password and defaults, and all desks share one role.
    PostgresServer server({PostgresServer::Authentication::Scram, PostgresServer::Durability::Fast, {}});
    const Centre centre(server);
    TestDesk desk(centre);
    const QString role = desk.enrolment.poolUser;
    const auto isHeard = [&] {
        desk.gateway().disconnect();
        return desk.push({desk.logged(desk.interaction())}).has_value();
    };
    REQUIRE(isHeard());
    RawSession session(server, centre.database(), role, desk.enrolment.poolPassword);
    REQUIRE(session.run(u"ALTER ROLE %1 SET default_transaction_read_only = on"_s.arg(role)).isDone());
    REQUIRE(session.run(u"ALTER ROLE %1 RESET statement_timeout"_s.arg(role)).isDone());
    REQUIRE_FALSE(isHeard());
    REQUIRE(session.run(u"ALTER ROLE %1 PASSWORD 'mine alone'"_s.arg(role)).isDone());
    REQUIRE_FALSE(isHeard());

    REQUIRE(central::initCentral(centre.uri(), centre.superuserPassword()));
    CHECK(isHeard());
    CHECK(centre.sql(u"SELECT array_to_string(rolconfig, ' ') FROM pg_roles WHERE rolname = '%1'"_s.arg(role)) ==
          u"statement_timeout=60s idle_in_transaction_session_timeout=30s"_s);
}

TEST_CASE("a desk cannot have less than a durable commit called sent", "[security]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"CREATE TABLE public.seen (a text); GRANT INSERT ON public.seen TO PUBLIC;"
                     "CREATE FUNCTION public.look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                     " INSERT INTO public.seen VALUES (current_setting('synchronous_commit')); RETURN NULL; END $$;"
                     "CREATE CONSTRAINT TRIGGER look AFTER INSERT ON reeve.sync_entry DEFERRABLE INITIALLY DEFERRED"
                     " FOR EACH ROW EXECUTE FUNCTION public.look()"_s);
    for (const char *mode : {"off", "local", "remote_write", "on"}) {
        (void)centre.sql(
            u"ALTER DATABASE %1 SET synchronous_commit = '%2'"_s.arg(centre.database(), QString::fromLatin1(mode)));
        desk.gateway().disconnect();
        REQUIRE(desk.push({desk.logged(desk.interaction())}));
    }
    CHECK(centre.sql(u"SELECT DISTINCT a FROM public.seen"_s) == u"on"_s);
}

TEST_CASE("restricted content is hidden from the owner's functions too, but for the one item asked for", "[security]")
{
    const Centre centre;
    TestDesk desk(centre, u"dpo"_s);
    domain::Interaction interaction = desk.interaction();
    for (int i = 0; i < 2; ++i) {
        domain::SpecialCategoryItem item;
        item.id = desk.ids().next<domain::RestrictedItemTag>();
        item.interaction = interaction.id;
        item.detail = u"needs an interpreter"_s;
        item.notedAt = interaction.startedAt;
        interaction.specialCategory.push_back(item);
    }
    REQUIRE(desk.push({desk.logged(interaction)}));
    const QString id = interaction.specialCategory.front().id.toString();

    const auto asOwner = [&](const QString &sql) { return centre.sql(u"SET ROLE reeve_owner; "_s + sql); };
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.special_category_item"_s) == u"2"_s);
    CHECK(asOwner(u"SELECT count(*) FROM reeve.special_category_item"_s) == u"0"_s);
    CHECK(asOwner(u"SET reeve.reveal = '%1'; SELECT count(*) FROM reeve.special_category_item"_s.arg(id)) == u"1"_s);
    CHECK(asOwner(u"WITH d AS (DELETE FROM reeve.special_category_item RETURNING 1) SELECT count(*) FROM d"_s) ==
          u"0"_s);
    CHECK(asOwner(u"WITH d AS (UPDATE reeve.special_category_item SET detail = '' RETURNING 1)"
                  " SELECT count(*) FROM d"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relforcerowsecurity"_s) ==
          u"criminal_offence_item special_category_item"_s);

    // Every look leaves its line, and the permission does not outlive the call.
    RawSession session(centre.server(), centre.database(), desk.enrolment.poolUser, desk.enrolment.poolPassword);
    const auto reveal = session.call(
        u"SELECT * FROM reeve_api.reveal($1, $2, $3, $4)"_s,
        {desk.token.toUtf8(), desk.device.toString().toUtf8(), id.toUtf8(), QByteArray("the caller asked")});
    REQUIRE(reveal.rows.size() == 1);
    CHECK(reveal.rows[0][0] == "special_category");
    CHECK(session.value(u"SELECT coalesce(current_setting('reeve.reveal', true), '')"_s).isEmpty());
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'reveal' AND subject = '%1'"_s.arg(id)) ==
          u"1"_s);
}
