-- SPDX-License-Identifier: MIT
-- Signing in, as the agent's own role; and what a token stands for, in every later call over the pooled role.

-- A session of the connected agent on that desk. The only time the token is known here.
CREATE OR REPLACE FUNCTION reeve.new_session(p_device uuid, OUT token text, OUT expires_at timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
    v_origin uuid;
BEGIN
    -- A desk that nobody here has heard of was enrolled in a time that a restore took away. Whoever may enrol a desk
    -- has just proved who they are, so it is taken in again, and delivers all it has; at hello it becomes a new desk.
    INSERT INTO reeve.device (id, name, origin, incarnation, enrolled_by)
        SELECT p_device, 'desk ' || left(p_device::text, 8), p_device, gen_random_uuid(), session_user
         WHERE p_device IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reeve.device d WHERE d.id = p_device)
        ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        PERFORM reeve.write_audit(p_device, session_user::text, 'enrol', p_device, NULL,
                                  jsonb_build_object('reason', 'unknown desk'));
    END IF;
    SELECT d.origin INTO v_origin FROM reeve.device d WHERE d.id = p_device AND d.status IN ('active', 'push_only');
    IF v_origin IS NULL THEN
        PERFORM reeve.refuse('device_revoked');
    END IF;
    DELETE FROM reeve.session s WHERE s.expires_at < now() - interval '30 days';
    -- Two version-4 UUIDs: 244 bits from the server's strong random source.
    token := replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
    expires_at := now() + make_interval(days => reeve.setting_value('session_days')::int);
    INSERT INTO reeve.session (token_sha256, agent, origin, expires_at)
        VALUES (sha256(convert_to(token, 'UTF8')), session_user, v_origin, expires_at);
    PERFORM reeve.write_audit(p_device, session_user::text, 'sign_in', p_device, NULL, NULL);
END $$;

CREATE OR REPLACE FUNCTION reeve_api.open_session(p_device uuid)
RETURNS TABLE (schema_version integer, token text, expires_at_ms bigint, roles text, display_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who reeve.agent;
    opened record;
BEGIN
    SELECT * INTO who FROM reeve.agent a WHERE a.name = session_user AND a.is_active;
    IF who.name IS NULL THEN
        PERFORM reeve.refuse('sign_in_needed');
    END IF;
    SELECT * INTO opened FROM reeve.new_session(p_device);
    RETURN QUERY SELECT 2, opened.token::text, -- the version that the first release takes for its own
        reeve.milliseconds(opened.expires_at), array_to_string(who.roles, ' '), who.display_name;
END $$;

CREATE OR REPLACE FUNCTION reeve_api.enrol(p_desk_name text)
RETURNS TABLE (schema_version integer, token text, expires_at_ms bigint, roles text, display_name text,
               device uuid, incarnation uuid, pool_user text, pool_password text, council_public_key bytea)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_device uuid := gen_random_uuid();
    v_incarnation uuid := gen_random_uuid();
BEGIN
    IF NOT EXISTS (SELECT 1 FROM reeve.agent a WHERE a.name = session_user AND a.is_active) THEN
        PERFORM reeve.refuse('sign_in_needed');
    END IF;
    PERFORM reeve.need_display_name(p_desk_name);
    INSERT INTO reeve.device (id, name, origin, incarnation, enrolled_by)
        VALUES (v_device, p_desk_name, v_device, v_incarnation, session_user);
    PERFORM reeve.write_audit(v_device, session_user::text, 'enrol', v_device, NULL, NULL);
    RETURN QUERY SELECT s.schema_version, s.token, s.expires_at_ms, s.roles, s.display_name, v_device, v_incarnation,
        reeve.setting_value('pool_user'), reeve.setting_value('pool_password'),
        decode(reeve.setting_value('council_public_key'), 'hex')
        FROM reeve_api.open_session(v_device) s;
END $$;

-- Whose token it is, on which desk. Refuses an unknown, expired or foreign one.
CREATE OR REPLACE FUNCTION reeve.token_holder(p_token text, p_device uuid, OUT agent text, OUT roles text[],
                                              OUT status text, OUT is_incarnation_used boolean)
LANGUAGE plpgsql AS $$
BEGIN
    SELECT a.name, a.roles, d.status, d.incarnation_used INTO agent, roles, status, is_incarnation_used
      FROM reeve.session s
      JOIN reeve.agent a ON a.name = s.agent AND a.is_active
      JOIN reeve.device d ON d.id = p_device AND d.origin = s.origin
     WHERE s.token_sha256 = sha256(convert_to(p_token, 'UTF8')) AND s.expires_at > now();
    IF agent IS NULL THEN
        PERFORM reeve.refuse('sign_in_needed');
    END IF;
END $$;

-- The same for a call that reads: a desk that may only deliver gets nothing.
CREATE OR REPLACE FUNCTION reeve.reader(p_token text, p_device uuid, OUT agent text, OUT roles text[])
LANGUAGE plpgsql AS $$
DECLARE
    holder record;
BEGIN
    SELECT * INTO holder FROM reeve.token_holder(p_token, p_device);
    IF holder.status = 'push_only' THEN
        PERFORM reeve.refuse('denied');
    ELSIF holder.status <> 'active' THEN
        PERFORM reeve.refuse('device_revoked');
    ELSIF (SELECT d.protocol FROM reeve.device d WHERE d.id = p_device)
          < reeve.setting_value('least_reading_protocol')::integer THEN
        PERFORM reeve.refuse('desk_too_old');
    ELSIF reeve.is_reading_held() THEN
        PERFORM reeve.refuse('unconfirmed');
    END IF;
    IF NOT holder.is_incarnation_used THEN
        UPDATE reeve.device d SET incarnation_used = true WHERE d.id = p_device AND NOT d.incarnation_used;
    END IF;
    agent := holder.agent;
    roles := holder.roles;
END $$;
