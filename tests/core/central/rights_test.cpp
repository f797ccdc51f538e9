// SPDX-License-Identifier: MIT
// Safe by default: what the catalogue says about rights, whatever objects there are by now.
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// Everything that somebody else than its owner holds on an object, as "object: grantee right".
constexpr auto grants = R"(
    SELECT coalesce(string_agg(g.what || ': ' || g.who || ' ' || g.may, ', ' ORDER BY g.what), 'none') FROM (
        SELECT c.relname AS what, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS who,
               a.privilege_type AS may
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'reeve',
               LATERAL aclexplode(c.relacl) a WHERE a.grantee <> c.relowner
        UNION ALL
        SELECT c.relname || '.' || t.attname, a.grantee::regrole::text, a.privilege_type
          FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'reeve', LATERAL aclexplode(t.attacl) a
        UNION ALL
        SELECT p.proname, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, a.privilege_type
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = 'reeve',
               LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee <> p.proowner
        UNION ALL
        SELECT n.nspname, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, a.privilege_type
          FROM pg_namespace n, LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
         WHERE n.nspname = 'reeve' AND a.grantee <> n.nspowner
        UNION ALL
        SELECT 'default', CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, a.privilege_type
          FROM pg_default_acl d, LATERAL aclexplode(d.defaclacl) a WHERE a.grantee <> d.defaclrole
    ) g)";

} // namespace

TEST_CASE("nobody but its owner holds any right on any table, column, sequence, function or the schema",
          "[central][rights]")
{
    const Centre centre;
    const TestDesk desk(centre);
    CHECK(centre.sql(QString::fromLatin1(grants)) == u"none"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM information_schema.table_privileges WHERE table_schema IN ('reeve',"
                     " 'reeve_api') AND grantee <> 'reeve_owner'"_s) == u"0"_s);
    (void)centre.sql(u"GRANT SELECT (fields) ON reeve.person TO reeve_agent"_s); // so the question can be answered no
    CHECK(centre.sql(QString::fromLatin1(grants)) == u"person.fields: reeve_agent SELECT"_s);
}

TEST_CASE("the functions of the API are given to agents or to desks, run as their owner, and look nowhere else",
          "[central][rights]")
{
    const Centre centre;
    CHECK(centre.sql(u"SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                     " AND n.nspname = 'reeve_api' WHERE NOT prosecdef OR NOT coalesce(proconfig::text LIKE"
                     " '%search_path=pg\\_catalog, pg\\_temp%', false)"_s) == u"0"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                     " AND n.nspname = 'reeve_api', LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))"
                     " a WHERE a.grantee <> p.proowner AND (a.grantee = 0 OR a.grantee::regrole::text NOT IN"
                     " ('reeve_agent', 'reeve_desk') OR a.is_grantable)"_s) == u"0"_s);
    // Every one is somebody's: a function that nobody may call was forgotten.
    CHECK(centre.sql(u"SELECT coalesce(string_agg(p.proname, ', '), 'none') FROM pg_proc p JOIN pg_namespace n ON"
                     " n.oid = p.pronamespace AND n.nspname = 'reeve_api' WHERE NOT EXISTS (SELECT 1 FROM"
                     " aclexplode(p.proacl) a WHERE a.grantee <> p.proowner)"_s) == u"none"_s);
}

TEST_CASE("every table of the centre has row-level security", "[central][rights]")
{
    const Centre centre;
    CHECK(centre.sql(u"SELECT coalesce(string_agg(tablename, ', '), 'none') FROM pg_tables WHERE schemaname = 'reeve'"
                     " AND NOT rowsecurity AND tablename <> 'schema_version'"_s) == u"none"_s);
}

TEST_CASE("passwords are kept as SCRAM, roles are ordinary, and strangers do not even connect", "[central][rights]")
{
    const Centre centre(postgres()); // set up, not copied: a copy of a database does not have its rights
    CHECK(centre.sql(u"SELECT bool_and(a.rolpassword LIKE 'SCRAM-SHA-256$%') FROM pg_authid a WHERE a.rolname IN"
                     " ('asha', 'sam', 'dpo', 'reeve_desk')"_s) == u"t"_s);
    CHECK(
        centre.sql(u"SELECT count(*) FROM pg_roles WHERE rolname IN ('asha', 'sam', 'dpo', 'reeve_desk', 'reeve_agent',"
                   " 'reeve_owner') AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR"
                   " rolbypassrls)"_s) == u"0"_s);
    (void)centre.sql(
        u"DO $$ BEGIN IF to_regrole('stranger') IS NULL THEN CREATE ROLE stranger LOGIN; END IF; END $$"_s);
    CHECK(centre.sql(u"SELECT has_database_privilege('stranger', current_database(), 'CONNECT')"_s) == u"f"_s);
    CHECK(centre.sql(u"SELECT has_database_privilege('reeve_agent', current_database(), 'TEMPORARY')"_s) == u"f"_s);
}

TEST_CASE("an agent has one of six roles, and no other", "[central][rights]")
{
    const Centre centre;
    using domain::Role;
    for (const Role role : {Role::Handler, Role::Supervisor, Role::DataProtectionOfficer, Role::Safeguarding,
                            Role::Lifeline, Role::Administrator})
        CHECK(central::addAgent(centre.uri(), {}, u"kim"_s, u"Kim"_s, {role}, {}));
    CHECK(centre.sql(u"DO $$ BEGIN UPDATE reeve.agent SET roles = '{owner}'; RAISE 'taken'; EXCEPTION WHEN"
                     " check_violation THEN NULL; END $$; SELECT 'refused'"_s) == u"refused"_s);
}
