-- SPDX-License-Identifier: MIT
-- Looking at what is restricted, always with a reason and a trace; and records for administrators.

CREATE OR REPLACE FUNCTION reeve.special_category_json(s reeve.special_category_item) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', s.id, 'person', s.person, 'category', s.category, 'condition', s.condition,
        'schedule1', s.schedule1, 'evidence', s.evidence, 'detail', s.detail, 'noted_at', reeve.rfc3339(s.noted_at)))
$$;

CREATE OR REPLACE FUNCTION reeve.criminal_offence_json(c reeve.criminal_offence_item) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', c.id, 'person', c.person, 'schedule1', c.schedule1,
        'official_authority', c.official_authority, 'evidence', c.evidence, 'detail', c.detail,
        'noted_at', reeve.rfc3339(c.noted_at)))
$$;

-- What an item relies on, in the words of a desk's audit (core/domain/lawful_basis.h, basisCode).
CREATE OR REPLACE FUNCTION reeve.basis_code(p_item jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN (p_item ->> 'official_authority')::boolean THEN 'official_authority'
                ELSE nullif(concat_ws(' ', p_item ->> 'condition', p_item ->> 'schedule1'), '') END
$$;

-- The content of one item, for one look. A refusal is an answer and not an error, so that its audit line stays.
CREATE OR REPLACE FUNCTION reeve_api.reveal(p_token text, p_device uuid, p_item uuid, p_reason text)
RETURNS TABLE (outcome text, interaction uuid, body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    who record;
    mark reeve.restricted_mark;
    item jsonb;
    v_kind text;
    v_outcome text;
BEGIN
    SELECT * INTO who FROM reeve.reader(p_token, p_device);
    IF coalesce(btrim(p_reason), '') = '' OR length(p_reason) > 4000 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    SELECT * INTO mark FROM reeve.restricted_mark m WHERE m.id = p_item;
    v_kind := CASE WHEN mark.is_criminal_offence THEN 'criminal_offence' ELSE 'special_category' END;
    v_outcome := CASE WHEN NOT reeve.has_right(who.roles, 'reveal_' || v_kind) THEN 'denied'
                      WHEN mark.id IS NULL THEN 'not_found' ELSE 'shown' END;
    IF v_outcome = 'shown' THEN
        PERFORM set_config('reeve.reveal', p_item::text, true);
        SELECT coalesce((SELECT reeve.criminal_offence_json(c) FROM reeve.criminal_offence_item c WHERE c.id = p_item),
                        (SELECT reeve.special_category_json(s) FROM reeve.special_category_item s WHERE s.id = p_item))
          INTO item;
        PERFORM set_config('reeve.reveal', '', true);
    END IF;
    PERFORM reeve.write_audit(p_device, who.agent, CASE WHEN v_outcome = 'denied' THEN 'reveal_denied' ELSE 'reveal' END,
        p_item, mark.person, jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'outcome', v_outcome,
            'roles', array_to_string(who.roles, ' '), 'interaction', mark.interaction,
            'sensitivity', CASE WHEN mark.id IS NOT NULL THEN v_kind END, 'lawful_basis', reeve.basis_code(item))));
    RETURN QUERY SELECT CASE v_outcome WHEN 'shown' THEN v_kind ELSE v_outcome END,
                        CASE v_outcome WHEN 'shown' THEN mark.interaction END, item::text;
END $$;

-- Whether somebody with these roles may read a person's records here. An administrator runs the machine and has no
-- business with what it holds.
CREATE OR REPLACE FUNCTION reeve.may_read_records(p_roles text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$ SELECT p_roles && ARRAY['handler', 'supervisor', 'dpo', 'safeguarding', 'lifeline'] $$;

-- Of earlier releases.
DROP FUNCTION IF EXISTS reeve.write_look(text, uuid, uuid, text[], text, text, boolean);
DROP FUNCTION IF EXISTS reeve.write_look(text, uuid, uuid, text[], text, text, text);

-- A look at one record by whoever is connected as themselves, and what came of it: shown, denied or not_found.
CREATE OR REPLACE FUNCTION reeve.write_look(p_action text, p_subject uuid, p_person uuid, p_roles text[], p_reason text,
                                            p_sensitivity text, p_outcome text, p_basis text DEFAULT NULL)
RETURNS void
LANGUAGE sql AS $$
    SELECT reeve.write_audit('00000000-0000-0000-0000-000000000000', session_user::text, p_action, p_subject, p_person,
        jsonb_strip_nulls(jsonb_build_object('outcome', p_outcome, 'roles', array_to_string(p_roles, ' '),
            'reason', nullif(btrim(p_reason), ''), 'sensitivity', p_sensitivity, 'lawful_basis', p_basis)))
$$;

-- What comes of it. Who may not read records does not learn whether there is such a one.
CREATE OR REPLACE FUNCTION reeve.look_outcome(p_roles text[], p_is_there boolean) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN NOT reeve.may_read_records(p_roles) THEN 'denied' WHEN p_is_there THEN 'shown' ELSE 'not_found' END
$$;

-- Where no record is. An answer and not an error, so that the look's audit line stays.
CREATE OR REPLACE FUNCTION reeve.no_record() RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT '{"not_found": true}' $$;

-- The restricted items of one kind of an interaction; none when the role does not allow it. Written down either way.
CREATE OR REPLACE FUNCTION reeve.look_at_restricted(i reeve.interaction, p_kind text, p_roles text[], p_reason text)
RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    is_offence CONSTANT boolean := p_kind = 'criminal_offence';
    is_shown CONSTANT boolean := reeve.has_right(p_roles, 'reveal_' || p_kind);
    items jsonb;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM reeve.restricted_mark m
                    WHERE m.interaction = i.id AND m.is_criminal_offence = is_offence) THEN
        RETURN '{}';
    END IF;
    IF NOT is_shown THEN
        PERFORM reeve.write_look('show_restricted', i.id, i.person, p_roles, p_reason, p_kind, 'denied');
        RETURN '{}';
    END IF;
    PERFORM set_config('reeve.reveal', i.id::text, true);
    IF is_offence THEN
        SELECT jsonb_agg(reeve.criminal_offence_json(c) ORDER BY c.id) INTO items
          FROM reeve.criminal_offence_item c WHERE c.interaction = i.id;
    ELSE
        SELECT jsonb_agg(reeve.special_category_json(s) ORDER BY s.id) INTO items
          FROM reeve.special_category_item s WHERE s.interaction = i.id;
    END IF;
    PERFORM set_config('reeve.reveal', '', true);
    PERFORM reeve.write_look('show_restricted', i.id, i.person, p_roles, p_reason, p_kind, 'shown',
        (SELECT string_agg(DISTINCT reeve.basis_code(one), ', ') FROM jsonb_array_elements(items) one));
    RETURN jsonb_strip_nulls(jsonb_build_object(p_kind, items));
END $$;

-- One interaction as JSON, for whoever is connected as themselves. Restricted items only with a reason, and of those
-- only what the role allows. Null: not with these roles. Both that and a record that is not there are answers and not
-- errors, so that the audit line stays.
CREATE OR REPLACE FUNCTION reeve_api.show_interaction(p_id uuid, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_roles text[] := reeve.connected_roles();
    i reeve.interaction;
    v_outcome text;
    answer jsonb;
BEGIN
    IF length(p_reason) > 4000 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    SELECT * INTO i FROM reeve.interaction r WHERE r.id = p_id;
    v_outcome := reeve.look_outcome(v_roles, i.id IS NOT NULL);
    PERFORM reeve.write_look('show_interaction', p_id, i.person, v_roles, p_reason, NULL, v_outcome);
    IF v_outcome = 'denied' THEN
        RETURN NULL;
    ELSIF v_outcome = 'not_found' THEN
        RETURN reeve.no_record();
    END IF;
    answer := (reeve.interaction_json(i, false))
        || jsonb_build_object('agent', i.agent, 'received_at', reeve.rfc3339(i.received_at));
    IF coalesce(btrim(p_reason), '') <> '' THEN
        answer := answer || reeve.look_at_restricted(i, 'special_category', v_roles, p_reason);
        answer := answer || reeve.look_at_restricted(i, 'criminal_offence', v_roles, p_reason);
    END IF;
    RETURN answer::text;
END $$;

-- As show_interaction().
CREATE OR REPLACE FUNCTION reeve_api.show_person(p_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_roles text[] := reeve.connected_roles();
    v_outcome text;
    here reeve.shown_person;
BEGIN
    SELECT * INTO here FROM reeve.shown_person p WHERE p.id = reeve.survivor_of(p_id);
    v_outcome := reeve.look_outcome(v_roles, here.id IS NOT NULL);
    PERFORM reeve.write_look('show_person', p_id, here.id, v_roles, NULL, NULL, v_outcome);
    IF v_outcome = 'denied' THEN
        RETURN NULL;
    ELSIF v_outcome = 'not_found' THEN
        RETURN reeve.no_record();
    END IF;
    RETURN jsonb_build_object('id', here.id, 'revision', here.revision, 'fields', here.fields,
                              'records', reeve.records_of(here.id))::text;
END $$;

-- People in bulk. A person who is here already (by the council's reference, else by id) gets the fields that the
-- import names and keeps the rest. Of two rows with one reference the later counts. What is stored is written down,
-- whoever calls.
CREATE OR REPLACE FUNCTION reeve_api.import_people(p_id uuid[], p_fields text[])
RETURNS TABLE (added bigint, changed bigint, unchanged bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off SET work_mem = '64MB' AS $$
BEGIN
    IF NOT 'administrator' = ANY (reeve.connected_roles()) THEN
        PERFORM reeve.refuse('denied');
    END IF;
    WITH source AS MATERIALIZED (
        SELECT DISTINCT ON (coalesce(nullif(f.fields ->> 'external_id', ''), u.id::text))
               u.id, f.fields, nullif(f.fields ->> 'external_id', '') AS external_id
          FROM unnest(p_id, p_fields) WITH ORDINALITY u (id, fields, i),
               LATERAL (SELECT reeve.as_json(u.fields) AS fields OFFSET 0) f
         ORDER BY coalesce(nullif(f.fields ->> 'external_id', ''), u.id::text), u.i DESC
    ), known AS MATERIALIZED (
        SELECT s.id, s.fields, coalesce(
                   (SELECT p.id FROM reeve.person p WHERE p.external_id = s.external_id AND NOT p.removed
                     ORDER BY p.created_at, p.id LIMIT 1),
                   (SELECT p.id FROM reeve.person p WHERE p.id = s.id)) AS person
          FROM source s
    ), fresh AS MATERIALIZED (
        SELECT k.id, 1::bigint AS revision, jsonb_strip_nulls(k.fields) AS fields, '{}'::jsonb AS field_revision,
               NULL::jsonb AS set, NULL::jsonb AS was
          FROM known k WHERE k.person IS NULL
    ), differing AS MATERIALIZED (
        SELECT p.id, p.revision + 1 AS revision, (p.fields || f.set) - f.removed AS fields,
               p.field_revision || f.field_revision AS field_revision, f.set, f.was
          FROM known k,
               LATERAL (SELECT h.* FROM reeve.person h WHERE h.id = k.person AND NOT h.removed OFFSET 0 FOR UPDATE) p,
               LATERAL (SELECT jsonb_object_agg(e.key, e.value) AS set,
                               jsonb_object_agg(e.key, coalesce(p.fields -> e.key, 'null')) AS was,
                               jsonb_object_agg(e.key, p.revision + 1) AS field_revision,
                               coalesce(array_agg(e.key) FILTER (WHERE e.value = 'null'), '{}') AS removed
                          FROM jsonb_each(k.fields) e
                         WHERE coalesce(p.fields -> e.key, 'null') <> e.value) f
         WHERE k.person IS NOT NULL AND f.set IS NOT NULL
    ), written AS (
        -- An upsert, and not an update with a join: it goes by the key whatever the planner thinks of the sizes.
        INSERT INTO reeve.person AS p (id, revision, fields, field_revision, created_by)
            SELECT w.id, w.revision, w.fields, w.field_revision, session_user
              FROM (SELECT * FROM fresh UNION ALL SELECT * FROM differing) w ORDER BY w.id
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, fields = excluded.fields,
                field_revision = excluded.field_revision, changed_at = now()
            RETURNING p.id, p.revision
    ), history AS (
        INSERT INTO reeve.person_history (person, revision, set, was, agent)
            SELECT d.id, d.revision, d.set, d.was, session_user FROM differing d
    ), log AS (
        INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, w.id, w.id FROM written w
    )
    SELECT (SELECT count(*) FROM fresh), (SELECT count(*) FROM differing),
           cardinality(p_id) - (SELECT count(*) FROM written)
      INTO added, changed, unchanged;
    IF added + changed > 0 THEN
        PERFORM reeve.write_administration('people_stored', NULL,
            jsonb_build_object('added', added, 'changed', changed, 'unchanged', unchanged));
    END IF;
    RETURN NEXT;
EXCEPTION WHEN data_exception OR integrity_constraint_violation OR program_limit_exceeded THEN
    PERFORM reeve.refuse('invalid_input');  -- and the server's log quotes none of it
END $$;

-- For the administrator's view: counts only, nothing about anybody.
CREATE OR REPLACE FUNCTION reeve_api.central_status() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT reeve.connected_roles() && ARRAY['administrator', 'supervisor'] THEN
        PERFORM reeve.refuse('denied');
    END IF;
    RETURN (jsonb_build_object(
        'schema_version', (SELECT max(version) FROM reeve.schema_version),
        'people', (SELECT count(*) FROM reeve.person WHERE NOT removed),
        'interactions', (SELECT count(*) FROM reeve.interaction),
        'notes', (SELECT count(*) FROM reeve.note),
        'restricted_items', (SELECT count(*) FROM reeve.restricted_mark),
        'entries', (SELECT count(*) FROM reeve.sync_entry),
        'quarantined', (SELECT count(*) FROM reeve.quarantine WHERE state = 'quarantined' AND resolved_at IS NULL),
        'parked', (SELECT count(*) FROM reeve.quarantine WHERE state = 'parked' AND resolved_at IS NULL),
        'open_conflicts', (SELECT count(*) FROM reeve.conflict WHERE decided_at IS NULL),
        'agents', (SELECT count(*) FROM reeve.agent WHERE is_active),
        'epoch', (SELECT epoch FROM reeve.epoch ORDER BY number DESC LIMIT 1),
        'epochs', (SELECT count(*) FROM reeve.epoch),
        -- Transactions that hold the change log back for everybody.
        'oldest_transaction_s', (SELECT coalesce(floor(extract(epoch FROM max(clock_timestamp() - xact_start))), 0)
                                   FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid()),
        'devices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'status', status,
                        'last_seen_at', reeve.rfc3339(last_seen_at), 'last_sequence', last_sequence,
                        'waiting', waiting, 'needs_attention', needs_attention, 'skew_ms', skew_ms)
                        ORDER BY name, id), '[]') FROM reeve.device)) || reeve.more_status())::text;
END $$;
