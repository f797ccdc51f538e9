// SPDX-License-Identifier: MIT
#include "core/central/administration.h"
#include "core/central/administrator.h"
#include "core/central/schema.h"
#include "core/crypto/council_key.h"
#include "core/crypto/wipe_order.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// One at a time in one database; any number will do, as long as nobody else of ours takes it.
constexpr auto setupLock = "SELECT pg_advisory_xact_lock(7298734501)";

// Roles are shared by all databases of a server, so they may be there already.
constexpr auto roles = R"(
    DO $$
    BEGIN
        IF to_regrole('reeve_owner') IS NULL THEN
            CREATE ROLE reeve_owner NOLOGIN;
        END IF;
        IF to_regrole('reeve_agent') IS NULL THEN
            CREATE ROLE reeve_agent NOLOGIN;
        END IF;
        IF NOT pg_has_role(current_user, 'reeve_owner', 'MEMBER') THEN
            EXECUTE format('GRANT reeve_owner TO %I', current_user);
        END IF;
        BEGIN
            -- For replication and archiver state, from which the settled horizon is told.
            GRANT pg_monitor TO reeve_owner;
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE WARNING 'reeve_owner has no pg_monitor: nothing will be called safe behind a standby';
        END;
    END $$)";

// The timeouts hold through PgBouncer too, which a connection option would not. A transaction that is left open would
// hold back the change log of every desk.
constexpr auto roleSettings = R"(
    ALTER ROLE %1 SET statement_timeout = '60s';
    ALTER ROLE %1 SET idle_in_transaction_session_timeout = '30s')";

// PostgreSQL leaves to everybody: large objects, which fill the disk; locks and notifications that all share; ending or
// cancelling the calls of one's own role, which is every desk's; and writing to the log. Desks and agents have no use
// for any of it. In this database only; whoever is in reeve_owner keeps them.
constexpr auto leaveNothingToEverybody = R"(
    DO $$
    DECLARE
        name regprocedure;
    BEGIN
        FOR name IN
            SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~
                '^(lo_|lowrite$|loread$|pg_(try_)?advisory_|pg_notify$|pg_(terminate|cancel)_backend$|pg_export_snapshot$|pg_logical_emit_message$)'
                AND proname <> 'pg_advisory_unlock_all'     -- what a pooler calls between two users
                AND has_function_privilege('public', oid, 'EXECUTE')
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', name);
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO reeve_owner', name);
        END LOOP;
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;         -- as it was given before PostgreSQL 15
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'not a superuser: large objects, locks and notifications stay open to everybody';
    END $$)";

// What PostgreSQL writes down of a call that fails: neither the statement, nor values, nor the row. The functions catch
// what they can; this is for the rest, and holds in this database whatever the server's own settings say.
constexpr auto noWordsInTheLog = R"(
    DO $$
    DECLARE
        setting text;
    BEGIN
        FOREACH setting IN ARRAY ARRAY['log_error_verbosity = terse', 'log_min_error_statement = panic',
            'log_parameter_max_length = 0', 'log_parameter_max_length_on_error = 0']
        LOOP
            EXECUTE format('ALTER DATABASE %I SET ', current_database()) || setting;
        END LOOP;
    EXCEPTION WHEN insufficient_privilege THEN
        RAISE WARNING 'not a superuser: the log settings of packaging/central have to be set by hand';
    END $$)";

Result<> createDatabase(const QString &uri, const crypto::Secret &password, const QString &name)
{
    auto administrator = Administrator::connect(uri, password, u"postgres"_s);
    if (!administrator)
        return fail(administrator);
    const QByteArray create = "CREATE DATABASE " + (*administrator)->connection().quotedName(name) +
                              " TEMPLATE template0 ENCODING 'UTF8' LOCALE ";
    if ((*administrator)->execute(create + "'C.UTF-8'"))
        return {};
    const auto created = (*administrator)->execute(create + "'C'"); // no C.UTF-8 on that system
    // Somebody else made it meanwhile: so it is there.
    if (!created && (*administrator)->connection().sqlState() != "42P04")
        return fail(created);
    return {};
}

Result<std::unique_ptr<Administrator>> connectOrCreate(const QString &uri, const crypto::Secret &password,
                                                       bool &createdDatabase)
{
    auto administrator = Administrator::connect(uri, password);
    if (administrator || !administrator.error().detail.contains(u"3D000"_s))
        return administrator;
    const auto target = Target::parse(uri);
    if (!target)
        return fail(target);
    const QByteArray name = target->database.isEmpty() ? target->user : target->database;
    if (const auto created = createDatabase(uri, password, QString::fromUtf8(name)); !created)
        return fail(created);
    createdDatabase = true;
    return Administrator::connect(uri, password);
}

// 0 when there is no schema yet.
Result<int> foundVersion(Administrator &administrator)
{
    const auto table = administrator.value("SELECT to_regclass('reeve.schema_version')::text");
    if (!table)
        return fail(table);
    if (table->isEmpty())
        return 0;
    const auto version = administrator.value("SELECT coalesce(max(version), 0)::text FROM reeve.schema_version");
    if (!version)
        return fail(version);
    return version->toInt();
}

// Every role may change its own password and defaults, so one desk could shut out all: both are set again.
Result<> restorePoolRole(Administrator &administrator, const QString &name)
{
    Connection &connection = administrator.connection();
    const auto password = administrator.value("SELECT value FROM reeve.setting WHERE name = 'pool_password'");
    if (!password)
        return fail(password);
    const auto verifier = connection.verifierOf(crypto::Secret(password->toUtf8()), name);
    if (!verifier)
        return fail(verifier);
    const QByteArray user = connection.quotedName(name);
    return administrator.execute("DO $reeve$ BEGIN ALTER ROLE " + user + " RESET ALL; ALTER ROLE " + user +
                                 " PASSWORD " + connection.quotedText(QString::fromLatin1(*verifier)) + ";" +
                                 QString::fromLatin1(roleSettings).arg(QString::fromUtf8(user)).toUtf8() +
                                 "; EXCEPTION WHEN insufficient_privilege THEN"
                                 " RAISE WARNING 'the role of the desks is left as it is'; END $reeve$");
}

// The role that sync traffic runs over. Each database of a server has its own password for it, so a second database
// gets a second role.
Result<> makePoolRole(Administrator &administrator)
{
    const auto known = administrator.value("SELECT value FROM reeve.setting WHERE name = 'pool_user'");
    if (!known)
        return fail(known);
    if (!known->isEmpty()) {
        const auto role = administrator.value("SELECT to_regrole(quote_ident(value))::text FROM reeve.setting"
                                              " WHERE name = 'pool_user'");
        if (!role)
            return fail(role);
        if (!role->isEmpty())
            return restorePoolRole(administrator, *known);
    }
    const auto free = administrator.value("SELECT CASE WHEN to_regrole('reeve_desk') IS NULL THEN 'reeve_desk'"
                                          " ELSE 'reeve_desk_' || substr(md5(gen_random_uuid()::text), 1, 8) END");
    if (!free)
        return fail(free);

    Connection &connection = administrator.connection();
    const QString password = QString::fromLatin1(crypto::Secret::random(32).view().toByteArray().toHex());
    const QByteArray user = connection.quotedName(*free);
    const auto verifier = connection.verifierOf(crypto::Secret(password.toLatin1()), *free);
    if (!verifier)
        return fail(verifier);
    QByteArray sql =
        "CREATE ROLE " + user + " LOGIN PASSWORD " + connection.quotedText(QString::fromLatin1(*verifier)) + ";";
    if (*free != u"reeve_desk"_s)
        sql += "GRANT reeve_desk TO " + user + ";";
    sql += QString::fromLatin1(roleSettings).arg(QString::fromUtf8(user)).toUtf8() + ';';
    sql += "DELETE FROM reeve.setting WHERE name IN ('pool_user', 'pool_password');"
           "INSERT INTO reeve.setting VALUES ('pool_user', " +
           connection.quotedText(*free) + "), ('pool_password', " + connection.quotedText(password) + ')';
    return administrator.execute(sql);
}

Result<> makeCouncilKey(Administrator &administrator, CentralSetup &setup)
{
    const auto known = administrator.value("SELECT value FROM reeve.setting WHERE name = 'council_public_key'");
    if (!known)
        return fail(known);
    if (!known->isEmpty()) {
        setup.councilPublicKey = QByteArray::fromHex(known->toLatin1());
        return {};
    }
    crypto::CouncilKeyPair key = crypto::makeCouncilKeyPair();
    setup.councilPublicKey = key.publicKey;
    setup.councilSecretKey = std::move(key.secretKey);
    return administrator.execute("INSERT INTO reeve.setting VALUES ('council_public_key', '" +
                                 setup.councilPublicKey.toHex() + "')");
}

Result<> makeSigningKey(Administrator &administrator, CentralSetup &setup)
{
    const auto known = administrator.value("SELECT value FROM reeve.setting WHERE name = 'council_signing_key'");
    if (!known)
        return fail(known);
    if (!known->isEmpty()) {
        setup.signingPublicKey = QByteArray::fromHex(known->toLatin1());
        return {};
    }
    crypto::SigningKeyPair key = crypto::makeSigningKeyPair();
    setup.signingPublicKey = key.publicKey;
    setup.signingSeed = std::move(key.seed);
    return administrator.execute("INSERT INTO reeve.setting VALUES ('council_signing_key', '" +
                                 setup.signingPublicKey.toHex() + "')");
}

Result<> migrate(Administrator &administrator, int from)
{
    const auto all = migrations();
    if (!all)
        return fail(all);
    QByteArray sql;
    if (from == 0) {
        sql = "CREATE SCHEMA reeve AUTHORIZATION reeve_owner; CREATE SCHEMA reeve_api AUTHORIZATION reeve_owner;"
              "SET LOCAL ROLE reeve_owner;"
              "CREATE TABLE reeve.schema_version (version integer NOT NULL PRIMARY KEY, name text NOT NULL,"
              " reeve_version text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());";
    }
    sql += "SET LOCAL ROLE reeve_owner;";
    for (const Migration &migration : *all) {
        if (migration.version <= from)
            continue;
        sql += migration.sql + "\nINSERT INTO reeve.schema_version VALUES (" + QByteArray::number(migration.version) +
               ", '" + migration.name.toLatin1() + "', '" REEVE_VERSION "');\n";
    }
    return administrator.execute(sql + "RESET ROLE");
}

Result<> setUp(Administrator &administrator, CentralSetup &setup)
{
    if (const auto locked = administrator.execute(setupLock); !locked)
        return fail(locked);
    const auto encoding = administrator.value("SHOW server_encoding");
    if (!encoding)
        return fail(encoding);
    if (*encoding != u"UTF8"_s)
        return fail(ErrorCode::InvalidInput, u"the database has encoding %1, not UTF8"_s.arg(*encoding));
    const auto version = foundVersion(administrator);
    if (!version)
        return fail(version);
    if (*version > schemaVersion)
        return checkSchemaVersion(*version);
    const auto api = apiSql();
    if (!api)
        return fail(api);

    if (const auto made = administrator.execute(roles); !made)
        return made;
    if (const auto migrated = migrate(administrator, *version); !migrated)
        return migrated;
    if (const auto made = administrator.execute("SET LOCAL ROLE NONE"); !made)
        return made;
    if (const auto made = makePoolRole(administrator); !made)
        return made;
    if (const auto made = makeCouncilKey(administrator, setup); !made)
        return made;
    if (const auto made = makeSigningKey(administrator, setup); !made)
        return made;
    if (const auto made = administrator.execute("SET LOCAL ROLE reeve_owner;" + *api + "RESET ROLE"); !made)
        return made;
    const auto written =
        administrator.execute("SELECT reeve.write_audit('00000000-0000-0000-0000-000000000000', session_user::text, "
                              "'central_init', NULL, NULL,"
                              " jsonb_build_object('schema', " +
                              QByteArray::number(schemaVersion) + ", 'version', '" REEVE_VERSION "'))");
    if (!written)
        return written;
    const auto connects = administrator.execute(
        "DO $$ BEGIN EXECUTE format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());"
        " EXECUTE format('GRANT CONNECT ON DATABASE %I TO reeve_agent, reeve_desk, reeve_owner', current_database());"
        " END $$");
    if (!connects)
        return connects;
    if (const auto left = administrator.execute(leaveNothingToEverybody); !left)
        return left;
    if (const auto quiet = administrator.execute(noWordsInTheLog); !quiet)
        return quiet;
    setup.schemaVersion = schemaVersion;
    return {};
}

} // namespace

Result<CentralSetup> initCentral(const QString &uri, const crypto::Secret &password)
{
    CentralSetup setup;
    auto administrator = connectOrCreate(uri, password, setup.createdDatabase);
    if (!administrator)
        return fail(administrator);
    if (const auto begun = (*administrator)->execute("BEGIN; SET LOCAL client_min_messages = warning"); !begun)
        return fail(begun);
    if (const auto done = setUp(**administrator, setup); !done)
        return fail(done); // the connection closes, and with it the transaction
    if (const auto committed = (*administrator)->execute("COMMIT"); !committed)
        return fail(committed);
    return setup;
}

} // namespace reeve::central
