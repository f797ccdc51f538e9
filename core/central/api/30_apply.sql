-- SPDX-License-Identifier: MIT
-- What one entry does. Each function answers an outcome. A payload that is not what it should be raises, unless reading
-- it has told already, and the caller quarantines it.

DO $$
BEGIN
    IF to_regtype('reeve.delivery') IS NULL THEN
        CREATE TYPE reeve.delivery AS (entry uuid, device uuid, sequence bigint, kind text, base bigint, agent text,
                                       delivered_by text, device_time timestamptz);
    END IF;
END $$;

-- Restricted items of one interaction: their mark, and their content under its own permission.
CREATE OR REPLACE FUNCTION reeve.put_special_category(p_interaction uuid, p_person uuid, item jsonb, p_agent text,
                                                      p_device uuid) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO reeve.restricted_mark (id, interaction, person, is_criminal_offence, noted_at)
        VALUES ((item ->> 'id')::uuid, p_interaction, coalesce((item ->> 'person')::uuid, p_person), false,
                (item ->> 'noted_at')::timestamptz);
    INSERT INTO reeve.special_category_item (id, interaction, person, category, condition, schedule1, evidence, detail,
                                             noted_at, agent, device)
        VALUES ((item ->> 'id')::uuid, p_interaction, coalesce((item ->> 'person')::uuid, p_person),
                item ->> 'category', item ->> 'condition', item ->> 'schedule1', item ->> 'evidence', item ->> 'detail',
                (item ->> 'noted_at')::timestamptz, p_agent, p_device);
$$;

CREATE OR REPLACE FUNCTION reeve.put_criminal_offence(p_interaction uuid, p_person uuid, item jsonb, p_agent text,
                                                      p_device uuid) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO reeve.restricted_mark (id, interaction, person, is_criminal_offence, noted_at)
        VALUES ((item ->> 'id')::uuid, p_interaction, coalesce((item ->> 'person')::uuid, p_person), true,
                (item ->> 'noted_at')::timestamptz);
    INSERT INTO reeve.criminal_offence_item (id, interaction, person, schedule1, official_authority, evidence, detail,
                                             noted_at, agent, device)
        VALUES ((item ->> 'id')::uuid, p_interaction, coalesce((item ->> 'person')::uuid, p_person),
                item ->> 'schedule1', coalesce((item ->> 'official_authority')::boolean, false), item ->> 'evidence',
                item ->> 'detail', (item ->> 'noted_at')::timestamptz, p_agent, p_device);
$$;

-- Of an earlier release.
DROP FUNCTION IF EXISTS reeve.put_interactions(uuid[], bytea[], text[], uuid), reeve.put_people(uuid[], bytea[], text[]);

-- The interactions of a batch. Raises unique_violation when any of them is here already.
CREATE OR REPLACE FUNCTION reeve.put_interactions(p_heads reeve.interaction[], p_notes reeve.note[],
                                                  p_parties reeve.party[], p_restricted reeve.read_restricted[])
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reeve.interaction SELECT h.* FROM unnest(p_heads) h;
    INSERT INTO reeve.note SELECT n.* FROM unnest(p_notes) n;
    INSERT INTO reeve.party SELECT p.* FROM unnest(p_parties) p;
    INSERT INTO reeve.change_log (kind, pk, person) SELECT 2, h.id, h.person FROM unnest(p_heads) h;
    IF cardinality(p_restricted) > 0 THEN
        PERFORM reeve.put_special_category(r.interaction, r.person, i.value, r.agent, r.device)
           FROM unnest(p_restricted) r, jsonb_array_elements(r.special_category) i;
        PERFORM reeve.put_criminal_offence(r.interaction, r.person, i.value, r.agent, r.device)
           FROM unnest(p_restricted) r, jsonb_array_elements(r.criminal_offence) i;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION reeve.put_people(p_people reeve.read_person[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO reeve.person (id, fields, created_by) SELECT p.id, p.fields, p.agent FROM unnest(p_people) p;
    INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, p.id, p.id FROM unnest(p_people) p;
    -- After a restore a desk may tell of a merge before another has brought one of the two again.
    PERFORM reeve.refresh_same_person(p.id)
       FROM unnest(p_people) p, LATERAL (SELECT 1 FROM reeve.same_person s WHERE s.record = p.id OFFSET 0) merged;
END $$;

-- A person edit: the changed fields and what they were. Disjoint fields merge; a field that somebody else has changed
-- meanwhile to another value becomes a conflict that holds both.
CREATE OR REPLACE FUNCTION reeve.edit_person(d reeve.delivery, doc jsonb) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
<<edit>>
DECLARE
    v_person uuid := (doc ->> 'id')::uuid;
    here reeve.person;
    decided reeve.conflict;
    field text;
    wanted jsonb;
    present jsonb;
    v_set jsonb := '{}';
    v_was jsonb := '{}';
    v_conflict uuid;
    is_decided boolean;
    has_conflict boolean := false;
BEGIN
    PERFORM reeve.fitting(doc -> 'set'), reeve.fitting(doc -> 'was');
    SELECT * INTO here FROM reeve.person p WHERE p.id = v_person FOR UPDATE;
    IF here.id IS NULL THEN
        RETURN (4, 'unknown_person', 0, v_person, NULL)::reeve.outcome;
    ELSIF here.removed THEN
        RETURN (5, 'person_removed', here.revision, NULL, NULL)::reeve.outcome;
    END IF;
    SELECT * INTO decided FROM reeve.conflict c
     WHERE c.id = (doc ->> 'conflict')::uuid AND c.person = v_person AND c.decided_at IS NULL FOR UPDATE;
    is_decided := decided.id IS NOT NULL;

    FOR field, wanted IN SELECT e.key, e.value FROM jsonb_each(doc -> 'set') e LOOP
        present := coalesce(here.fields -> field, 'null');
        CONTINUE WHEN present = wanted;
        IF present = coalesce(doc -> 'was' -> field, 'null')
           OR (coalesce((here.field_revision ->> field)::bigint, 1) <= d.base AND d.base <= here.revision)
           OR (field = decided.field AND present = decided.theirs) THEN
            v_set := v_set || jsonb_build_object(field, wanted);
            v_was := v_was || jsonb_build_object(field, present);
        ELSIF field = decided.field THEN
            -- Decided against a value that has changed since: whoever decides has to see the new one.
            UPDATE reeve.conflict c SET theirs = present, ours = wanted WHERE c.id = decided.id;
            INSERT INTO reeve.change_log (kind, pk, person) VALUES (3, decided.id, v_person);
            UPDATE reeve.conflict c SET entry = d.entry WHERE c.id = decided.id;
            is_decided := false;
            has_conflict := true;
        ELSE
            UPDATE reeve.conflict c SET ours = wanted, theirs = present, our_agent = d.agent, entry = d.entry
             WHERE c.person = v_person AND c.field = edit.field AND c.device = d.device AND c.decided_at IS NULL
            RETURNING c.id INTO v_conflict;
            IF v_conflict IS NULL THEN
                INSERT INTO reeve.conflict (person, field, ours, theirs, our_agent, their_agent, device, entry)
                VALUES (v_person, field, wanted, present, d.agent,
                        coalesce((SELECT h.agent FROM reeve.person_history h
                                   WHERE h.person = v_person AND h.set ? edit.field
                                   ORDER BY h.revision DESC LIMIT 1), here.created_by), d.device, d.entry)
                RETURNING id INTO v_conflict;
            END IF;
            INSERT INTO reeve.change_log (kind, pk, person) VALUES (3, v_conflict, v_person);
            PERFORM reeve.write_audit(d.device, d.agent, 'conflict', v_conflict, v_person,
                                      jsonb_build_object('field', field));
            v_conflict := NULL;
            has_conflict := true;
        END IF;
    END LOOP;

    IF v_set <> '{}' THEN
        here.revision := here.revision + 1;
        UPDATE reeve.person p
           SET revision = here.revision, changed_at = now(),
               fields = reeve.fitting((p.fields || v_set)
                   - ARRAY(SELECT e.key FROM jsonb_each(v_set) e WHERE e.value = 'null')),
               field_revision = p.field_revision
                   || (SELECT jsonb_object_agg(e.key, here.revision) FROM jsonb_each(v_set) e)
         WHERE p.id = v_person;
        INSERT INTO reeve.person_history (person, revision, set, was, agent, device, entry)
            VALUES (v_person, here.revision, v_set, v_was, d.agent, d.device, d.entry);
        INSERT INTO reeve.change_log (kind, pk, person) VALUES (1, v_person, v_person);
    END IF;
    IF is_decided THEN
        UPDATE reeve.conflict c SET decided_at = now(), decided_by = d.agent WHERE c.id = decided.id;
        INSERT INTO reeve.change_log (kind, pk, person) VALUES (3, decided.id, v_person);
        PERFORM reeve.write_audit(d.device, d.agent, 'conflict_decided', decided.id, v_person,
                                  jsonb_build_object('field', decided.field));
    END IF;
    IF has_conflict THEN
        RETURN (3, 'conflict', here.revision, NULL, NULL)::reeve.outcome;
    END IF;
    RETURN (1, NULL, here.revision, NULL, NULL)::reeve.outcome;
END $$;

-- An interaction has changed: for the desks that follow whom it was noted for, and whom it was assigned to.
CREATE OR REPLACE FUNCTION reeve.tell_interaction(p_interaction uuid, p_person uuid) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO reeve.change_log (kind, pk, person) VALUES (2, p_interaction, p_person);
    INSERT INTO reeve.change_log (kind, pk, person)
        SELECT 2, a.interaction, a.person FROM reeve.interaction_assignment a
         WHERE a.interaction = p_interaction AND a.person IS DISTINCT FROM p_person;
$$;

CREATE OR REPLACE FUNCTION reeve.add_note(d reeve.delivery, doc jsonb) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
DECLARE
    v_interaction uuid := (doc ->> 'interaction')::uuid;
    v_person uuid;
    there reeve.note;
BEGIN
    SELECT i.person INTO v_person FROM reeve.interaction i WHERE i.id = v_interaction;
    IF NOT FOUND THEN
        RETURN (4, 'unknown_interaction', 0, v_interaction, NULL)::reeve.outcome;
    END IF;
    INSERT INTO reeve.note (id, interaction, text, written_at, agent)
        VALUES ((doc ->> 'id')::uuid, v_interaction, doc ->> 'text', (doc ->> 'written_at')::timestamptz, d.agent)
        ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        PERFORM reeve.tell_interaction(v_interaction, v_person);
        RETURN (1, NULL, 0, NULL, NULL)::reeve.outcome;
    END IF;
    SELECT * INTO there FROM reeve.note n WHERE n.id = (doc ->> 'id')::uuid;
    IF there.interaction = v_interaction AND there.text = doc ->> 'text' THEN
        RETURN (1, 'duplicate', 0, NULL, NULL)::reeve.outcome;
    END IF;
    RETURN (5, 'id_reuse', 0, NULL, NULL)::reeve.outcome;
END $$;

CREATE OR REPLACE FUNCTION reeve.add_restricted_item(d reeve.delivery, doc jsonb) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
DECLARE
    v_interaction uuid := (doc ->> 'interaction')::uuid;
    v_person uuid;
BEGIN
    SELECT i.person INTO v_person FROM reeve.interaction i WHERE i.id = v_interaction;
    IF NOT FOUND THEN
        RETURN (4, 'unknown_interaction', 0, v_interaction, NULL)::reeve.outcome;
    END IF;
    IF d.kind = 'special_category_item_added' THEN
        PERFORM reeve.put_special_category(v_interaction, v_person, doc, d.agent, d.device);
    ELSE
        PERFORM reeve.put_criminal_offence(v_interaction, v_person, doc, d.agent, d.device);
    END IF;
    PERFORM reeve.tell_interaction(v_interaction, v_person);
    RETURN (1, NULL, 0, NULL, NULL)::reeve.outcome;
END $$;

CREATE OR REPLACE FUNCTION reeve.apply_entry(d reeve.delivery, p_payload bytea) RETURNS reeve.outcome
LANGUAGE plpgsql AS $$
DECLARE
    doc jsonb;
    there reeve.person;
    read record;
BEGIN
    IF d.kind IN ('person_created', 'interaction_logged') THEN
        SELECT * INTO read
          FROM reeve.read_entries(ARRAY[d.entry], ARRAY[d.kind], ARRAY[p_payload], ARRAY[d.agent], d.device);
        IF cardinality(read.refused) > 0 THEN
            RETURN read.refused[1];
        END IF;
    ELSE
        IF octet_length(p_payload) > reeve.largest_payload() THEN
            RETURN (5, 'too_large', 0, NULL, NULL)::reeve.outcome;
        END IF;
        doc := convert_from(p_payload, 'UTF8')::jsonb;
        IF jsonb_typeof(doc) <> 'object' THEN
            RETURN (5, 'malformed', 0, NULL, NULL)::reeve.outcome;
        END IF;
    END IF;
    CASE d.kind
    WHEN 'person_created' THEN
        SELECT * INTO there FROM reeve.person p WHERE p.id = (read.people[1]).id;
        IF there.id IS NULL THEN
            PERFORM reeve.put_people(read.people);
            RETURN (1, NULL, 1, NULL, NULL)::reeve.outcome;
        ELSIF there.fields = (read.people[1]).fields THEN
            RETURN (1, 'duplicate', there.revision, NULL, NULL)::reeve.outcome;
        END IF;
        RETURN (5, 'id_reuse', there.revision, NULL, NULL)::reeve.outcome;
    WHEN 'person_edited' THEN
        RETURN reeve.edit_person(d, doc);
    WHEN 'interaction_logged' THEN
        -- The same interaction under another entry: a desk that was made anew from a script, say.
        IF EXISTS (SELECT 1 FROM reeve.interaction i JOIN reeve.sync_entry e ON e.entry = i.entry
                    WHERE i.id = (read.heads[1]).id AND e.payload_sha256 = sha256(p_payload)) THEN
            RETURN (1, 'duplicate', 0, NULL, NULL)::reeve.outcome;
        END IF;
        PERFORM reeve.put_interactions(read.heads, read.notes, read.parties, read.restricted);
        RETURN (1, NULL, 0, NULL, NULL)::reeve.outcome;
    WHEN 'note_added' THEN
        RETURN reeve.add_note(d, doc);
    WHEN 'special_category_item_added', 'criminal_offence_item_added' THEN
        RETURN reeve.add_restricted_item(d, doc);
    WHEN 'people_merged', 'people_unmerged', 'fields_chosen', 'item_assigned', 'pair_decided' THEN
        RETURN reeve.apply_merge_event(d, doc);
    WHEN 'restricted_item_read' THEN
        PERFORM reeve.write_audit(d.device, d.agent, 'restricted_item_read', (doc ->> 'item')::uuid,
                                  (doc ->> 'person')::uuid,
                                  jsonb_build_object('reason', doc ->> 'reason', 'read_at', doc ->> 'read_at'));
        RETURN (1, NULL, 0, NULL, NULL)::reeve.outcome;
    ELSE
        RETURN (5, 'unknown_kind', 0, NULL, NULL)::reeve.outcome;
    END CASE;
END $$;
