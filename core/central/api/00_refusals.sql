-- SPDX-License-Identifier: MIT
-- Refusals, audit and small words that the other functions use.

-- Every SQLSTATE of our own, in one place; its twin is core/central/sqlstate.cpp.
CREATE OR REPLACE FUNCTION reeve.refuse(reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'reeve: %', reason USING ERRCODE = CASE reason
        WHEN 'sign_in_needed' THEN 'RV001'
        WHEN 'stale_incarnation' THEN 'RV002'
        WHEN 'behind' THEN 'RV002'          -- we lack what the desk has seen here: it greets us again
        WHEN 'device_revoked' THEN 'RV003'
        WHEN 'denied' THEN 'RV004'
        WHEN 'not_found' THEN 'RV005'
        WHEN 'desk_too_old' THEN 'RV007'
        WHEN 'unconfirmed' THEN '53RV8'     -- of the class that every release takes for a server to be left alone
        ELSE 'RV006'                    -- invalid input
    END;
END $$;

-- Outside text as JSON. PostgreSQL quotes in its log what it cannot read, and what is sent here is about people: every
-- cast of such text happens where its failure is caught.
CREATE OR REPLACE FUNCTION reeve.as_json(given text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN given::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    PERFORM reeve.refuse('invalid_input');
END $$;

-- A name that others read in one line among others; its twin, which says what is wrong, is core/domain/display_name.cpp:
-- no control characters, no separators of lines, nothing that turns the direction of what follows.
CREATE OR REPLACE FUNCTION reeve.need_display_name(p_name text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF (length(p_name) <= 200 AND p_name ~ '\S'
        AND p_name !~ '[\u0001-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]') IS NOT TRUE THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION reeve.setting_value(p_name text) RETURNS text
LANGUAGE sql STABLE AS $$ SELECT value FROM reeve.setting WHERE name = p_name $$;

CREATE OR REPLACE FUNCTION reeve.rfc3339(at timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

CREATE OR REPLACE FUNCTION reeve.milliseconds(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE AS $$ SELECT floor(extract(epoch FROM at) * 1000)::bigint $$;

CREATE OR REPLACE FUNCTION reeve.instant(milliseconds bigint) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
    -- A desk's clock may say anything; what no calendar holds is moved to the edge of it.
    SELECT 'epoch'::timestamptz + make_interval(secs => greatest(least(milliseconds, 253402300799999), -62135596800000)
                                                        / 1000.0::double precision)
$$;

CREATE OR REPLACE FUNCTION reeve.has_right(p_roles text[], p_may text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM reeve.role_right r WHERE r.may = p_may AND r.role = ANY (p_roles))
$$;

CREATE OR REPLACE FUNCTION reeve.audit_hash(a reeve.audit) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(a.previous_hash || convert_to(jsonb_build_array(a.scope, a.n, reeve.milliseconds(a.at), a.agent,
        a.action, a.subject, a.person, a.detail)::text, 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION reeve.write_audit(p_scope uuid, p_agent text, p_action text, p_subject uuid, p_person uuid,
                                             p_detail jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    line reeve.audit;
BEGIN
    INSERT INTO reeve.audit_head VALUES (p_scope, 0, ''::bytea) ON CONFLICT DO NOTHING;
    UPDATE reeve.audit_head h SET n = h.n + 1 WHERE h.scope = p_scope    -- holds the chain until we commit
        RETURNING h.n, h.hash INTO line.n, line.previous_hash;
    line.scope := p_scope;
    line.at := clock_timestamp();
    line.agent := p_agent;
    line.action := p_action;
    line.subject := p_subject;
    line.person := p_person;
    line.detail := coalesce(p_detail, '{}');
    line.hash := reeve.audit_hash(line);
    INSERT INTO reeve.audit SELECT line.*;
    UPDATE reeve.audit_head h SET hash = line.hash WHERE h.scope = p_scope;
END $$;

-- The first number of the chain that is not there ("missing"), or whose line does not follow from the one before it
-- ("altered"); none when the chain is whole. Desks say it of theirs in the same words (core/store/audit_trail.h).
CREATE OR REPLACE FUNCTION reeve.first_break(p_scope uuid, OUT number bigint, OUT what text)
LANGUAGE sql STABLE AS $$
    SELECT least(l.n, l.place), CASE WHEN l.n > l.place THEN 'missing' ELSE 'altered' END FROM (
        SELECT a.n, row_number() OVER w AS place,
               a.hash = reeve.audit_hash(a) AND a.previous_hash = lag(a.hash, 1, ''::bytea) OVER w AS follows
          FROM reeve.audit a WHERE a.scope = p_scope WINDOW w AS (ORDER BY a.n)) l
     WHERE l.n <> l.place OR NOT l.follows ORDER BY l.n LIMIT 1
$$;

CREATE OR REPLACE FUNCTION reeve.audit_break(p_scope uuid) RETURNS bigint
LANGUAGE sql STABLE AS $$ SELECT b.number FROM reeve.first_break(p_scope) b $$;

CREATE OR REPLACE FUNCTION reeve.keep_audit() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'reeve: the audit is append-only' USING ERRCODE = 'RV004';
END $$;

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reeve.audit
    FOR EACH STATEMENT EXECUTE FUNCTION reeve.keep_audit();

-- After a restore: whoever was revoked since the backup is not revoked here, until an administrator has said that they
-- are again (reeve_api.confirm_restore).
CREATE OR REPLACE FUNCTION reeve.is_unconfirmed() RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT 1 FROM reeve.setting WHERE name = 'unconfirmed_epoch') $$;

-- Off: desks are up to date again by themselves, and the administrator revokes again. On: nobody reads before. Work is
-- taken all the while.
INSERT INTO reeve.setting (name, value) VALUES ('hold_after_restore', 'off') ON CONFLICT (name) DO NOTHING;

CREATE OR REPLACE FUNCTION reeve.is_reading_held() RETURNS boolean
LANGUAGE sql STABLE AS $$ SELECT reeve.is_unconfirmed() AND reeve.setting_value('hold_after_restore') = 'on' $$;

-- Roles of whoever is connected: an agent, or somebody who owns the database anyway.
CREATE OR REPLACE FUNCTION reeve.connected_roles() RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found_roles text[];
BEGIN
    SELECT roles INTO found_roles FROM reeve.agent WHERE name = session_user AND is_active;
    IF found_roles IS NULL AND pg_has_role(session_user, 'reeve_owner', 'MEMBER') THEN
        RETURN ARRAY['handler', 'supervisor', 'dpo', 'safeguarding', 'lifeline', 'administrator'];
    END IF;
    IF found_roles IS NULL THEN
        PERFORM reeve.refuse('denied');
    END IF;
    IF reeve.is_reading_held() AND NOT 'administrator' = ANY (found_roles) THEN
        PERFORM reeve.refuse('unconfirmed');
    END IF;
    RETURN found_roles;
END $$;
