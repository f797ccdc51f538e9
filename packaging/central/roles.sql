-- SPDX-License-Identifier: MIT
-- Once on the primary, as its superuser, in the database reeve, after `reevectl central init`:
--   psql -v bouncer_password=… -v standby_password=… -d reeve -f roles.sql
-- Passwords: openssl rand -hex 24. Safe to repeat; it sets them again.
SELECT 'CREATE ROLE reeve_bouncer' WHERE to_regrole('reeve_bouncer') IS NULL \gexec
SELECT 'CREATE ROLE reeve_standby' WHERE to_regrole('reeve_standby') IS NULL \gexec
ALTER ROLE reeve_bouncer LOGIN PASSWORD :'bouncer_password';
ALTER ROLE reeve_standby LOGIN REPLICATION PASSWORD :'standby_password';

-- What PgBouncer may know: the SCRAM verifier of who signs in, and of nobody who could do harm with it.
CREATE SCHEMA IF NOT EXISTS reeve_bouncer;
REVOKE ALL ON SCHEMA reeve_bouncer FROM PUBLIC;
GRANT USAGE ON SCHEMA reeve_bouncer TO reeve_bouncer;
CREATE OR REPLACE FUNCTION reeve_bouncer.lookup(p_name text, OUT usename text, OUT passwd text) RETURNS record
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT a.rolname::text, a.rolpassword FROM pg_authid a
     WHERE a.rolname = p_name AND a.rolcanlogin AND NOT a.rolsuper AND NOT a.rolreplication
       AND (a.rolvaliduntil IS NULL OR a.rolvaliduntil > now())
$$;
REVOKE ALL ON FUNCTION reeve_bouncer.lookup(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reeve_bouncer.lookup(text) TO reeve_bouncer;
-- Nobody but Reeve's roles may even connect; PgBouncer has to.
SELECT format('GRANT CONNECT ON DATABASE %I TO reeve_bouncer', current_database()) \gexec
