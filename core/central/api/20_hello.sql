-- SPDX-License-Identifier: MIT
-- Hello: is this desk itself, has the centre gone back in time, and how much is safe by now?

-- Which server this is: a restore to a point in time or a promotion changes the timeline, a restored dump the rest.
CREATE OR REPLACE FUNCTION reeve.server_identity() RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT (SELECT system_identifier::text FROM pg_control_system())
        || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
$$;

-- So long after a person was last opened at a desk, the desk is not told any more of what is said with them. Longer than
-- any desk keeps a timeline that is not opened (record_days of its policy).
INSERT INTO reeve.setting (name, value) VALUES ('interest_days', '35') ON CONFLICT (name) DO NOTHING;

-- Made once, and kept in every backup: what is sealed with it nobody but this centre has handed out.
INSERT INTO reeve.setting (name, value)
    SELECT 'nonce_secret', encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(),
                                                    'UTF8')), 'hex')
    ON CONFLICT (name) DO NOTHING;

CREATE OR REPLACE FUNCTION reeve.nonce_seal(p_device uuid, p_epoch uuid, p_number bytea) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT substr(sha256(decode(reeve.setting_value('nonce_secret'), 'hex') || uuid_send(p_device)
                         || uuid_send(p_epoch) || p_number), 1, 8)
$$;

-- What a desk must show at its next hello: eight bytes of the transaction that handed it out, eight of our seal on
-- them, the desk and the epoch. A desk that shows a later one than we remember proves that we went back in time.
CREATE OR REPLACE FUNCTION reeve.new_nonce(p_device uuid, p_epoch uuid) RETURNS uuid
LANGUAGE sql AS $$
    SELECT encode(x.number || reeve.nonce_seal(p_device, p_epoch, x.number), 'hex')::uuid
      FROM (SELECT int8send(pg_current_xact_id()::text::bigint) AS number) x
$$;

-- In which epoch the nonce was handed out to that desk, and its place among all such; nothing when it is not ours.
-- `p_epoch` may be one that this centre has lost: the seal proves it as well.
CREATE OR REPLACE FUNCTION reeve.nonce_origin(p_device uuid, p_nonce uuid, p_epoch uuid, OUT epoch uuid,
                                              OUT place bigint[])
LANGUAGE sql STABLE AS $$
    SELECT k.epoch, ARRAY[k.number, ('x' || encode(n.number, 'hex'))::bit(64)::bigint]
      FROM (SELECT e.epoch, e.number::bigint FROM reeve.epoch e
            UNION ALL
            SELECT p_epoch, 1::bigint << 32
             WHERE p_epoch IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reeve.epoch e WHERE e.epoch = p_epoch)) k,
           (SELECT substr(uuid_send(p_nonce), 1, 8) AS number, substr(uuid_send(p_nonce), 9) AS seal) n
     WHERE n.seal = reeve.nonce_seal(p_device, k.epoch, n.number) ORDER BY k.number DESC LIMIT 1
$$;

-- The epoch that counts now. Opens a new one when the server is not the one that the epoch began on, or when a desk has
-- proved that we went back within `p_proven`. What a desk only claims counts for nothing.
CREATE OR REPLACE FUNCTION reeve.epoch_now(p_proven uuid) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
    latest reeve.epoch;
    v_server text := reeve.server_identity();
    v_reason text;
BEGIN
    FOR attempt IN 1..2 LOOP
        SELECT * INTO latest FROM reeve.epoch ORDER BY number DESC LIMIT 1;
        v_reason := CASE
            WHEN latest.epoch IS NULL THEN 'first'
            WHEN latest.server <> v_server THEN 'other server or timeline'
            WHEN p_proven = latest.epoch
                 OR NOT EXISTS (SELECT 1 FROM reeve.epoch e WHERE e.epoch = p_proven) AND p_proven IS NOT NULL
                THEN 'behind a desk'
        END;
        IF v_reason IS NULL THEN
            RETURN latest.epoch;
        END IF;
        -- Look once more when nobody else can be opening one.
        LOCK TABLE reeve.epoch IN SHARE ROW EXCLUSIVE MODE;
    END LOOP;
    -- One that we lost is written down again, so that the next desk from there opens no further one.
    INSERT INTO reeve.epoch (epoch, server, reason) SELECT p_proven, v_server, 'lost' WHERE p_proven IS NOT NULL
        ON CONFLICT (epoch) DO NOTHING;
    INSERT INTO reeve.epoch (server, reason) VALUES (v_server, v_reason) RETURNING * INTO latest;
    -- Positions from a time that did not happen here would never be read, or be handed out a second time.
    DELETE FROM reeve.change_log WHERE xid >= pg_current_xact_id();
    DELETE FROM reeve.horizon_probe;
    IF v_reason <> 'first' THEN
        INSERT INTO reeve.setting VALUES ('unconfirmed_epoch', latest.epoch)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value;
    END IF;
    PERFORM reeve.write_audit('00000000-0000-0000-0000-000000000000', session_user::text, 'epoch', latest.epoch, NULL,
                              jsonb_build_object('reason', v_reason));
    RETURN latest.epoch;
END $$;

-- What was decided is decided again: everybody may read.
CREATE OR REPLACE FUNCTION reeve.confirm_epoch(p_epoch uuid, p_reason text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM reeve.setting WHERE name = 'unconfirmed_epoch';
    IF FOUND THEN
        PERFORM reeve.write_audit('00000000-0000-0000-0000-000000000000', session_user::text, 'restore_confirmed',
                                  p_epoch, NULL, jsonb_build_object('reason', p_reason));
    END IF;
END $$;

-- For promote-standby, and who else makes a synchronous standby the primary: opens the new epoch before the first desk
-- does. Such a server has all that was committed, decisions about desks and agents too.
CREATE OR REPLACE FUNCTION reeve.current_epoch(p_epoch uuid, p_highest xid8) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
    v_epoch uuid := reeve.epoch_now(NULL);
BEGIN
    PERFORM reeve.confirm_epoch(v_epoch, 'promoted standby');
    RETURN v_epoch;
END $$;

-- How far the write-ahead log is where it cannot be lost with this machine, as far as the council set that up.
CREATE OR REPLACE FUNCTION reeve.settled_lsn() RETURNS pg_lsn
LANGUAGE plpgsql AS $$
DECLARE
    mode text := reeve.setting_value('settled_by');
    segment text;
    archived pg_lsn;
    replicated pg_lsn;
BEGIN
    IF mode = 'auto' THEN
        mode := CASE
            WHEN current_setting('archive_mode') <> 'off' AND current_setting('synchronous_standby_names') <> '' THEN 'both'
            WHEN current_setting('archive_mode') <> 'off' THEN 'archive'
            WHEN current_setting('synchronous_standby_names') <> '' THEN 'standby'
            ELSE 'flushed'
        END;
    END IF;
    IF mode IN ('archive', 'both') THEN
        SELECT last_archived_wal INTO segment FROM pg_stat_archiver;
        IF segment ~ '^[0-9A-F]{24}$' AND substr(segment, 1, 8) = substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) THEN
            archived := (substr(segment, 9, 8) || '/00000000')::pg_lsn
                + (('x' || substr(segment, 17, 8))::bit(32)::bigint + 1)
                  * (SELECT bytes_per_wal_segment FROM pg_control_init());
        END IF;
    END IF;
    IF mode IN ('standby', 'both') THEN
        SELECT max(flush_lsn) INTO replicated FROM pg_stat_replication;
    END IF;
    RETURN CASE mode
        WHEN 'archive' THEN archived
        WHEN 'standby' THEN replicated
        WHEN 'both' THEN CASE WHEN archived < replicated THEN archived WHEN replicated IS NOT NULL
                              AND archived IS NOT NULL THEN replicated END
        ELSE pg_current_wal_flush_lsn()
    END;
EXCEPTION WHEN insufficient_privilege THEN
    RETURN NULL;    -- without pg_monitor we cannot know, and so nothing is called safe
END $$;

-- Transactions before this one are safe. Notes where we are, at most once a second; a note from the future, since this
-- server's clock was set back, keeps nobody from making one.
CREATE OR REPLACE FUNCTION reeve.settled_horizon() RETURNS xid8
LANGUAGE plpgsql AS $$
DECLARE
    settled pg_lsn := reeve.settled_lsn();
    safe xid8;
BEGIN
    -- The snapshot is older than the position read under it: what the one calls finished is before the other.
    INSERT INTO reeve.horizon_probe (horizon, lsn)
        SELECT pg_snapshot_xmin(pg_current_snapshot()), pg_current_wal_insert_lsn()
         WHERE NOT EXISTS (SELECT 1 FROM reeve.horizon_probe
                            WHERE at BETWEEN clock_timestamp() - interval '1 second' AND clock_timestamp());
    SELECT p.horizon INTO safe FROM reeve.horizon_probe p
     WHERE p.lsn <= settled AND p.at < clock_timestamp() - interval '2 seconds' ORDER BY p.lsn DESC LIMIT 1;
    IF safe IS NOT NULL THEN
        DELETE FROM reeve.horizon_probe WHERE ctid = ANY (ARRAY(
            SELECT p.ctid FROM reeve.horizon_probe p WHERE p.horizon < safe FOR UPDATE SKIP LOCKED));
    END IF;
    RETURN coalesce(safe, '0'::xid8);
END $$;

CREATE OR REPLACE FUNCTION reeve_api.hello(p_token text, p_device uuid, p_incarnation uuid, p_epoch uuid, p_highest xid8,
                                           p_waiting bigint, p_needs_attention bigint, p_device_time_ms bigint)
RETURNS TABLE (schema_version integer, device_status text, device uuid, incarnation uuid, epoch uuid, highest xid8,
               settled xid8, central_time_ms bigint, herd_spread_ms bigint, retry_after_ms bigint, poll_ms bigint,
               expires_at_ms bigint, roles text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    holder record;
    desk reeve.device;
    v_expires timestamptz;
    v_epoch uuid;
    v_shown record;
    v_proven uuid;
    v_spread bigint := reeve.setting_value('herd_spread_ms')::bigint;
BEGIN
    SELECT * INTO holder FROM reeve.token_holder(p_token, p_device);
    SELECT * INTO desk FROM reeve.device d WHERE d.id = p_device FOR UPDATE;
    SELECT s.expires_at INTO v_expires FROM reeve.session s
     WHERE s.token_sha256 = sha256(convert_to(p_token, 'UTF8'));
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;

    IF desk.status IN ('active', 'push_only') THEN
        IF desk.incarnation = p_incarnation THEN
            desk.previous_incarnation := p_incarnation;
        ELSIF desk.previous_incarnation = p_incarnation AND NOT desk.incarnation_used THEN
            NULL;   -- our last answer was lost; the desk still holds the nonce before it
        ELSE
            SELECT * INTO v_shown FROM reeve.nonce_origin(p_device, p_incarnation, p_epoch);
            IF v_shown.place > coalesce((SELECT o.place FROM reeve.nonce_origin(p_device, desk.incarnation, NULL) o),
                                        '{0,0}') THEN
                desk.previous_incarnation := p_incarnation; -- the desk is itself: it is we who have forgotten
                v_proven := v_shown.epoch;
            ELSE
                -- A copy, or a desk rolled back to an older state. It becomes a desk of its own and delivers again by
                -- id. What it was answered for as the desk it was copied from is here up to that one's last number.
                INSERT INTO reeve.device (id, name, origin, status, incarnation, enrolled_by, last_sequence)
                    VALUES (gen_random_uuid(), desk.name, desk.origin, desk.status, gen_random_uuid(), holder.agent,
                            desk.last_sequence) RETURNING * INTO desk;
                INSERT INTO reeve.desk_interest (device, person)
                    SELECT desk.id, i.person FROM reeve.desk_interest i WHERE i.device = p_device;
                PERFORM reeve.write_audit(desk.id, holder.agent, 'copy_found', p_device, NULL, NULL);
            END IF;
        END IF;
        v_epoch := reeve.epoch_now(v_proven);
        desk.incarnation := reeve.new_nonce(desk.id, v_epoch);
        UPDATE reeve.device d SET incarnation = desk.incarnation, previous_incarnation = desk.previous_incarnation,
               incarnation_used = false, waiting = p_waiting, needs_attention = p_needs_attention,
               skew_ms = reeve.milliseconds(clock_timestamp()) - p_device_time_ms, last_seen_at = now(), protocol = 2
         WHERE d.id = desk.id;

        -- Also where it ends later: a clock that ran ahead for a moment gives no token that lives for years.
        v_expires := now() + make_interval(days => reeve.setting_value('session_days')::int);
        UPDATE reeve.session s SET expires_at = v_expires
         WHERE s.token_sha256 = sha256(convert_to(p_token, 'UTF8'))
           AND s.expires_at > now() -- still: its agent may be disabled in this moment
           AND s.expires_at NOT BETWEEN v_expires - interval '1 hour' AND v_expires;
        DELETE FROM reeve.desk_interest i
         WHERE i.device = desk.id AND i.since < now() - make_interval(days => reeve.setting_value('interest_days')::int);
    END IF;

    v_epoch := coalesce(v_epoch, reeve.epoch_now(NULL));
    IF v_spread = 0 THEN
        v_spread := greatest(5000, 10 * (SELECT count(*) FROM reeve.device));
    END IF;
    -- 2: what the first release takes for its own; today's desks come by reeve_api.greet.
    RETURN QUERY SELECT 2, desk.status, desk.id, desk.incarnation,
        v_epoch, pg_current_xact_id(), reeve.settled_horizon(), reeve.milliseconds(clock_timestamp()), v_spread,
        0::bigint, reeve.setting_value('poll_ms')::bigint, reeve.milliseconds(v_expires),
        array_to_string(holder.roles, ' ');
END $$;
