-- SPDX-License-Identifier: MIT
-- A file of people, brought in at the centre batch by batch: one transaction begins with import_known, writes with
-- import_people and ends with put_import_run, so that cut off anywhere the next run knows how far it came.

-- How far the file with this digest has come, if it was ever seen.
CREATE OR REPLACE FUNCTION reeve_api.import_run(p_digest text)
RETURNS TABLE (rows bigint, imported bigint, updated bigint, unchanged bigint, rejected bigint, rejected_bytes bigint,
               duplicates bigint, duplicate_bytes bigint, finished_at_ms bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    RETURN QUERY SELECT r.rows, r.imported, r.updated, r.unchanged, r.rejected, r.rejected_bytes, r.duplicates,
            r.duplicate_bytes, reeve.milliseconds(r.finished_at)
        FROM reeve.import_run r WHERE r.digest = p_digest;
END $$;

-- Of an earlier release.
DROP FUNCTION IF EXISTS reeve_api.import_compared(uuid, integer), reeve_api.import_others(uuid[]),
    reeve_api.import_known(text[]);

-- What was read for comparing it with a file, one line for each page: how many were asked for, if any, and how many
-- records were handed out. The file by its digest, as in import_run, and never by a name, which may be somebody's.
CREATE OR REPLACE FUNCTION reeve.write_compared(p_by text, p_asked bigint, p_found bigint, p_file text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF p_file !~ '^[0-9a-f]{64}$' THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    IF p_asked > 0 THEN
        PERFORM reeve.write_administration('people_compared', NULL, jsonb_strip_nulls(jsonb_build_object('by', p_by,
            'asked', p_asked, 'found', p_found, 'file', p_file)));
    END IF;
END $$;

-- Who is here, record by record, for comparing them with the rows of a file. Each page is written down: nobody else may
-- read everybody.
CREATE OR REPLACE FUNCTION reeve_api.import_compared(p_after uuid, p_limit integer, p_file text DEFAULT NULL)
RETURNS TABLE (id uuid, fields text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET enable_sort = off
SET jit = off SET work_mem = '64MB' AS $$
DECLARE
    v_found bigint;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    p_limit := reeve.page_limit(p_limit);
    RETURN QUERY SELECT p.id, p.fields::text FROM reeve.person p
        WHERE p.id > p_after AND NOT p.removed ORDER BY p.id LIMIT p_limit;
    GET DIAGNOSTICS v_found = ROW_COUNT;
    PERFORM reeve.write_compared('page', p_limit, v_found, p_file);
END $$;

-- The same of those with these ids, written down as well.
CREATE OR REPLACE FUNCTION reeve_api.import_others(p_id uuid[], p_file text DEFAULT NULL)
RETURNS TABLE (id uuid, fields text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
    v_found bigint;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    RETURN QUERY SELECT p.id, p.fields::text FROM unnest(p_id) u (id),
        LATERAL (SELECT h.id, h.fields FROM reeve.person h WHERE h.id = u.id AND NOT h.removed OFFSET 0) p;
    GET DIAGNOSTICS v_found = ROW_COUNT;
    PERFORM reeve.write_compared('id', cardinality(p_id), v_found, p_file);
END $$;

-- Who is here with these references of the council's, written down as well. One import after the other,
-- until the transaction ends: none brings in a reference that another has just brought.
CREATE OR REPLACE FUNCTION reeve_api.import_known(p_reference text[], p_file text DEFAULT NULL)
RETURNS TABLE (reference text, id uuid, revision bigint, fields text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
    v_found bigint;
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    PERFORM pg_advisory_xact_lock(7298734503);
    RETURN QUERY SELECT u.reference, p.id, p.revision, p.fields::text FROM unnest(p_reference) u (reference),
        LATERAL (SELECT h.id, h.revision, h.fields FROM reeve.person h
                  WHERE h.external_id = u.reference AND NOT h.removed ORDER BY h.created_at, h.id LIMIT 1) p;
    GET DIAGNOSTICS v_found = ROW_COUNT;
    PERFORM reeve.write_compared('reference', cardinality(p_reference), v_found, p_file);
END $$;

-- How far the file has come with this transaction: `p_counts` are rows, imported, updated, unchanged, rejected,
-- rejected_bytes, duplicates and duplicate_bytes. False when it is no longer at `p_before` rows (-1: never seen), for
-- somebody else brings the same file in; then nothing is written.
CREATE OR REPLACE FUNCTION reeve_api.put_import_run(p_digest text, p_before bigint, p_counts bigint[],
                                                    p_is_finished boolean) RETURNS smallint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM reeve.need_role(ARRAY['administrator']);
    IF (p_digest ~ '^[0-9a-f]{64}$' AND cardinality(p_counts) = 8 AND array_position(p_counts, NULL) IS NULL
        AND p_before IS NOT NULL AND p_is_finished IS NOT NULL) IS NOT TRUE THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    IF current_setting('synchronous_commit') NOT IN ('on', 'remote_apply') THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    IF p_before < 0 THEN
        INSERT INTO reeve.import_run
            SELECT p_digest, p_counts[1], p_counts[2], p_counts[3], p_counts[4], p_counts[5], p_counts[6], p_counts[7],
                   p_counts[8], session_user, now(), CASE WHEN p_is_finished THEN now() END
            ON CONFLICT (digest) DO NOTHING;
    ELSE
        UPDATE reeve.import_run r SET rows = p_counts[1], imported = p_counts[2], updated = p_counts[3],
               unchanged = p_counts[4], rejected = p_counts[5], rejected_bytes = p_counts[6], duplicates = p_counts[7],
               duplicate_bytes = p_counts[8], agent = session_user, changed_at = now(),
               finished_at = CASE WHEN p_is_finished THEN now() END
         WHERE r.digest = p_digest AND r.rows = p_before;
    END IF;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    IF p_is_finished THEN
        PERFORM reeve.write_administration('people_imported', NULL, jsonb_build_object('file', p_digest,
            'rows', p_counts[1], 'imported', p_counts[2], 'updated', p_counts[3], 'unchanged', p_counts[4],
            'rejected', p_counts[5], 'duplicates', p_counts[7]));
    END IF;
    RETURN 1;
END $$;
