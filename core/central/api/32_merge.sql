-- SPDX-License-Identifier: MIT
-- Which records are one person, and what is shown of them. The twin of core/domain/merge_graph.cpp and
-- merged_fields.cpp: both give the same answer for the same events and records, and a test compares them.

CREATE OR REPLACE FUNCTION reeve.keep_merge_events() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        OLD.payload := jsonb_set(OLD.payload, '{survivor_fields}', '{}', false);
        IF NEW = OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'reeve: merge events are append-only' USING ERRCODE = 'RV004';
END $$;

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON reeve.merge_event
    FOR EACH ROW EXECUTE FUNCTION reeve.keep_merge_events();
CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON reeve.merge_event
    FOR EACH STATEMENT EXECUTE FUNCTION reeve.keep_merge_events();

CREATE OR REPLACE VIEW reeve.active_merge AS
    SELECT e.id, e.order_number, e.record AS survivor, e.other AS absorbed, e.payload
      FROM reeve.merge_event e
     WHERE e.kind = 'people_merged'
       AND NOT EXISTS (SELECT 1 FROM reeve.merge_event u WHERE u.merge = e.id AND u.kind = 'people_unmerged');

-- Every record of the same person, this one included.
CREATE OR REPLACE FUNCTION reeve.records_of(p_record uuid) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT array_agg(o.record ORDER BY o.record)
                       FROM reeve.same_person m JOIN reeve.same_person o ON o.survivor = m.survivor
                      WHERE m.record = p_record), ARRAY[p_record])
$$;

CREATE OR REPLACE FUNCTION reeve.survivor_of(p_record uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT s.survivor FROM reeve.same_person s WHERE s.record = p_record), p_record)
$$;

-- Works out again who is shown, for this record and all that any merge ever joined to it.
CREATE OR REPLACE FUNCTION reeve.refresh_same_person(p_record uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    v_open uuid[];
    v_group uuid[];
    v_survivor uuid;
BEGIN
    WITH RECURSIVE related (record) AS (
        SELECT p_record
        UNION
        SELECT o.record FROM related r, LATERAL (
            SELECT e.other AS record FROM reeve.merge_event e WHERE e.record = r.record AND e.kind = 'people_merged'
            UNION ALL
            SELECT e.record FROM reeve.merge_event e WHERE e.other = r.record AND e.kind = 'people_merged') o
    )
    SELECT array_agg(r.record) INTO v_open FROM related r;
    DELETE FROM reeve.same_person s WHERE s.record = ANY (v_open);
    WHILE cardinality(v_open) > 0 LOOP
        WITH RECURSIVE joined (record) AS (
            SELECT v_open[1]
            UNION
            SELECT o.record FROM joined r, LATERAL (
                SELECT m.absorbed AS record FROM reeve.active_merge m WHERE m.survivor = r.record
                UNION ALL
                SELECT m.survivor FROM reeve.active_merge m WHERE m.absorbed = r.record) o
        )
        SELECT array_agg(j.record) INTO v_group FROM joined j;
        IF cardinality(v_group) > 1 THEN
            SELECT g.record INTO v_survivor
              FROM unnest(v_group) g (record)
              LEFT JOIN LATERAL (SELECT m.order_number, m.id FROM reeve.active_merge m WHERE m.survivor = g.record
                                  ORDER BY m.order_number DESC, m.id DESC LIMIT 1) latest ON true
             ORDER BY EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = g.record AND NOT p.removed) DESC,
                      NOT EXISTS (SELECT 1 FROM reeve.active_merge m WHERE m.absorbed = g.record) DESC,
                      latest.order_number DESC NULLS LAST, latest.id DESC NULLS LAST, g.record
             LIMIT 1;
            INSERT INTO reeve.same_person SELECT g.record, v_survivor FROM unnest(v_group) g (record);
        END IF;
        v_open := ARRAY(SELECT o FROM unnest(v_open) o WHERE o <> ALL (v_group));
    END LOOP;
END $$;

-- What makes two of several the same thing, though one has a label and the other none.
CREATE OR REPLACE FUNCTION reeve.field_identity(p_field text, v jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE split_part(p_field, '/', 1)
        WHEN 'contact' THEN jsonb_build_array('contact', v -> 'kind',
            CASE WHEN coalesce(v ->> 'normalised', '') = '' THEN v -> 'value' ELSE v -> 'normalised' END)
        WHEN 'address' THEN jsonb_build_array('address', v -> 'use', v -> 'text', v -> 'postcode', v -> 'uprn')
        WHEN 'former_name' THEN jsonb_build_array('former_name', v -> 'given_name', v -> 'middle_name',
                                                  v -> 'family_name')
        ELSE jsonb_build_array(split_part(p_field, '/', 1), v)
    END
$$;

-- Letters' case, spaces and commas aside; only ASCII, as the twin in C++.
CREATE OR REPLACE FUNCTION reeve.plain_words(v jsonb) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT translate(lower(coalesce(v #>> '{}', '') COLLATE "C"), ' ,', '')
$$;

-- True where the home says all that another record's home says. The twin of saysSameHome().
CREATE OR REPLACE FUNCTION reeve.says_same_home(home jsonb, other jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN other ->> 'uprn' IS NOT NULL THEN coalesce(home -> 'uprn' = other -> 'uprn', false)
                ELSE reeve.plain_words(home -> 'text') = reeve.plain_words(other -> 'text')
                 AND reeve.plain_words(home -> 'postcode') = reeve.plain_words(other -> 'postcode') END
$$;

CREATE OR REPLACE FUNCTION reeve.name_of(f jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('given_name', f -> 'given_name', 'middle_name', f -> 'middle_name',
                                                'family_name', f -> 'family_name'))
$$;

-- Every record that some of the merges make one with this one.
CREATE OR REPLACE FUNCTION reeve.connected_by(p_record uuid, p_merges uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE reached (record) AS (
        SELECT p_record
        UNION
        SELECT o.record
          FROM reached r
         CROSS JOIN LATERAL (
                SELECT m.absorbed AS record FROM reeve.active_merge m
                 WHERE m.survivor = r.record AND m.id = ANY (p_merges)
                UNION ALL
                SELECT m.survivor FROM reeve.active_merge m
                 WHERE m.absorbed = r.record AND m.id = ANY (p_merges)) o)
    SELECT array_agg(record) FROM reached
$$;

-- Nobody merges what is one already: where merges make a ring, desks did not know of each other. All of a ring but the
-- last one, which alone says what is shown.
CREATE OR REPLACE FUNCTION reeve.outvoted_merges(p_records uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v_merges uuid[] := ARRAY(SELECT m.id FROM reeve.active_merge m WHERE m.survivor = ANY (p_records));
    v_in_ring uuid[];
BEGIN
    IF cardinality(v_merges) < cardinality(p_records) THEN
        RETURN '{}';
    END IF;
    v_in_ring := ARRAY(SELECT m.id FROM reeve.active_merge m
                        WHERE m.id = ANY (v_merges)
                          AND m.absorbed = ANY (reeve.connected_by(m.survivor, array_remove(v_merges, m.id))));
    RETURN ARRAY(SELECT m.id FROM reeve.active_merge m
                  WHERE m.id = ANY (v_in_ring)
                    AND EXISTS (SELECT 1 FROM reeve.active_merge l
                                 WHERE l.id = ANY (v_in_ring)
                                   AND (l.order_number, l.id) > (m.order_number, m.id)
                                   AND l.survivor = ANY (reeve.connected_by(m.survivor, v_in_ring))));
END $$;

-- What is shown of a survivor and the others of p_records.
CREATE OR REPLACE FUNCTION reeve.fold_fields(p_survivor uuid, p_records uuid[]) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    WITH rec AS MATERIALIZED (
        SELECT p.id, jsonb_strip_nulls(p.fields) AS fields,
               row_number() OVER (ORDER BY p.id <> p_survivor, p.id) AS n
          FROM reeve.person p WHERE p.id = ANY (p_records) AND NOT p.removed
    ), choice AS MATERIALIZED (
        SELECT DISTINCT ON (c.key) c.key AS field, coalesce(source.n, record.n) AS n
          FROM (SELECT e.order_number, e.id, e.record, e.payload -> 'fields' AS choices
                  FROM reeve.merge_event e WHERE e.kind = 'fields_chosen' AND e.record = ANY (p_records)
                UNION ALL
                SELECT m.order_number, m.id, m.survivor, m.payload -> 'choices'
                  FROM reeve.active_merge m
                 WHERE m.survivor = ANY (p_records) AND m.id <> ALL ((SELECT reeve.outvoted_merges(p_records))::uuid[])) e
          JOIN rec about ON about.id = e.record
         CROSS JOIN LATERAL jsonb_each(e.choices) c
          LEFT JOIN rec source ON source.id = (c.value ->> 0)::uuid
          LEFT JOIN rec record ON record.id = (c.value ->> 1)::uuid
         WHERE coalesce(source.n, record.n) IS NOT NULL
         ORDER BY c.key, e.order_number DESC, e.id DESC
    ), field AS MATERIALIZED (
        SELECT r.id, r.n, e.key AS field, e.value, strpos(e.key, '/') > 0 AS is_several
          FROM rec r, jsonb_each(r.fields) e
    ), single AS MATERIALIZED (
        SELECT DISTINCT ON (f.field) f.field, CASE
                   WHEN f.field = 'roles' AND c.n IS NULL THEN (
                       SELECT jsonb_agg(u.role ORDER BY u.place)
                         FROM (SELECT t.role, min(r.n * 1000 + t.place) AS place
                                 FROM rec r, jsonb_array_elements(CASE jsonb_typeof(r.fields -> 'roles') WHEN 'array'
                                          THEN r.fields -> 'roles' ELSE '[]' END) WITH ORDINALITY t (role, place)
                                GROUP BY t.role) u)
                   ELSE f.value END AS value
          FROM field f LEFT JOIN choice c ON c.field = f.field
         WHERE NOT f.is_several AND (c.n IS NULL OR c.n = f.n)
         ORDER BY f.field, f.n
    ), shown AS MATERIALIZED (
        SELECT coalesce(jsonb_object_agg(s.field, s.value), '{}') AS fields FROM single s
    ), home AS MATERIALIZED (
        SELECT coalesce((SELECT c.n FROM choice c WHERE c.field = 'home_address'),
                        (SELECT min(f.n) FROM field f WHERE f.field LIKE 'address/%' AND f.value ->> 'use' = 'home')) AS n
    ), candidate AS MATERIALIZED (
        SELECT 1 AS rank, f.n,
               CASE WHEN f.n = min(f.n) OVER (PARTITION BY f.field) OR c.field IS NOT NULL THEN f.field
                    ELSE f.field || '~' || f.id::text END AS field,
               CASE WHEN f.field LIKE 'address/%' AND f.value ->> 'use' = 'home' AND f.n IS DISTINCT FROM home.n
                    THEN f.value || '{"use": "previous"}' ELSE f.value END AS value,
               f.field LIKE 'address/%' AND f.value ->> 'use' = 'home' AND f.n IS DISTINCT FROM home.n AS is_moved_home
          FROM field f CROSS JOIN home LEFT JOIN choice c ON c.field = f.field
         WHERE f.is_several -- and nobody is related to themselves
           AND NOT (f.field LIKE 'relationship/%' AND coalesce(f.value ->> 'other' = ANY (p_records::text[]), false))
        UNION ALL
        SELECT 2, r.n, 'former_name/' || r.id::text, reeve.name_of(r.fields), false
          FROM rec r, shown s
         WHERE reeve.name_of(r.fields) <> '{}' AND reeve.name_of(r.fields) <> reeve.name_of(s.fields)
        UNION ALL
        SELECT 2, r.n, 'former_name/' || r.id::text || '~known_as',
               jsonb_build_object('given_name', r.fields -> 'known_as'), false
          FROM rec r, shown s
         WHERE r.fields ? 'known_as' AND r.fields -> 'known_as' IS DISTINCT FROM s.fields -> 'known_as'
        UNION ALL
        SELECT 2, r.n, 'reference/' || r.id::text, jsonb_build_object('reference', r.fields -> 'external_id'), false
          FROM rec r, shown s
         WHERE r.fields ? 'external_id' AND r.fields -> 'external_id' IS DISTINCT FROM s.fields -> 'external_id'
    ), kept AS MATERIALIZED (
        SELECT d.field, d.value, d.n, d.is_moved_home, CASE WHEN c.field IS NULL THEN d.rank ELSE 0 END AS rank
          FROM candidate d LEFT JOIN choice c ON c.field = d.field
         WHERE c.field IS NULL OR c.n = d.n
    ), several AS (
        SELECT k.field, k.value, k.rank, k.n,
               row_number() OVER (PARTITION BY reeve.field_identity(k.field, k.value)
                                  ORDER BY k.rank, k.n, k.field COLLATE "C") AS nth
          FROM kept k
         WHERE NOT coalesce(k.is_moved_home, false) -- two records with one and the same home: nobody moved
            OR NOT EXISTS (SELECT 1 FROM kept h
                            WHERE h.field LIKE 'address/%' AND h.value ->> 'use' = 'home'
                              AND reeve.says_same_home(h.value, k.value))
    )
    SELECT CASE WHEN (SELECT count(*) FROM rec) = 1 THEN (SELECT r.fields FROM rec r) ELSE
           (SELECT s.fields FROM shown s)
        || coalesce((SELECT jsonb_object_agg(o.field, o.value)
                       FROM (SELECT DISTINCT ON (v.field) v.field, v.value FROM several v
                              WHERE v.nth = 1 OR v.rank = 0 ORDER BY v.field, v.rank, v.n) o), '{}') END
$$;

-- Everybody as they are shown: what reports and administrators look at.
CREATE OR REPLACE VIEW reeve.shown_person AS
    SELECT p.id, p.revision,
           CASE WHEN s.survivor IS NULL THEN p.fields ELSE reeve.fold_fields(p.id, reeve.records_of(p.id)) END AS fields
      FROM reeve.person p LEFT JOIN reeve.same_person s ON s.record = p.id
     WHERE NOT p.removed AND (s.survivor IS NULL OR s.survivor = p.id);

CREATE OR REPLACE VIEW reeve.person_name AS
    SELECT id AS person, 'current' AS kind, fields ->> 'title' AS title, fields ->> 'given_name' AS given_name,
           fields ->> 'middle_name' AS middle_name, fields ->> 'family_name' AS family_name
      FROM reeve.shown_person
    UNION ALL
    SELECT p.id, 'known_as', NULL, p.fields ->> 'known_as', NULL, NULL
      FROM reeve.shown_person p WHERE p.fields ? 'known_as'
    UNION ALL
    SELECT p.id, 'former', f.value ->> 'title', f.value ->> 'given_name', f.value ->> 'middle_name',
           f.value ->> 'family_name'
      FROM reeve.shown_person p, jsonb_each(p.fields) f WHERE f.key LIKE 'former\_name/%';

CREATE OR REPLACE VIEW reeve.contact_point AS
    SELECT p.id AS person, substr(f.key, length('contact/') + 1) AS key, f.value ->> 'kind' AS kind,
           f.value ->> 'value' AS value, f.value ->> 'normalised' AS normalised
      FROM reeve.shown_person p, jsonb_each(p.fields) f WHERE f.key LIKE 'contact/%';

CREATE OR REPLACE VIEW reeve.address AS
    SELECT p.id AS person, substr(f.key, length('address/') + 1) AS key, f.value ->> 'use' AS use,
           f.value ->> 'text' AS text, f.value ->> 'postcode' AS postcode, f.value ->> 'uprn' AS uprn
      FROM reeve.shown_person p, jsonb_each(p.fields) f WHERE f.key LIKE 'address/%';

-- An erased record leaves nothing of itself in the events, and no longer stands for others.
CREATE OR REPLACE FUNCTION reeve.forget_merged_fields() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    UPDATE reeve.merge_event e SET payload = jsonb_set(e.payload, '{survivor_fields}', '{}', false)
     WHERE e.record = NEW.id AND e.kind = 'people_merged';
    IF EXISTS (SELECT 1 FROM reeve.same_person s WHERE s.record = NEW.id) THEN
        PERFORM reeve.refresh_same_person(NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER forget_merged_fields AFTER UPDATE OF removed ON reeve.person
    FOR EACH ROW WHEN (NEW.removed AND NOT OLD.removed) EXECUTE FUNCTION reeve.forget_merged_fields();
