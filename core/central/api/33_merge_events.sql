-- SPDX-License-Identifier: MIT
-- Merge events as desks deliver and read them.

CREATE OR REPLACE FUNCTION reeve.check_choices(p_choices jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    choice record;
BEGIN
    FOR choice IN SELECT e.value FROM jsonb_each(p_choices) e LOOP
        IF jsonb_typeof(choice.value) <> 'array' OR jsonb_array_length(choice.value) <> 2
           OR (choice.value ->> 0)::uuid IS NULL OR (choice.value ->> 1)::uuid IS NULL THEN
            RAISE EXCEPTION 'reeve: not a choice of records' USING ERRCODE = 'invalid_parameter_value';
        END IF;
    END LOOP;
    IF p_choices IS NULL THEN
        RAISE EXCEPTION 'reeve: no choices' USING ERRCODE = 'invalid_parameter_value';
    END IF;
END $$;

-- Desks that follow one of these records follow all of them from now on, and get what they have not seen.
CREATE OR REPLACE FUNCTION reeve.follow_records(p_records uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reeve.desk_interest (device, person)
        SELECT DISTINCT d.device, r FROM reeve.desk_interest d, unnest(p_records) r WHERE d.person = ANY (p_records)
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        INSERT INTO reeve.change_log (kind, pk, person)
            SELECT 2, i.id, i.person FROM reeve.interaction i WHERE i.person = ANY (p_records);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION reeve.apply_merge_event(d reeve.delivery, doc jsonb) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
DECLARE
    v_id uuid := (doc ->> 'id')::uuid;
    v_record uuid;
    v_other uuid;
    v_interaction uuid := (doc ->> 'interaction')::uuid;
    v_payload jsonb := doc || jsonb_build_object('agent', d.agent);
    there jsonb;
BEGIN
    IF doc ->> 'kind' IS DISTINCT FROM d.kind OR (doc ->> 'at')::timestamptz IS NULL THEN
        RETURN (5, 'malformed', 0, NULL, NULL)::reeve.outcome;
    END IF;
    CASE d.kind
    WHEN 'people_merged', 'people_unmerged' THEN
        v_record := (doc ->> 'survivor')::uuid;
        v_other := (doc ->> 'absorbed')::uuid;
    WHEN 'pair_decided' THEN
        v_record := (doc ->> 'left')::uuid;
        v_other := (doc ->> 'right')::uuid;
    WHEN 'fields_chosen' THEN
        v_record := (doc ->> 'person')::uuid;
    ELSE
        v_record := (doc ->> 'to')::uuid;
    END CASE;
    -- What any desk could not read must not get there.
    IF v_id IS NULL OR v_record IS NULL
       OR (d.kind IN ('people_merged', 'people_unmerged', 'pair_decided') AND v_other IS NULL)
       OR (d.kind IN ('people_unmerged', 'item_assigned') AND (doc ->> 'merge')::uuid IS NULL)
       OR (d.kind = 'people_merged' AND jsonb_typeof(doc -> 'survivor_fields') IS DISTINCT FROM 'object')
       OR (d.kind = 'pair_decided' AND (coalesce(doc ->> 'verdict', '') NOT IN ('same', 'not_same', 'later')
                                        OR v_other < v_record)) THEN
        RETURN (5, 'malformed', 0, NULL, NULL)::reeve.outcome;
    END IF;
    IF d.kind = 'people_merged' THEN
        PERFORM reeve.check_choices(doc -> 'choices');
    ELSIF d.kind = 'fields_chosen' THEN
        PERFORM reeve.check_choices(doc -> 'fields');
    END IF;

    -- One after the other, so that each sees the groups the one before it made.
    LOCK TABLE reeve.merge_event IN SHARE ROW EXCLUSIVE MODE;
    -- Told by a desk that had yet to hear of the erasure: nothing of the record comes back with it.
    IF d.kind = 'people_merged' AND EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = v_record AND p.removed) THEN
        v_payload := jsonb_set(v_payload, '{survivor_fields}', '{}');
    END IF;
    INSERT INTO reeve.merge_event (id, kind, order_number, record, other, merge, payload, agent, device, entry)
        VALUES (v_id, d.kind, (doc ->> 'order')::bigint, v_record, v_other, (doc ->> 'merge')::uuid, v_payload, d.agent,
                d.device, d.entry)
        ON CONFLICT (id) DO NOTHING;
    IF NOT FOUND THEN
        SELECT e.payload INTO there FROM reeve.merge_event e WHERE e.id = v_id;
        IF there - 'survivor_fields' = v_payload - 'survivor_fields' THEN
            RETURN (1, 'duplicate', 0, NULL, NULL)::reeve.outcome;
        END IF;
        RETURN (5, 'id_reuse', 0, NULL, NULL)::reeve.outcome;
    END IF;

    IF d.kind IN ('people_merged', 'people_unmerged') THEN
        PERFORM reeve.refresh_same_person(v_record);
        PERFORM reeve.follow_records(reeve.records_of(v_record));
    ELSIF v_interaction IS NOT NULL THEN    -- which need not be here yet: until it comes nobody reads it for anybody
        INSERT INTO reeve.interaction_assignment AS a (interaction, person, order_number, event)
            VALUES (v_interaction, v_record, (doc ->> 'order')::bigint, v_id)
            ON CONFLICT (interaction) DO UPDATE
               SET person = excluded.person, order_number = excluded.order_number, event = excluded.event
             WHERE (excluded.order_number, excluded.event) > (a.order_number, a.event);
        INSERT INTO reeve.change_log (kind, pk, person) VALUES (2, v_interaction, v_record);
    END IF;
    INSERT INTO reeve.change_log (kind, pk, person) VALUES (4, v_id, v_record);
    PERFORM reeve.write_audit(d.device, d.agent, d.kind, v_id, v_record,
                              jsonb_strip_nulls(jsonb_build_object('other', v_other, 'merge', doc -> 'merge',
                                                                   'interaction', v_interaction, 'field', doc -> 'field',
                                                                   'verdict', doc -> 'verdict', 'reason', doc -> 'reason')));
    RETURN (1, NULL, 0, NULL, NULL)::reeve.outcome;
END $$;

-- For the first load: the events about people of one page, from after p_after to p_to; to the end without p_to.
CREATE OR REPLACE FUNCTION reeve_api.merge_events(p_token text, p_device uuid, p_after uuid, p_to uuid)
RETURNS TABLE (body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    PERFORM reeve.reader(p_token, p_device);
    RETURN QUERY SELECT e.payload::text FROM reeve.merge_event e
        WHERE e.record > p_after AND (p_to IS NULL OR e.record <= p_to) ORDER BY e.record;
END $$;
