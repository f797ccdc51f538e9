-- SPDX-License-Identifier: MIT
-- What an administrator does about desks, agents and entries, connected as themselves. Everything is written down.

CREATE OR REPLACE FUNCTION reeve.need_role(p_any text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT reeve.connected_roles() && p_any THEN
        PERFORM reeve.refuse('denied');
    END IF;
END $$;

CREATE OR REPLACE FUNCTION reeve.write_administration(p_action text, p_subject uuid, p_detail jsonb) RETURNS void
LANGUAGE sql AS $$
    SELECT reeve.write_audit('00000000-0000-0000-0000-000000000000', session_user::text, p_action, p_subject, NULL,
                             p_detail)
$$;

CREATE OR REPLACE FUNCTION reeve.device_json(d reeve.device) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', d.id, 'name', d.name, 'status', d.status, 'origin', d.origin,
        'enrolled_by', d.enrolled_by, 'enrolled_at', reeve.rfc3339(d.enrolled_at),
        'last_seen_at', reeve.rfc3339(d.last_seen_at), 'last_sequence', d.last_sequence, 'waiting', d.waiting,
        'needs_attention', d.needs_attention, 'skew_ms', d.skew_ms, 'protocol', d.protocol, 'version', d.reeve_version)
        || jsonb_strip_nulls(jsonb_build_object('reason', d.status_reason, 'set_by', d.status_by,
            'set_at', reeve.rfc3339(d.status_at),
            'wipe', (SELECT jsonb_build_object('serial', o.serial, 'ordered_by', o.ordered_by,
                        'ordered_at', reeve.rfc3339(o.ordered_at), 'fetched_at', reeve.rfc3339(o.fetched_at),
                        'wiped_at', reeve.rfc3339(o.wiped_at), 'unsent', o.unsent)
                       FROM reeve.wipe_order o WHERE o.device = d.id AND o.withdrawn_at IS NULL
                      ORDER BY o.serial DESC LIMIT 1)))
$$;

-- One JSON object for each desk.
CREATE OR REPLACE FUNCTION reeve_api.device_list() RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    RETURN QUERY SELECT reeve.device_json(d)::text FROM reeve.device d ORDER BY d.name, d.id;
END $$;

-- active, push_only or revoked; a wipe takes an order. Back to active makes all orders so far void.
CREATE OR REPLACE FUNCTION reeve_api.set_device_status(p_device uuid, p_status text, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    desk reeve.device;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    IF p_status IS NULL OR p_status NOT IN ('active', 'push_only', 'revoked') THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    SELECT * INTO desk FROM reeve.device d WHERE d.id = p_device FOR UPDATE;
    IF desk.id IS NULL THEN
        PERFORM reeve.refuse('not_found');
    ELSIF p_status = 'active' AND EXISTS (SELECT 1 FROM reeve.wipe_order o
                                           WHERE o.device = p_device AND o.wiped_at IS NOT NULL) THEN
        PERFORM reeve.refuse('invalid_input');  -- there is nothing left that could be active
    END IF;
    UPDATE reeve.wipe_order o SET withdrawn_at = now()
     WHERE o.device = p_device AND o.withdrawn_at IS NULL AND o.wiped_at IS NULL;
    UPDATE reeve.device d SET status = p_status, status_reason = p_reason, status_by = session_user, status_at = now(),
           order_floor = greatest(d.order_floor, coalesce((SELECT max(o.serial) FROM reeve.wipe_order o
                                                            WHERE o.device = p_device), 0))
     WHERE d.id = p_device RETURNING * INTO desk;
    PERFORM reeve.write_administration('device_' || p_status, p_device, jsonb_build_object('reason', p_reason));
    RETURN reeve.device_json(desk)::text;
END $$;

-- The number that the next order for this desk must have.
CREATE OR REPLACE FUNCTION reeve_api.next_wipe_serial(p_device uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_floor bigint;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    SELECT d.order_floor INTO v_floor FROM reeve.device d WHERE d.id = p_device;
    IF v_floor IS NULL THEN
        PERFORM reeve.refuse('not_found');
    END IF;
    RETURN 1 + greatest(v_floor, coalesce((SELECT max(o.serial) FROM reeve.wipe_order o WHERE o.device = p_device), 0));
END $$;

-- The public half of the key that orders are signed with, in hexadecimal: an order by another one would do nothing.
CREATE OR REPLACE FUNCTION reeve_api.signing_key() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    RETURN reeve.setting_value('council_signing_key');
END $$;

CREATE OR REPLACE FUNCTION reeve_api.order_wipe(p_device uuid, p_serial bigint, p_statement bytea, p_signature bytea,
                                                p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    desk reeve.device;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    SELECT * INTO desk FROM reeve.device d WHERE d.id = p_device FOR UPDATE;
    IF desk.id IS NULL THEN
        PERFORM reeve.refuse('not_found');
    ELSIF (p_serial > desk.order_floor AND length(p_signature) = 64 AND length(p_statement) <= 1000) IS NOT TRUE THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    INSERT INTO reeve.wipe_order (device, serial, statement, signature, ordered_by)
        VALUES (p_device, p_serial, p_statement, p_signature, session_user);
    UPDATE reeve.device d SET status = 'wipe', status_reason = p_reason, status_by = session_user, status_at = now()
     WHERE d.id = p_device RETURNING * INTO desk;
    PERFORM reeve.write_administration('device_wipe', p_device, jsonb_build_object('reason', p_reason, 'serial', p_serial));
    RETURN reeve.device_json(desk)::text;
END $$;

CREATE OR REPLACE FUNCTION reeve_api.agent_list() RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    RETURN QUERY SELECT jsonb_build_object('agent', a.name, 'display_name', a.display_name, 'roles', to_jsonb(a.roles),
            'is_active', a.is_active, 'added_at', reeve.rfc3339(a.added_at),
            'sessions', (SELECT count(*) FROM reeve.session s WHERE s.agent = a.name AND s.expires_at > now()))::text
        FROM reeve.agent a ORDER BY a.name;
END $$;

-- Sessions end at once, for good, and are kept: who shows the token of one is told whose end it was. They end a day ago,
-- so that neither a greeting under way nor a clock that is set back brings one to life. What the agent wrote and has not
-- sent yet may be delivered by a colleague of the same desk.
CREATE OR REPLACE FUNCTION reeve_api.set_agent_active(p_name text, p_is_active boolean, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who reeve.agent;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    UPDATE reeve.agent a SET is_active = coalesce(p_is_active, false) WHERE a.name = p_name RETURNING * INTO who;
    IF who.name IS NULL THEN
        PERFORM reeve.refuse('not_found');
    END IF;
    IF NOT who.is_active THEN
        UPDATE reeve.session s SET expires_at = least(s.expires_at, now() - interval '1 day')
            WHERE s.agent = p_name;
    END IF;
    PERFORM reeve.write_administration(CASE WHEN p_is_active THEN 'agent_enabled' ELSE 'agent_disabled' END, NULL,
                                       jsonb_build_object('agent', p_name, 'reason', p_reason));
    RETURN jsonb_build_object('agent', who.name, 'is_active', who.is_active)::text;
END $$;

-- --- what the centre could not take ---------------------------------------------------------------------------------

-- What is parked until this entry is applied: an entry that makes a record has its id.
CREATE OR REPLACE FUNCTION reeve.awaited_by(p_entry uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_agg(w.entry ORDER BY w.sequence) FROM reeve.quarantine w
     WHERE w.waits_for = p_entry AND w.state = 'parked' AND w.resolved_at IS NULL
$$;

CREATE OR REPLACE FUNCTION reeve.quarantine_json(q reeve.quarantine) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('entry', q.entry, 'device', q.device,
        'desk', (SELECT d.name FROM reeve.device d WHERE d.id = q.device), 'kind', q.kind, 'state', q.state,
        'reason', q.reason, 'sqlstate', q.sqlstate, 'waits_for', q.waits_for,
        -- How that one stands, if it came and was put aside as well.
        'waits_for_state', (SELECT w.state FROM reeve.quarantine w WHERE w.entry = q.waits_for
                             ORDER BY w.received_at DESC LIMIT 1),
        'awaited_by', CASE WHEN q.state <> 'parked' THEN reeve.awaited_by(q.entry) END, 'agent', q.agent,
        'device_time', reeve.rfc3339(q.device_time), 'received_at', reeve.rfc3339(q.received_at),
        'resolved_at', reeve.rfc3339(q.resolved_at), 'is_mended', q.mended IS NOT NULL, 'decided_by', q.decided_by,
        'decided_at', reeve.rfc3339(q.decided_at), 'decision', q.decision_words,
        'size', coalesce(octet_length(q.payload), octet_length(q.payload_bytes))))
$$;

CREATE OR REPLACE FUNCTION reeve_api.quarantine_list(p_with_resolved boolean, p_limit integer) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    RETURN QUERY SELECT reeve.quarantine_json(q)::text FROM reeve.quarantine q
        WHERE p_with_resolved OR q.resolved_at IS NULL ORDER BY q.received_at, q.sequence LIMIT p_limit;
END $$;

-- The latest of an entry that waits for a decision, held until we commit.
CREATE OR REPLACE FUNCTION reeve.quarantined(p_entry uuid) RETURNS reeve.quarantine
LANGUAGE plpgsql AS $$
DECLARE
    q reeve.quarantine;
BEGIN
    SELECT * INTO q FROM reeve.quarantine w WHERE w.entry = p_entry AND w.resolved_at IS NULL
     ORDER BY w.received_at DESC LIMIT 1 FOR UPDATE;
    IF q.entry IS NULL THEN
        PERFORM reeve.refuse('not_found');
    END IF;
    RETURN q;
END $$;

-- What a payload says that is restricted.
CREATE OR REPLACE FUNCTION reeve.restricted_part(p_kind text, doc jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_kind IN ('special_category_item_added', 'criminal_offence_item_added') THEN doc
                ELSE jsonb_strip_nulls(jsonb_build_object('special_category', doc -> 'special_category',
                                                          'criminal_offence', doc -> 'criminal_offence')) END
$$;

-- With its payload, for a reason; without what is restricted in it, unless the role allows to reveal both kinds. Null:
-- there is no such entry; an answer and not an error, so that the look's audit line stays.
CREATE OR REPLACE FUNCTION reeve_api.quarantine_show(p_entry uuid, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    q reeve.quarantine;
    v_roles text[] := reeve.connected_roles();
    may_reveal boolean := reeve.has_right(v_roles, 'reveal_special_category')
                          AND reeve.has_right(v_roles, 'reveal_criminal_offence');
    v_text text;
    doc jsonb;
    restricted jsonb;
    v_restricted text;  -- what the audit says of it; NULL: there was nothing
    answer jsonb;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    IF coalesce(btrim(p_reason), '') = '' THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    SELECT * INTO q FROM reeve.quarantine w WHERE w.entry = p_entry ORDER BY w.received_at DESC LIMIT 1;
    IF q.entry IS NULL THEN
        PERFORM reeve.write_administration('quarantine_shown', p_entry,
                                           jsonb_build_object('reason', p_reason, 'outcome', 'not_found'));
        RETURN NULL;
    END IF;
    answer := reeve.quarantine_json(q);
    v_text := coalesce(q.mended, q.payload);
    BEGIN
        doc := v_text::jsonb;
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        doc := NULL;
    END;
    IF doc IS NULL THEN
        -- Not JSON: who may not see what is restricted cannot be shown any of it.
        IF may_reveal THEN
            answer := answer || jsonb_strip_nulls(jsonb_build_object('text', v_text,
                                                                     'bytes', encode(q.payload_bytes, 'base64')));
            v_restricted := 'unreadable_shown';
        ELSE
            answer := answer || jsonb_build_object('unreadable', true);
            v_restricted := 'unreadable_left_out';
        END IF;
    ELSE
        restricted := reeve.restricted_part(q.kind, doc);
        IF restricted = '{}' THEN
            answer := answer || jsonb_build_object('payload', doc);
        ELSIF may_reveal THEN
            answer := answer || jsonb_build_object('payload', doc);
            v_restricted := 'shown';
        ELSE
            answer := answer || jsonb_build_object('payload', CASE WHEN restricted = doc THEN '{}'
                ELSE doc - '{special_category,criminal_offence}'::text[] END, 'restricted_left_out', true);
            v_restricted := 'left_out';
        END IF;
    END IF;
    PERFORM reeve.write_administration('quarantine_shown', p_entry, jsonb_strip_nulls(jsonb_build_object(
        'reason', p_reason, 'outcome', 'shown', 'kind', q.kind, 'restricted', v_restricted)));
    RETURN answer::text;
END $$;

CREATE OR REPLACE FUNCTION reeve.apply_again(q reeve.quarantine) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    d reeve.delivery := (q.entry, q.device, q.sequence, q.kind, q.base_revision, q.agent, q.delivered_by, q.device_time);
    o reeve.outcome;
BEGIN
    o := reeve.try_entry(d, reeve.payload_of(q));
    -- Of another payload that does not do either nothing is kept: what came stays what is shown and tried again.
    IF o.status = 5 AND EXISTS (SELECT 1 FROM reeve.quarantine w WHERE w.entry = q.entry
                                AND w.payload_sha256 = q.payload_sha256 AND w.mended IS DISTINCT FROM q.mended) THEN
        RETURN jsonb_build_object('entry', q.entry, 'outcome', 'quarantined', 'reason', o.code);
    END IF;
    UPDATE reeve.quarantine w
       SET reason = coalesce(o.code, w.reason), sqlstate = o.sqlstate, waits_for = o.waits_for,
           state = CASE o.status WHEN 4 THEN 'parked' WHEN 5 THEN 'quarantined' ELSE w.state END,
           mended = q.mended, decided_by = session_user, decided_at = now(),
           resolved_at = CASE WHEN o.status NOT IN (4, 5) THEN now() END
     WHERE w.entry = q.entry AND w.payload_sha256 = q.payload_sha256;
    IF o.status NOT IN (4, 5) THEN
        PERFORM reeve.release_parked();
    END IF;
    PERFORM reeve.note_outcome(q, o);
    RETURN jsonb_strip_nulls(jsonb_build_object('entry', q.entry, 'outcome', CASE o.status WHEN 1 THEN 'applied'
        WHEN 3 THEN 'conflict' WHEN 4 THEN 'parked' ELSE 'quarantined' END, 'reason', o.code, 'waits_for', o.waits_for));
END $$;

CREATE OR REPLACE FUNCTION reeve_api.quarantine_reapply(p_entry uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    PERFORM reeve.write_administration('quarantine_reapplied', p_entry, NULL);
    RETURN reeve.apply_again(reeve.quarantined(p_entry))::text;
END $$;

-- Another payload instead of the one that came, which stays beside it. What is restricted in that one and was left out
-- of what was shown is put back.
CREATE OR REPLACE FUNCTION reeve_api.quarantine_mend(p_entry uuid, p_payload text, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    q reeve.quarantine;
    doc jsonb;
    v_restricted jsonb := '{}';
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    doc := reeve.as_json(p_payload);
    IF coalesce(btrim(p_reason), '') = '' OR jsonb_typeof(doc) IS DISTINCT FROM 'object' THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    q := reeve.quarantined(p_entry);
    BEGIN
        v_restricted := coalesce(reeve.restricted_part(q.kind, q.payload::jsonb), '{}');
    EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
        NULL;   -- it came as something else than JSON
    END;
    q.mended := (v_restricted || doc)::text;
    PERFORM reeve.write_administration('quarantine_mended', p_entry, jsonb_build_object('reason', p_reason,
        'before', encode(q.payload_sha256, 'hex'), 'after', encode(sha256(convert_to(q.mended, 'UTF8')), 'hex')));
    RETURN reeve.apply_again(q)::text;
END $$;

-- Decides that these are never applied. All of it is stored before any desk is told: whoever holds the lock on what is
-- told waits for nothing else. `p_with`: the entry whose rejection this belongs to, if it is another.
CREATE OR REPLACE FUNCTION reeve.reject(p_entries reeve.quarantine[], p_reason text, p_with uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    q reeve.quarantine;
BEGIN
    FOREACH q IN ARRAY p_entries LOOP
        UPDATE reeve.quarantine w SET state = 'rejected', resolved_at = now(), decided_by = session_user,
               decided_at = now(), decision_words = p_reason
         WHERE w.entry = q.entry AND w.payload_sha256 = q.payload_sha256;
        UPDATE reeve.sync_entry e SET status = 5, code = 'rejected', xid = pg_current_xact_id()
         WHERE e.entry = q.entry AND e.payload_sha256 = q.payload_sha256;
    END LOOP;
    FOREACH q IN ARRAY p_entries LOOP
        PERFORM reeve.tell_desk(q, (5, 'rejected', 0, NULL, NULL)::reeve.outcome, p_reason);
        PERFORM reeve.write_administration('quarantine_rejected', q.entry, jsonb_strip_nulls(jsonb_build_object(
            'reason', p_reason, 'with', nullif(p_with, q.entry))));
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION reeve.may_reject(p_reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator', 'supervisor']);
    IF coalesce(btrim(p_reason), '') = '' OR length(p_reason) > 500 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
END $$;

-- What waits for it stays, to be decided about one by one, and is named: it may hold what somebody needs.
CREATE OR REPLACE FUNCTION reeve_api.quarantine_reject(p_entry uuid, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.may_reject(p_reason);
    PERFORM reeve.reject(ARRAY[reeve.quarantined(p_entry)], p_reason, p_entry);
    RETURN jsonb_strip_nulls(jsonb_build_object('entry', p_entry, 'outcome', 'rejected',
                                                'awaited_by', reeve.awaited_by(p_entry)))::text;
END $$;

-- With all that waits for it, and for that in turn. Of an entry that was rejected before, what still waits for it.
CREATE OR REPLACE FUNCTION reeve_api.quarantine_reject_with_waiting(p_entry uuid, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    q reeve.quarantine;
    v_entries reeve.quarantine[] := '{}';
BEGIN
    PERFORM reeve.may_reject(p_reason);
    FOR q IN
        WITH RECURSIVE concerned AS (
            SELECT p_entry AS entry
            UNION
            SELECT w.entry FROM reeve.quarantine w JOIN concerned c ON w.waits_for = c.entry
             WHERE w.state = 'parked' AND w.resolved_at IS NULL)
        SELECT w.* FROM reeve.quarantine w
         WHERE w.entry IN (SELECT c.entry FROM concerned c) AND w.resolved_at IS NULL
         ORDER BY w.device, w.sequence FOR UPDATE OF w
    LOOP
        v_entries := v_entries || q;
    END LOOP;
    IF v_entries = '{}' THEN
        PERFORM reeve.refuse('not_found');
    END IF;
    PERFORM reeve.reject(v_entries, p_reason, p_entry);
    RETURN jsonb_build_object('entry', p_entry, 'outcome', 'rejected', 'rejected_with_it',
        (SELECT coalesce(jsonb_agg(e.entry ORDER BY e.sequence), '[]') FROM unnest(v_entries) e
          WHERE e.entry <> p_entry))::text;
END $$;

-- --- after a restore ------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION reeve_api.confirm_restore(p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_epoch uuid;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    IF coalesce(btrim(p_reason), '') = '' OR length(p_reason) > 500 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    v_epoch := reeve.epoch_now(NULL);   -- when no desk came yet
    PERFORM reeve.confirm_epoch(v_epoch, p_reason);
    RETURN jsonb_build_object('epoch', v_epoch, 'is_confirmed', true)::text;
END $$;

-- --- how it stands --------------------------------------------------------------------------------------------------

-- Whose open transaction holds the change log of every desk back, how far it is safe, and where it is copied to.
CREATE OR REPLACE FUNCTION reeve.server_status() RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN jsonb_build_object(
        'transaction', pg_current_xact_id()::text,
        'readable_before', pg_snapshot_xmin(pg_current_snapshot())::text,
        'oldest_transaction', (SELECT jsonb_build_object('pid', a.pid, 'user', a.usename, 'application', a.application_name,
                    'state', a.state, 'transaction', a.backend_xid::text,
                    'age_s', floor(extract(epoch FROM clock_timestamp() - a.xact_start)))
               FROM pg_stat_activity a WHERE a.backend_xid IS NOT NULL AND a.pid <> pg_backend_pid()
                AND a.datname = current_database() ORDER BY a.xact_start LIMIT 1),
        'settled_horizon', reeve.settled_horizon()::text,
        'settled_by', reeve.setting_value('settled_by'),
        'replication', jsonb_build_object('synchronous_standby_names', current_setting('synchronous_standby_names'),
            'synchronous_commit', current_setting('synchronous_commit'), 'archive_mode', current_setting('archive_mode'),
            'last_archived_at', (SELECT reeve.rfc3339(last_archived_time) FROM pg_stat_archiver),
            'archive_failures', (SELECT failed_count FROM pg_stat_archiver),
            'standbys', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', r.application_name, 'state', r.state,
                            'sync_state', r.sync_state,
                            'behind_bytes', pg_wal_lsn_diff(pg_current_wal_lsn(), r.flush_lsn)) ORDER BY r.application_name),
                            '[]') FROM pg_stat_replication r)));
END $$;

CREATE OR REPLACE FUNCTION reeve.more_status() RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN reeve.server_status() || jsonb_build_object(
        'protocol', reeve.protocol(),
        'epoch_started_at', (SELECT reeve.rfc3339(e.started_at) FROM reeve.epoch e ORDER BY e.number DESC LIMIT 1),
        'awaits_confirmation', reeve.is_unconfirmed(),
        'epoch_reason', (SELECT e.reason FROM reeve.epoch e ORDER BY e.number DESC LIMIT 1),
        'waiting_at_desks', (SELECT coalesce(sum(d.waiting), 0) FROM reeve.device d WHERE d.status IN ('active', 'push_only')),
        'quarantine_reasons', (SELECT coalesce(jsonb_object_agg(k.reason, k.entries), '{}')
               FROM (SELECT q.reason, count(*) AS entries FROM reeve.quarantine q WHERE q.resolved_at IS NULL
                      GROUP BY q.reason) k),
        'rejected', (SELECT count(*) FROM reeve.quarantine q WHERE q.state = 'rejected'),
        'devices', (SELECT coalesce(jsonb_agg(reeve.device_json(d) ORDER BY d.name, d.id), '[]') FROM reeve.device d));
END $$;
