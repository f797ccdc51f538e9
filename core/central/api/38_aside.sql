-- SPDX-License-Identifier: MIT
-- What the centre could not take, put aside with its payload: how it is kept, tried again, and what its desk is told.

-- The text of a payload, or nothing when it is not UTF-8.
CREATE OR REPLACE FUNCTION reeve.as_text(payload bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN convert_from(payload, 'UTF8');
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

-- Puts an entry aside, with the bytes that came.
CREATE OR REPLACE FUNCTION reeve.put_aside(d reeve.delivery, o reeve.outcome, p_payload bytea) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO reeve.quarantine (entry, payload_sha256, device, sequence, kind, state, reason, sqlstate, waits_for,
                                  base_revision, agent, delivered_by, device_time, payload, payload_bytes)
    SELECT d.entry, sha256(p_payload), d.device, d.sequence, d.kind,
           CASE o.status WHEN 4 THEN 'parked' ELSE 'quarantined' END, o.code, o.sqlstate, o.waits_for, d.base, d.agent,
           d.delivered_by, d.device_time, t.text, CASE WHEN t.text IS NULL THEN p_payload END
      FROM (SELECT reeve.as_text(p_payload) AS text) t
    ON CONFLICT (entry, payload_sha256) DO UPDATE
       SET state = excluded.state, reason = excluded.reason, sqlstate = excluded.sqlstate,
           waits_for = excluded.waits_for, resolved_at = NULL
     WHERE reeve.quarantine.state <> 'rejected'
$$;

-- One entry in a subtransaction of its own: whatever is wrong with it becomes its outcome.
-- Contention, a full disk, damage and the like (40xxx, 53xxx, 57xxx, XXxxx) are not the entry's fault and fail the call.
CREATE OR REPLACE FUNCTION reeve.try_entry(d reeve.delivery, p_payload bytea) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
DECLARE
    o reeve.outcome;
BEGIN
    o := reeve.apply_entry(d, p_payload);
    RETURN o;
EXCEPTION
    WHEN unique_violation THEN
        RETURN (5, 'id_reuse', 0, NULL, SQLSTATE)::reeve.outcome;
    WHEN integrity_constraint_violation THEN
        RETURN (5, 'rule', 0, NULL, SQLSTATE)::reeve.outcome;
    WHEN data_exception OR raise_exception OR program_limit_exceeded OR cardinality_violation
      OR triggered_action_exception OR triggered_data_change_violation OR external_routine_exception THEN
        RETURN (5, 'malformed', 0, NULL, SQLSTATE)::reeve.outcome;
END $$;

-- What is applied in the place of an entry that was put aside: as it was mended, else as it came.
CREATE OR REPLACE FUNCTION reeve.payload_of(q reeve.quarantine) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT coalesce(convert_to(q.mended, 'UTF8'), convert_to(q.payload, 'UTF8'), q.payload_bytes)
$$;

-- Tells the desk at its next hello. The lock makes numbers follow commits.
CREATE OR REPLACE FUNCTION reeve.tell_desk(q reeve.quarantine, o reeve.outcome, p_words text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7298734502);
    INSERT INTO reeve.entry_news (n, origin, entry, status, code, words, revision, decided_by)
        SELECT 1 + coalesce((SELECT max(w.n) FROM reeve.entry_news w), 0), d.origin, q.entry, o.status, o.code,
               coalesce(p_words, ''), coalesce(o.revision, 0), session_user
          FROM reeve.device d WHERE d.id = q.device;
END $$;

-- The desk that wrote an interaction or a note has it as it was before it was mended, and may not follow the person. So
-- that it reads it anew there is a line of kind 5, for the desk whose origin stands in the person's place.
CREATE OR REPLACE FUNCTION reeve.tell_mended(q reeve.quarantine) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO reeve.change_log (kind, pk, person)
        SELECT 5, coalesce(m.doc -> 'interaction' ->> 'id', m.doc ->> 'interaction')::uuid, d.origin
          FROM reeve.device d, LATERAL (SELECT q.mended::jsonb AS doc) m
         WHERE d.id = q.device AND q.mended IS NOT NULL AND q.kind IN ('interaction_logged', 'note_added')
$$;

-- An entry was tried again without its desk asking: what became of it goes into the ledger, and to the desk if that was
-- answered something else. The ledger keeps the hash of what the desk sent: sent again, it is known.
CREATE OR REPLACE FUNCTION reeve.note_outcome(q reeve.quarantine, o reeve.outcome) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reeve.sync_entry e
       SET status = o.status, code = o.code, revision = coalesce(o.revision, 0), xid = pg_current_xact_id()
     WHERE e.entry = q.entry AND e.payload_sha256 = q.payload_sha256
       AND (e.status, e.code) IS DISTINCT FROM (o.status, o.code);
    IF FOUND OR o.status NOT IN (4, 5) THEN
        PERFORM reeve.tell_desk(q, o, NULL);
    END IF;
    IF o.status NOT IN (4, 5) THEN
        PERFORM reeve.tell_mended(q);
    END IF;
END $$;

-- Parked entries whose record is here by now. Also at each hello: one that is parked in the moment in which its record
-- is committed by another connection sees that as little as it is seen by it.
CREATE OR REPLACE FUNCTION reeve.release_parked() RETURNS void
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
    q reeve.quarantine;
    d reeve.delivery;
    o reeve.outcome;
    released reeve.quarantine[] := '{}';
    outcomes reeve.outcome[] := '{}';
BEGIN
    FOR q IN
        SELECT w.* FROM reeve.quarantine w
         WHERE w.state = 'parked' AND w.resolved_at IS NULL
           AND (EXISTS (SELECT 1 FROM reeve.interaction i WHERE i.id = w.waits_for)
                OR EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = w.waits_for))
         ORDER BY w.device, w.sequence FOR UPDATE SKIP LOCKED
    LOOP
        d := (q.entry, q.device, q.sequence, q.kind, q.base_revision, q.agent, q.delivered_by, q.device_time);
        o := reeve.try_entry(d, reeve.payload_of(q));
        CONTINUE WHEN o.status = 4;
        UPDATE reeve.quarantine w
           SET resolved_at = CASE WHEN o.status <> 5 THEN now() END, waits_for = NULL,
               reason = coalesce(o.code, w.reason),
               state = CASE o.status WHEN 5 THEN 'quarantined' ELSE w.state END, sqlstate = o.sqlstate
         WHERE w.entry = q.entry AND w.payload_sha256 = q.payload_sha256;
        released := released || q;
        outcomes := outcomes || o;
    END LOOP;
    -- Last of all: whoever holds the lock on what is told waits for nothing else.
    FOR i IN 1 .. cardinality(released) LOOP
        PERFORM reeve.note_outcome(released[i], outcomes[i]);
    END LOOP;
END $$;
