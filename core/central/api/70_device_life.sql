-- SPDX-License-Identifier: MIT
-- The life of a desk: the calls of today's protocol, what a desk is told about itself, wiping, and its audit chain.
--
-- The first release called hello, open_session and enrol, which answer a version that has to be its own. They stay as
-- they are for desks that were not brought up to date yet; today's desks name the protocol they speak and are answered
-- in JSON, to which names may be added.

-- What desks and this centre speak with each other: 2 the first release, 3 device life, 4 push and pull in which
-- the desk says what it has seen, 5 payloads that are said shortly.
CREATE OR REPLACE FUNCTION reeve.protocol() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 5';

CREATE OR REPLACE FUNCTION reeve_api.sign_in(p_device uuid, p_protocol integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT jsonb_build_object('protocol', least(p_protocol, reeve.protocol()), 'token', s.token,
        'expires_at_ms', s.expires_at_ms, 'roles', s.roles, 'display_name', s.display_name)
        FROM reeve_api.open_session(p_device) s)::text;
END $$;

CREATE OR REPLACE FUNCTION reeve_api.enrol_desk(p_desk_name text, p_protocol integer, p_version text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    e record;
BEGIN
    SELECT * INTO e FROM reeve_api.enrol(p_desk_name);
    UPDATE reeve.device d SET protocol = coalesce(p_protocol, 2), reeve_version = coalesce(left(p_version, 40), '')
     WHERE d.id = e.device;
    RETURN jsonb_build_object('protocol', least(p_protocol, reeve.protocol()), 'token', e.token,
        'expires_at_ms', e.expires_at_ms, 'roles', e.roles, 'display_name', e.display_name, 'device', e.device,
        'incarnation', e.incarnation, 'pool_user', e.pool_user, 'pool_password', e.pool_password,
        'council_public_key', encode(e.council_public_key, 'hex'),
        'council_signing_key', reeve.setting_value('council_signing_key'))::text;
END $$;

-- The order that counts for a desk, if any.
CREATE OR REPLACE FUNCTION reeve.order_for(p_device uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('statement', encode(o.statement, 'hex'), 'signature', encode(o.signature, 'hex'))
      FROM reeve.wipe_order o JOIN reeve.device d ON d.id = o.device
     WHERE o.device = p_device AND d.status = 'wipe' AND o.withdrawn_at IS NULL AND o.serial > d.order_floor
     ORDER BY o.serial DESC LIMIT 1
$$;

-- The same, which goes out now. Whoever is still there to ask for it when it was said to be carried out has the people
-- still, and what was wiped was a copy.
CREATE OR REPLACE FUNCTION reeve.hand_out_order(p_device uuid) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    v_order jsonb := reeve.order_for(p_device);
BEGIN
    IF v_order IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE reeve.wipe_order o SET fetched_at = now() WHERE o.device = p_device AND o.fetched_at IS NULL;
    UPDATE reeve.wipe_order o SET wiped_at = NULL, unsent = NULL
     WHERE o.device = p_device AND o.wiped_at IS NOT NULL AND o.withdrawn_at IS NULL;
    IF FOUND THEN
        PERFORM reeve.write_audit(p_device, '', 'wiped_desk_seen', p_device, NULL, NULL);
    END IF;
    RETURN v_order;
END $$;

-- Hello, and what the desk should know besides. Transaction numbers are text: JSON's numbers end at 2^53.
CREATE OR REPLACE FUNCTION reeve_api.greet(p_token text, p_device uuid, p_incarnation uuid, p_epoch uuid, p_highest xid8,
                                           p_waiting bigint, p_needs_attention bigint, p_device_time_ms bigint,
                                           p_protocol integer, p_version text, p_news_seen bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    h record;
    desk reeve.device;
    v_order jsonb;
BEGIN
    SELECT * INTO h FROM reeve_api.hello(p_token, p_device, p_incarnation, p_epoch, p_highest, coalesce(p_waiting, 0),
                                         coalesce(p_needs_attention, 0), coalesce(p_device_time_ms, 0));
    UPDATE reeve.device d SET protocol = coalesce(p_protocol, 2), reeve_version = coalesce(left(p_version, 40), '')
     WHERE d.id = h.device RETURNING * INTO desk;
    IF h.device_status IN ('active', 'push_only') THEN
        PERFORM reeve.release_parked();
    ELSIF h.device_status = 'wipe' THEN
        v_order := reeve.hand_out_order(h.device);
    END IF;
    RETURN jsonb_strip_nulls(jsonb_build_object('protocol', least(p_protocol, reeve.protocol()),
        'device_status', h.device_status, 'device', h.device, 'incarnation', h.incarnation, 'epoch', h.epoch,
        'has_entries_to', desk.last_sequence, 'deliveries', desk.deliveries,
        'highest', h.highest::text, 'settled', h.settled::text, 'central_time_ms', h.central_time_ms,
        'herd_spread_ms', h.herd_spread_ms, 'retry_after_ms', h.retry_after_ms, 'poll_ms', h.poll_ms,
        'expires_at_ms', h.expires_at_ms, 'roles', h.roles,
        'council_signing_key', reeve.setting_value('council_signing_key'), 'order_floor', desk.order_floor,
        'wipe_order', v_order,
        'inactive_agents', (SELECT jsonb_agg(a.name) FROM reeve.agent a WHERE NOT a.is_active),
        'news', CASE WHEN h.device_status IN ('active', 'push_only') THEN
            (SELECT jsonb_agg(jsonb_build_object('n', w.n, 'entry', w.entry, 'status', w.status, 'code', w.code,
                        'words', w.words, 'revision', w.revision, 'transaction', w.xid::text, 'by', w.decided_by,
                        'at_ms', reeve.milliseconds(w.decided_at)) ORDER BY w.n)
               FROM (SELECT * FROM reeve.entry_news k
                      WHERE k.origin = desk.origin AND k.n > coalesce(p_news_seen, 0)
                        -- Put aside, and taken since when its desk sent it again: that was the answer.
                        AND NOT (k.status IN (4, 5) AND k.code IS DISTINCT FROM 'rejected'
                                 AND EXISTS (SELECT 1 FROM reeve.sync_entry e WHERE e.entry = k.entry AND e.status < 4))
                      ORDER BY k.n LIMIT 200) w) END))::text;
END $$;

-- Without a token: a stolen desk has none that counts any more. It tells nothing but the order itself, which the desk
-- believes only for its signature.
CREATE OR REPLACE FUNCTION reeve_api.wipe_order(p_device uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN reeve.hand_out_order(p_device)::text;
END $$;

-- Without a token, too: the agent of a desk that was closed was often disabled with it, and no greeting tells it then.
-- What it is closed as, for a desk that knows its own id; nothing of one that is open.
CREATE OR REPLACE FUNCTION reeve_api.closed_as(p_device uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT d.status FROM reeve.device d WHERE d.id = p_device AND d.status <> 'active'
$$;

-- With a token that is not taken any more, since its agent was disabled: a desk that only they use would hear it from
-- nobody. Whoever never had such a token learns nothing.
CREATE OR REPLACE FUNCTION reeve_api.session_closed_as(p_token text, p_device uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'disabled' FROM reeve.session s
      JOIN reeve.agent a ON a.name = s.agent AND NOT a.is_active
      JOIN reeve.device d ON d.id = p_device AND d.origin = s.origin
     WHERE s.token_sha256 = sha256(convert_to(p_token, 'UTF8'))
$$;

-- As desks said it first, which do not show whether they are themselves.
CREATE OR REPLACE FUNCTION reeve_api.report_wiped(p_device uuid, p_serial bigint, p_unsent bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE reeve.wipe_order o SET wiped_at = now(), unsent = p_unsent
     WHERE o.device = p_device AND o.serial = p_serial AND o.wiped_at IS NULL AND o.withdrawn_at IS NULL
       AND o.fetched_at IS NOT NULL;
    IF FOUND THEN
        PERFORM reeve.write_audit(p_device, '', 'wiped', p_device, NULL,
                                  jsonb_build_object('serial', p_serial, 'unsent', p_unsent));
    END IF;
END $$;

-- Only the desk itself reports for itself: it shows the nonce that it was handed last. That a copy of it was wiped is
-- written down, and the order stands.
CREATE OR REPLACE FUNCTION reeve_api.report_wipe(p_device uuid, p_incarnation uuid, p_serial bigint, p_unsent bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM reeve.device d WHERE d.id = p_device AND (d.incarnation = p_incarnation
               OR d.previous_incarnation = p_incarnation AND NOT d.incarnation_used)) THEN
        PERFORM reeve_api.report_wiped(p_device, p_serial, p_unsent);
    ELSIF EXISTS (SELECT 1 FROM reeve.wipe_order o WHERE o.device = p_device AND o.serial = p_serial
                  AND o.withdrawn_at IS NULL AND o.fetched_at IS NOT NULL) THEN
        PERFORM reeve.write_audit(p_device, '', 'copy_wiped', p_device, NULL,
                                  jsonb_build_object('serial', p_serial, 'unsent', p_unsent));
    END IF;
END $$;

-- A desk under a wipe order hands in what it still has. Nobody knows who wrote it, so that all of it waits for a
-- supervisor instead of being applied.
CREATE OR REPLACE FUNCTION reeve.keep_for_review(
    p_delivered_by text, p_device uuid, p_sequence bigint[], p_entry uuid[], p_kind text[], p_base bigint[],
    p_payload bytea[], p_agent text[], p_device_time_ms bigint[], p_monotonic_ms bigint[], p_skew_ms bigint[])
RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    item record;
    d reeve.delivery;
    o reeve.outcome := (5, 'desk_under_wipe', 0, NULL, NULL)::reeve.outcome;
    answers jsonb := '[]';
BEGIN
    FOR item IN
        SELECT u.*, e.status, e.code, e.revision FROM unnest(p_sequence, p_entry, p_kind, p_base, p_payload, p_agent,
                                                             p_device_time_ms, p_monotonic_ms, p_skew_ms)
            WITH ORDINALITY u (sequence, entry, kind, base, payload, agent, device_time_ms, monotonic_ms, skew_ms, i)
          LEFT JOIN reeve.sync_entry e ON e.entry = u.entry ORDER BY u.i
    LOOP
        IF item.status IS NULL THEN
            d := (item.entry, p_device, item.sequence, item.kind, item.base, item.agent, p_delivered_by,
                  reeve.instant(item.device_time_ms));
            INSERT INTO reeve.sync_entry (entry, device, sequence, kind, status, code, revision, payload_sha256, agent,
                                          delivered_by, device_time, monotonic_ms, skew_ms)
                VALUES (d.entry, p_device, d.sequence, d.kind, 5, o.code, 0, sha256(item.payload), d.agent,
                        p_delivered_by, d.device_time, item.monotonic_ms, item.skew_ms) ON CONFLICT DO NOTHING;
            PERFORM reeve.put_aside(d, o, item.payload);
            answers := answers || jsonb_build_array(jsonb_build_array(item.i - 1, 5, o.code, 0));
        ELSE
            answers := answers || jsonb_build_array(jsonb_build_array(item.i - 1, item.status,
                CASE item.status WHEN 1 THEN 'duplicate' ELSE item.code END, item.revision));
        END IF;
    END LOOP;
    RETURN jsonb_build_object('x', pg_current_xact_id()::text, 'o', answers, 'd',
                              (SELECT k.deliveries FROM reeve.device k WHERE k.id = p_device))::text;
END $$;

-- The number a desk's record gives itself; none when it is no such record. What a desk sends is not to end the
-- verification of everybody else's.
CREATE OR REPLACE FUNCTION reeve.record_number(record text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (record::jsonb ->> 'n')::bigint;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END $$;

-- A piece of a desk's own chain. What is here already does no harm; what does not fit is kept as it came, and
-- audit_verify() names it. Each is countersigned in the centre's chain for that desk.
CREATE OR REPLACE FUNCTION reeve_api.deliver_audit(p_token text, p_device uuid, p_n bigint[], p_previous bytea[],
                                                   p_hash bytea[], p_record text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    holder record;
    item record;
BEGIN
    SELECT * INTO holder FROM reeve.token_holder(p_token, p_device);
    IF holder.status = 'revoked' THEN
        PERFORM reeve.refuse('device_revoked');
    END IF;
    -- A link that is none is refused before it is counted; one that only does not fit is kept, as evidence.
    IF (cardinality(p_n) <= 1000 AND cardinality(p_n) = cardinality(p_previous) AND cardinality(p_n) = cardinality(p_hash)
        AND cardinality(p_n) = cardinality(p_record) AND array_position(p_n, NULL) IS NULL
        AND array_position(p_previous, NULL) IS NULL AND array_position(p_hash, NULL) IS NULL
        AND array_position(p_record, NULL) IS NULL
        AND (SELECT max(octet_length(r)) FROM unnest(p_record) r) <= 1 << 20) IS NOT TRUE THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    BEGIN
        FOR item IN SELECT * FROM unnest(p_n, p_previous, p_hash, p_record) u (n, previous, hash, record) ORDER BY u.n LOOP
            INSERT INTO reeve.desk_audit (device, n, previous, hash, record)
                VALUES (p_device, item.n, item.previous, item.hash, item.record) ON CONFLICT DO NOTHING;
            IF FOUND THEN
                PERFORM reeve.write_audit(p_device, holder.agent, 'desk_record', NULL, NULL,
                                          jsonb_build_object('n', item.n, 'hash', encode(item.hash, 'hex')));
            END IF;
        END LOOP;
    EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN
        PERFORM reeve.refuse('invalid_input');  -- and the server's log quotes none of it
    END;
END $$;

-- Every chain: its length, and the first link that is broken, if one is. `chain` is centre, or desk (as the centre
-- has it). For auditors.
CREATE OR REPLACE FUNCTION reeve_api.audit_verify()
RETURNS TABLE (chain text, device uuid, records bigint, first_broken bigint, what text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT reeve.connected_roles() && ARRAY['administrator', 'dpo'] THEN
        PERFORM reeve.refuse('denied');
    END IF;
    RETURN QUERY
    SELECT 'centre', h.scope, l.records, coalesce(b.number, CASE
               WHEN l.records <> h.n THEN l.records + 1
               WHEN l.last_hash IS DISTINCT FROM h.hash THEN h.n END),
           coalesce(b.what, CASE
                WHEN l.records <> h.n THEN 'missing'
                WHEN l.last_hash IS DISTINCT FROM h.hash THEN 'altered' END)
      FROM reeve.audit_head h, LATERAL reeve.first_break(h.scope) b,
           LATERAL (SELECT count(*) AS records, (array_agg(a.hash ORDER BY a.n DESC))[1] AS last_hash
                      FROM reeve.audit a WHERE a.scope = h.scope) l
     ORDER BY h.scope;
    RETURN QUERY
    WITH checked AS (
        SELECT r.device, r.n, CASE
                WHEN sha256(r.previous || convert_to(r.record, 'UTF8')) <> r.hash
                     OR reeve.record_number(r.record) IS DISTINCT FROM r.n THEN 'altered'
                WHEN NOT EXISTS (SELECT 1 FROM reeve.audit c WHERE c.scope = r.device AND c.action = 'desk_record'
                                    AND c.detail ->> 'hash' = encode(r.hash, 'hex')) THEN 'not countersigned'
                WHEN r.n > 1 AND NOT EXISTS (
                    SELECT 1 FROM reeve.desk_audit b JOIN reeve.device bd ON bd.id = b.device
                     WHERE bd.origin = d.origin AND b.n = r.n - 1 AND b.hash = r.previous) THEN 'missing before it'
                WHEN r.n = 1 AND r.previous <> '' THEN 'altered' END AS what
          FROM reeve.desk_audit r JOIN reeve.device d ON d.id = r.device
        UNION ALL
        SELECT c.scope, (c.detail ->> 'n')::bigint, 'missing'
          FROM reeve.audit c WHERE c.action = 'desk_record'
           AND NOT EXISTS (SELECT 1 FROM reeve.desk_audit r WHERE r.device = c.scope
                              AND r.n = (c.detail ->> 'n')::bigint AND encode(r.hash, 'hex') = c.detail ->> 'hash')
    )
    SELECT 'desk', c.device, count(*) FILTER (WHERE c.what IS DISTINCT FROM 'missing'),
           min(c.n) FILTER (WHERE c.what IS NOT NULL),
           (array_agg(c.what ORDER BY c.n) FILTER (WHERE c.what IS NOT NULL))[1]
      FROM checked c GROUP BY c.device ORDER BY c.device;
END $$;

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reeve.desk_audit
    FOR EACH STATEMENT EXECUTE FUNCTION reeve.keep_audit();
