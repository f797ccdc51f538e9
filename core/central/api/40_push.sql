-- SPDX-License-Identifier: MIT
-- Push (41_push_calls.sql): one batch, one call, one transaction. Nearly always everything goes in together, but for what could not be read;
-- when anything else in the batch cannot, it is done again in smaller stretches, and in the end entry by entry, so that
-- one bad entry never holds up the rest.

CREATE OR REPLACE FUNCTION reeve.conflict_json(c reeve.conflict) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('id', c.id, 'person', c.person, 'field', c.field, 'ours', c.ours, 'theirs', c.theirs,
        'our_agent', c.our_agent, 'their_agent', c.their_agent, 'raised_at', reeve.rfc3339(c.raised_at),
        'decided_at', reeve.rfc3339(c.decided_at))
$$;

DROP FUNCTION IF EXISTS reeve.delivering(text, uuid, uuid, bigint);

-- Holds the desk until we commit, so that a connection that died half-way cannot still be at work beside this one.
-- Refuses one that has delivered more often than we know of, what is under way before this counted: we were put back
-- since, and nothing would tell later.
CREATE OR REPLACE FUNCTION reeve.delivering(p_token text, p_device uuid, p_incarnation uuid, p_last bigint,
                                            p_deliveries bigint) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    holder record;
    desk reeve.device;
BEGIN
    SELECT * INTO holder FROM reeve.token_holder(p_token, p_device);
    SELECT * INTO desk FROM reeve.device d WHERE d.id = p_device FOR UPDATE;
    IF desk.status = 'revoked' THEN
        PERFORM reeve.refuse('device_revoked');
    END IF;
    IF p_incarnation = desk.incarnation THEN
        desk.incarnation_used := true;
    ELSIF p_incarnation IS DISTINCT FROM desk.previous_incarnation OR desk.incarnation_used THEN
        PERFORM reeve.refuse('stale_incarnation');
    END IF;
    IF p_deliveries > desk.deliveries THEN
        PERFORM reeve.refuse('behind');
    END IF;
    UPDATE reeve.device d SET incarnation_used = desk.incarnation_used, last_seen_at = now(),
           deliveries = d.deliveries + 1,
           waiting = greatest(0, d.waiting - greatest(0, p_last - d.last_sequence)),
           last_sequence = greatest(d.last_sequence, p_last) WHERE d.id = p_device;
    RETURN holder.agent;
END $$;

-- Answers JSON: {"x": transaction, "d": deliveries of this desk so far, "o": [[index, status, code, revision] …],
-- "c": [conflict …]}. An entry that is not named was applied and has no more to tell. Outcomes are those of the input, never of what RETURNING shows.
CREATE OR REPLACE FUNCTION reeve.take_batch(
    p_token text, p_device uuid, p_incarnation uuid, p_deliveries bigint, p_sequence bigint[], p_entry uuid[],
    p_kind text[], p_base bigint[], p_payload bytea[], p_agent text[], p_device_time_ms bigint[], p_monotonic_ms bigint[],
    p_skew_ms bigint[])
RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET jit = off
AS $$
DECLARE
    session_agent text;
    count integer := coalesce(cardinality(p_entry), 0);
    status smallint[];
    code text[];
    revision bigint[];
    lows integer[] := '{1}';            -- stretches that are still to be done, the next one last
    highs integer[];
    low integer;
    high integer;
    step integer;
    failures integer := 0;
    is_new boolean;
    is_done boolean;
    parts integer;
    s_sequence bigint[];
    s_entry uuid[];
    s_kind text[];
    s_base bigint[];
    s_payload bytea[];
    s_agent text[];
    s_time bigint[];
    s_status smallint[];
    s_code text[];
    s_revision bigint[];
    s_read record;
    d reeve.delivery;
    o reeve.outcome;
    item record;
    aside reeve.quarantine;
BEGIN
    session_agent := reeve.delivering(p_token, p_device, p_incarnation, p_sequence[count], p_deliveries);
    -- Ten times what a desk sends at most; and one of each for every entry, none of them missing.
    IF count NOT BETWEEN 1 AND 5000 OR EXISTS (
        SELECT 1 FROM unnest(ARRAY[cardinality(p_sequence), cardinality(p_kind), cardinality(p_base),
                cardinality(p_payload), cardinality(p_agent), cardinality(p_device_time_ms),
                cardinality(p_monotonic_ms), cardinality(p_skew_ms)]) n WHERE n IS DISTINCT FROM count)
       OR num_nulls(array_position(p_sequence, NULL), array_position(p_entry, NULL), array_position(p_kind, NULL),
              array_position(p_base, NULL), array_position(p_payload, NULL), array_position(p_agent, NULL),
              array_position(p_device_time_ms, NULL), array_position(p_monotonic_ms, NULL),
              array_position(p_skew_ms, NULL)) < 9 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    status := array_fill(1::smallint, ARRAY[count]);
    code := array_fill(NULL::text, ARRAY[count]);
    revision := array_fill(0::bigint, ARRAY[count]);
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    IF (SELECT k.status FROM reeve.device k WHERE k.id = p_device) = 'wipe' THEN
        RETURN reeve.keep_for_review(session_agent, p_device, p_sequence, p_entry, p_kind, p_base, p_payload, p_agent,
                                     p_device_time_ms, p_monotonic_ms, p_skew_ms);
    END IF;

    -- OFFSET 0 here and below: always from the batch into the ledger's key, whatever the planner thinks of the sizes.
    is_new := NOT EXISTS (SELECT 1 FROM unnest(p_entry) u,
                                 LATERAL (SELECT 1 FROM reeve.sync_entry e WHERE e.entry = u OFFSET 0) known);
    highs := ARRAY[count];
    WHILE cardinality(lows) > 0 LOOP
        low := lows[cardinality(lows)];
        high := highs[cardinality(highs)];
        lows := trim_array(lows, 1);
        highs := trim_array(highs, 1);
        is_done := false;
        IF is_new AND (failures = 0 OR high - low >= 3) THEN
            s_sequence := p_sequence[low:high];
            s_entry := p_entry[low:high];
            s_kind := p_kind[low:high];
            s_base := p_base[low:high];
            s_payload := p_payload[low:high];
            s_agent := p_agent[low:high];
            s_time := p_device_time_ms[low:high];
            s_status := status[low:high];
            s_code := code[low:high];
            s_revision := revision[low:high];
            BEGIN
                SELECT * INTO s_read FROM reeve.read_entries(s_entry, s_kind, s_payload, s_agent, p_device);
                IF 'person_created' = ANY (s_kind) THEN
                    PERFORM reeve.put_people(s_read.people);
                END IF;
                IF 'interaction_logged' = ANY (s_kind) THEN
                    PERFORM reeve.put_interactions(s_read.heads, s_read.notes, s_read.parties, s_read.restricted);
                END IF;
                FOR item IN
                    SELECT u.* FROM unnest(s_sequence, s_entry, s_kind, s_base, s_payload, s_agent, s_time)
                        WITH ORDINALITY u (sequence, entry, kind, base, payload, agent, device_time_ms, i)
                     WHERE u.kind <> 'interaction_logged' OR (s_read.refused[u.i]).status IS NOT NULL ORDER BY u.i
                LOOP
                    o := s_read.refused[item.i];
                    IF item.kind = 'person_created' AND o.status IS NULL THEN
                        s_revision[item.i] := 1;
                        CONTINUE;
                    END IF;
                    d := (item.entry, p_device, item.sequence, item.kind, item.base, item.agent, session_agent,
                          reeve.instant(item.device_time_ms));
                    IF o.status IS NULL THEN
                        o := reeve.apply_entry(d, item.payload);
                    END IF;
                    s_status[item.i] := o.status;
                    s_code[item.i] := o.code;
                    s_revision[item.i] := o.revision;
                    IF o.status IN (4, 5) THEN
                        PERFORM reeve.put_aside(d, o, item.payload);
                    END IF;
                END LOOP;
                INSERT INTO reeve.sync_entry (entry, device, sequence, kind, status, code, revision, payload_sha256,
                                              agent, delivered_by, device_time, monotonic_ms, skew_ms)
                    SELECT u.entry, p_device, u.sequence, u.kind, u.status, u.code, u.revision, sha256(u.payload),
                           u.agent, session_agent, reeve.instant(u.device_time_ms), u.monotonic_ms, u.skew_ms
                      FROM unnest(s_entry, s_sequence, s_kind, s_status, s_code, s_revision, s_payload, s_agent, s_time,
                                  p_monotonic_ms[low:high], p_skew_ms[low:high])
                           u (entry, sequence, kind, status, code, revision, payload, agent, device_time_ms,
                              monotonic_ms, skew_ms);
                is_done := true;
            EXCEPTION WHEN data_exception OR integrity_constraint_violation OR raise_exception
                        OR program_limit_exceeded OR cardinality_violation OR triggered_action_exception
                        OR triggered_data_change_violation OR external_routine_exception THEN
                NULL;   -- something in it
            END;
            IF is_done THEN
                status[low:high] := s_status;
                code[low:high] := s_code;
                revision[low:high] := s_revision;
                CONTINUE;
            END IF;
            -- The rest of it is most likely good: eighths of it, in their order. Where many are bad, one by one.
            failures := failures + 1;
            IF high - low >= 16 AND failures <= 16 THEN
                step := (high - low + 8) / 8;
                parts := (high - low) / step;
                FOR part IN REVERSE parts..0 LOOP
                    lows := lows || (low + part * step);
                    highs := highs || least(high, low + (part + 1) * step - 1);
                END LOOP;
                CONTINUE;
            END IF;
        END IF;

        FOR item IN
            SELECT u.*, sha256(u.payload) AS sha, e.entry AS known, e.status, e.code, e.revision,
                   e.payload_sha256 AS known_sha
              FROM unnest(p_sequence[low:high], p_entry[low:high], p_kind[low:high], p_base[low:high],
                          p_payload[low:high], p_agent[low:high], p_device_time_ms[low:high], p_monotonic_ms[low:high],
                          p_skew_ms[low:high])
                   WITH ORDINALITY u (sequence, entry, kind, base, payload, agent, device_time_ms, monotonic_ms, skew_ms, i)
              LEFT JOIN LATERAL (SELECT * FROM reeve.sync_entry k WHERE k.entry = u.entry OFFSET 0) e ON true
             ORDER BY u.i
        LOOP
            d := (item.entry, p_device, item.sequence, item.kind, item.base, item.agent, session_agent,
                  reeve.instant(item.device_time_ms));
            IF item.known IS NULL THEN
                -- Twice in one batch is also known, by now.
                SELECT e.entry, e.status, e.code, e.revision, e.payload_sha256
                  INTO item.known, item.status, item.code, item.revision, item.known_sha
                  FROM reeve.sync_entry e WHERE e.entry = item.entry;
            END IF;
            IF item.known IS NULL OR (item.known_sha = item.sha AND item.status IN (4, 5)
                                      AND item.code IS DISTINCT FROM 'rejected') THEN
                SELECT * INTO aside FROM reeve.quarantine q WHERE q.entry = d.entry AND q.payload_sha256 = item.sha;
                o := reeve.try_entry(d, coalesce(convert_to(aside.mended, 'UTF8'), item.payload));
                INSERT INTO reeve.sync_entry AS e (entry, device, sequence, kind, status, code, revision, payload_sha256,
                                              agent, delivered_by, device_time, monotonic_ms, skew_ms)
                    VALUES (d.entry, p_device, d.sequence, d.kind, o.status, o.code, coalesce(o.revision, 0), item.sha,
                            d.agent, session_agent, d.device_time, item.monotonic_ms, item.skew_ms)
                    ON CONFLICT (entry) DO UPDATE SET status = excluded.status, code = excluded.code,
                        revision = excluded.revision, xid = excluded.xid;
                IF item.known IS NOT NULL AND o.status NOT IN (4, 5) THEN
                    UPDATE reeve.quarantine q SET resolved_at = now()
                     WHERE q.entry = d.entry AND q.payload_sha256 = item.sha;
                    PERFORM reeve.tell_mended(aside);
                END IF;
            ELSIF item.known_sha <> item.sha THEN
                o := (5, 'id_reuse', item.revision, NULL, NULL);
            ELSE
                o := (item.status, CASE item.status WHEN 1 THEN 'duplicate' ELSE item.code END, item.revision, NULL, NULL);
            END IF;
            IF o.status IN (4, 5) THEN
                PERFORM reeve.put_aside(d, o, item.payload);
            END IF;
            status[low + item.i - 1] := o.status;
            code[low + item.i - 1] := o.code;
            revision[low + item.i - 1] := coalesce(o.revision, 0);
        END LOOP;
    END LOOP;

    PERFORM reeve.release_parked();

    RETURN (SELECT jsonb_build_object(
        'x', pg_current_xact_id()::text,
        'd', (SELECT k.deliveries FROM reeve.device k WHERE k.id = p_device),
        'o', (SELECT jsonb_agg(jsonb_build_array(u.i - 1, u.status, u.code, u.revision))
                FROM unnest(status, code, revision) WITH ORDINALITY u (status, code, revision, i)
               WHERE u.status <> 1 OR u.code IS NOT NULL OR u.revision <> 0),
        'c', CASE WHEN 3 = ANY (status) THEN
                (SELECT jsonb_agg(reeve.conflict_json(c)) FROM reeve.conflict c
                  WHERE c.entry = ANY (p_entry)
                    AND NOT EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = c.person AND p.removed)) END)::text);
END $$;
