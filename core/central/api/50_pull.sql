-- SPDX-License-Identifier: MIT
-- Pull: the change log in the order (xid, n), bounded by the oldest transaction still in flight. A sequence value or a
-- time is taken before the commit, so that a reader who remembers the highest one seen would skip what commits later.
-- A position is one of a line of the log, and no two histories of this centre have one in common (migration 0006): a desk
-- that stands where there is no line has read what is not there any more.

-- One interaction as desks know it (core/domain/interaction.h), without restricted content; marks for those who may know.
CREATE OR REPLACE FUNCTION reeve.interaction_json(i reeve.interaction, may_know boolean) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
        'interaction', jsonb_build_object('id', i.id, 'person', i.person, 'channel', i.channel, 'direction', i.direction,
            'caller_number', i.caller_number, 'started_at', reeve.rfc3339(i.started_at),
            'ended_at', reeve.rfc3339(i.ended_at), 'reasons', i.reasons, 'disposition', i.disposition),
        'parties', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'person', p.person,
                                                        'name_as_told', p.name_as_told) ORDER BY p.id)
                      FROM reeve.party p WHERE p.interaction = i.id),
        'notes', (SELECT jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'written_at',
                                                      reeve.rfc3339(n.written_at)) ORDER BY n.written_at, n.id)
                    FROM reeve.note n WHERE n.interaction = i.id),
        'marks', CASE WHEN may_know THEN
            (SELECT jsonb_agg(jsonb_build_object('id', m.id, 'person', m.person, 'noted_at', reeve.rfc3339(m.noted_at),
                                                 'is_criminal_offence', m.is_criminal_offence) ORDER BY m.id)
               FROM reeve.restricted_mark m WHERE m.interaction = i.id) END))
$$;

-- The length of a page that a desk asked for, if it is one to be had.
CREATE OR REPLACE FUNCTION reeve.page_limit(p_limit integer) RETURNS integer
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    IF p_limit IS NULL OR p_limit NOT BETWEEN 1 AND 50000 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    RETURN p_limit;
END $$;

-- The last position that can be read now. Followed from here after the first load, nothing is missed: what is not
-- before it comes later in the log, and what is before it is in the rows already. But for what was mended of this
-- desk's own, which comes with no first load: that is told once more.
CREATE OR REPLACE FUNCTION reeve_api.change_log_start(p_token text, p_device uuid) RETURNS TABLE (xid xid8, n bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.reader(p_token, p_device);
    PERFORM reeve.tell_mended(q) FROM reeve.quarantine q JOIN reeve.device d ON d.id = q.device
     WHERE d.origin = (SELECT o.origin FROM reeve.device o WHERE o.id = p_device)
       AND q.mended IS NOT NULL AND q.resolved_at IS NOT NULL AND q.state <> 'rejected';
    RETURN QUERY SELECT l.xid, l.n FROM reeve.change_log l WHERE l.xid < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY l.xid DESC, l.n DESC LIMIT 1;
END $$;

CREATE OR REPLACE FUNCTION reeve_api.first_load(p_token text, p_device uuid, p_after uuid, p_limit integer)
RETURNS TABLE (id uuid, revision bigint, fields text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_sort = off
SET jit = off SET work_mem = '64MB' AS $$
BEGIN
    PERFORM reeve.reader(p_token, p_device);
    p_limit := reeve.page_limit(p_limit);
    RETURN QUERY SELECT p.id, p.revision, p.fields::text FROM reeve.person p
        WHERE p.id > p_after AND NOT p.removed ORDER BY p.id LIMIT p_limit;
END $$;

-- The first row (kind 0) says how far was read: revision = n, body = xid, agent = 'last' or 'more'. Then people (1),
-- interactions of people this desk has opened, or that were mended after it wrote them (2), conflicts (3), and merge
-- events (4). A removed person has no body.
-- With `p_is_checked` a desk whose position is not ours is told so.
CREATE OR REPLACE FUNCTION reeve.log_page(p_token text, p_device uuid, p_xid xid8, p_n bigint, p_limit integer,
                                          p_is_checked boolean)
RETURNS TABLE (kind smallint, id uuid, revision bigint, body text, agent text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET work_mem = '64MB' AS $$
DECLARE
    who record;
    is_ours boolean;
    xids xid8[];
    ns bigint[];
    kinds smallint[];
    pks uuid[];
    people uuid[];
    count integer;
BEGIN
    SELECT * INTO who FROM reeve.reader(p_token, p_device);
    p_limit := reeve.page_limit(p_limit);
    -- One look into one index: the line that the desk stands at, and those after it.
    SELECT array_agg(c.xid) FILTER (WHERE c.is_new), array_agg(c.n) FILTER (WHERE c.is_new),
           array_agg(c.kind) FILTER (WHERE c.is_new), array_agg(c.pk) FILTER (WHERE c.is_new),
           array_agg(c.person) FILTER (WHERE c.is_new), p_xid = '0' OR coalesce(NOT bool_and(c.is_new), false)
      INTO xids, ns, kinds, pks, people, is_ours
      FROM (SELECT l.xid, l.n, l.kind, l.pk, l.person, (l.xid, l.n) > (p_xid, p_n) AS is_new FROM reeve.change_log l
             WHERE (l.xid, l.n) >= (p_xid, p_n) AND l.xid < pg_snapshot_xmin(pg_current_snapshot())
             ORDER BY l.xid, l.n LIMIT p_limit + 1) c;
    IF p_is_checked AND NOT is_ours THEN
        PERFORM reeve.refuse('behind');
    END IF;
    count := coalesce(cardinality(ns), 0);
    RETURN QUERY SELECT 0::smallint, NULL::uuid, CASE WHEN count = 0 THEN p_n ELSE ns[count] END,
        CASE WHEN count = 0 THEN p_xid::text ELSE xids[count]::text END,
        CASE WHEN count < p_limit THEN 'last' ELSE 'more' END;

    IF 1 = ANY (kinds) THEN
        RETURN QUERY SELECT 1::smallint, p.id, p.revision, CASE WHEN NOT p.removed THEN p.fields::text END, NULL::text
            FROM (SELECT DISTINCT u.pk FROM unnest(kinds, pks) u (kind, pk) WHERE u.kind = 1) c,
                 LATERAL (SELECT * FROM reeve.person h WHERE h.id = c.pk OFFSET 0) p;
    END IF;
    IF kinds && '{2,5}' THEN
        RETURN QUERY SELECT 2::smallint, i.id, NULL::bigint,
            reeve.interaction_json(i.found, reeve.has_right(who.roles, 'know_restricted'))::text, i.agent
            FROM (SELECT DISTINCT u.pk FROM unnest(kinds, pks, people) u (kind, pk, person),
                         LATERAL (SELECT 1 FROM reeve.desk_interest d
                                   WHERE d.device = p_device AND d.person = u.person OFFSET 0) asked
                   WHERE u.kind = 2
                   UNION
                  SELECT u.pk FROM unnest(kinds, pks, people) u (kind, pk, person), reeve.device d
                   WHERE u.kind = 5 AND d.id = p_device AND d.origin = u.person) c,
                 LATERAL (SELECT h AS found, h.id, h.agent FROM reeve.interaction h WHERE h.id = c.pk OFFSET 0) i;
    END IF;
    IF 3 = ANY (kinds) THEN
        RETURN QUERY SELECT 3::smallint, c.id, NULL::bigint, reeve.conflict_json(c.found)::text, NULL::text
            FROM (SELECT DISTINCT u.pk FROM unnest(kinds, pks) u (kind, pk) WHERE u.kind = 3) k,
                 LATERAL (SELECT h AS found, h.id, h.person FROM reeve.conflict h WHERE h.id = k.pk OFFSET 0) c
           WHERE NOT EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = c.person AND p.removed);
    END IF;
    IF 4 = ANY (kinds) THEN
        RETURN QUERY SELECT 4::smallint, e.id, NULL::bigint, e.payload::text, NULL::text
            FROM (SELECT DISTINCT u.pk FROM unnest(kinds, pks) u (kind, pk) WHERE u.kind = 4) k,
                 LATERAL (SELECT h.id, h.payload FROM reeve.merge_event h WHERE h.id = k.pk OFFSET 0) e;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION reeve_api.pull(p_token text, p_device uuid, p_xid xid8, p_n bigint, p_limit integer)
RETURNS TABLE (kind smallint, id uuid, revision bigint, body text, agent text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM reeve.log_page(p_token, p_device, p_xid, p_n, p_limit, true);
END $$;

-- For desks of before protocol 4, which would not know what to do about a position that is not ours.
CREATE OR REPLACE FUNCTION reeve_api.sync_pull(p_token text, p_device uuid, p_xid xid8, p_n bigint, p_limit integer)
RETURNS TABLE (kind smallint, id uuid, revision bigint, body text, agent text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM reeve.log_page(p_token, p_device, p_xid, p_n, p_limit, false);
END $$;

-- With what was said with any record that is the same person.
CREATE OR REPLACE FUNCTION reeve_api.open_person(p_token text, p_device uuid, p_person uuid)
RETURNS TABLE (id uuid, body text, agent text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
    v_records uuid[];
BEGIN
    SELECT * INTO who FROM reeve.reader(p_token, p_device);
    v_records := reeve.records_of(p_person);
    -- Written again once a day, not at each look.
    INSERT INTO reeve.desk_interest AS d (device, person) SELECT p_device, r FROM unnest(v_records) r
        ON CONFLICT (device, person) DO UPDATE SET since = now() WHERE d.since < now() - interval '1 day';
    RETURN QUERY SELECT i.id, reeve.interaction_json(i, reeve.has_right(who.roles, 'know_restricted'))::text, i.agent
        FROM (SELECT i.id FROM reeve.interaction i WHERE i.person = ANY (v_records)
              UNION
              SELECT a.interaction FROM reeve.interaction_assignment a WHERE a.person = ANY (v_records)) k
        JOIN reeve.interaction i ON i.id = k.id ORDER BY i.started_at DESC LIMIT 1000;
END $$;
