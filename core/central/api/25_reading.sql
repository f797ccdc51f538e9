-- SPDX-License-Identifier: MIT
-- What a batch brings, read before any of it is stored: into rows of the tables they are meant for. So one entry that is
-- not what it should be is known by its place, and the others need not be stored a second time because of it.

DO $$
BEGIN
    IF to_regtype('reeve.outcome') IS NULL THEN
        -- Status 1 applied, 3 conflict, 4 parked (with the record it waits for), 5 quarantined.
        CREATE TYPE reeve.outcome AS (status smallint, code text, revision bigint, waits_for uuid, sqlstate text);
    END IF;
    IF to_regtype('reeve.read_person') IS NULL THEN
        CREATE TYPE reeve.read_person AS (id uuid, fields jsonb, agent text);
        CREATE TYPE reeve.read_restricted AS (interaction uuid, person uuid, special_category jsonb,
                                              criminal_offence jsonb, agent text, device uuid);
    END IF;
END $$;

-- What one entry may weigh, in bytes. A longest line of `reevectl log` fits twice.
CREATE OR REPLACE FUNCTION reeve.largest_payload() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 8 << 20 $$;

-- The document, if it fits into an answer to a desk. A number of ten bytes, 1e99999, is a hundred thousand when it is
-- written out: one record of such could keep every desk from reading on.
CREATE OR REPLACE FUNCTION reeve.fitting(doc jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    IF octet_length(doc::text) > 1 << 20 THEN
        RAISE EXCEPTION 'reeve: too large' USING ERRCODE = 'program_limit_exceeded';
    END IF;
    RETURN doc;
END $$;

-- Where the rows are that their table would refuse. The rules stand in the tables only (CHECK and NOT NULL of the
-- migrations); these functions are made out of them, anew at each init.
DO $$
DECLARE
    name text;
    rules text;
BEGIN
    FOREACH name IN ARRAY ARRAY['interaction', 'note', 'party'] LOOP
        SELECT string_agg(rule, ' AND ') INTO rules FROM (
            SELECT format('(%s) IS NOT FALSE', pg_get_expr(c.conbin, c.conrelid)) AS rule
              FROM pg_constraint c WHERE c.conrelid = format('reeve.%I', name)::regclass AND c.contype = 'c'
            UNION ALL
            SELECT format('%I IS NOT NULL', a.attname) FROM pg_attribute a
             WHERE a.attrelid = format('reeve.%I', name)::regclass AND a.attnum > 0 AND a.attnotnull) each;
        EXECUTE format('CREATE OR REPLACE FUNCTION reeve.refused_rows(p_rows reeve.%I[]) RETURNS SETOF bigint '
                       'LANGUAGE sql AS $body$ SELECT ordinality FROM unnest(p_rows) WITH ORDINALITY '
                       'WHERE NOT (%s) $body$', name, rules);
    END LOOP;
END $$;

-- Reads the new people and interactions of a batch; entries of other kinds are left alone. `refused` has the batch's
-- places: what becomes of an entry that cannot be read. None of its rows is among the others.
CREATE OR REPLACE FUNCTION reeve.read_entries(
    p_entry uuid[], p_kind text[], p_payload bytea[], p_agent text[], p_device uuid,
    OUT people reeve.read_person[], OUT heads reeve.interaction[], OUT notes reeve.note[], OUT parties reeve.party[],
    OUT restricted reeve.read_restricted[], OUT refused reeve.outcome[])
LANGUAGE plpgsql AS $$
DECLARE
    count CONSTANT integer := cardinality(p_entry);
    largest CONSTANT integer := reeve.largest_payload();
    read_at CONSTANT timestamptz := now();
    place integer := 0;
    -- How many rows are whole; and the places of the entries they came with.
    heads_read integer := 0;
    notes_read integer := 0;
    parties_read integer := 0;
    head_places integer[] := '{}';
    note_places integer[] := '{}';
    party_places integer[] := '{}';
    restricted_places integer[] := '{}';
    against_rules integer[] := '{}';
    doc jsonb;
    head jsonb;
    line jsonb;
    v_id uuid;
BEGIN
    people := '{}';
    heads := '{}';
    notes := '{}';
    parties := '{}';
    restricted := '{}';
    refused := '{}';
    WHILE place < count LOOP
        BEGIN
            -- Left only by an entry that raises: a subtransaction for each of them would cost more than reading it.
            WHILE place < count LOOP
                place := place + 1;
                IF octet_length(p_payload[place]) > largest THEN
                    refused[place] := (5, 'too_large', 0, NULL, NULL)::reeve.outcome;
                    CONTINUE;
                END IF;
                CONTINUE WHEN p_kind[place] NOT IN ('interaction_logged', 'person_created');
                doc := convert_from(p_payload[place], 'UTF8')::jsonb;
                IF jsonb_typeof(doc) <> 'object' THEN
                    refused[place] := (5, 'malformed', 0, NULL, NULL)::reeve.outcome;
                    CONTINUE;
                END IF;
                IF p_kind[place] = 'person_created' THEN
                    v_id := (doc ->> 'id')::uuid;
                    IF v_id IS NULL OR jsonb_typeof(doc -> 'fields') IS DISTINCT FROM 'object' THEN
                        RAISE EXCEPTION 'reeve: not a person' USING ERRCODE = 'check_violation';
                    END IF;
                    people := people || ROW (v_id, reeve.fitting(doc -> 'fields'), p_agent[place])::reeve.read_person;
                    CONTINUE;
                END IF;
                head := doc -> 'interaction';
                v_id := (head ->> 'id')::uuid;
                heads[heads_read + 1] := ROW (
                    v_id, (head ->> 'person')::uuid, head ->> 'channel', head ->> 'direction', head ->> 'caller_number',
                    (head ->> 'started_at')::timestamptz, (head ->> 'ended_at')::timestamptz,
                    reeve.fitting(head -> 'reasons'), head ->> 'disposition',
                    reeve.fitting(nullif(head - ARRAY['id', 'person', 'channel', 'direction', 'caller_number',
                                                      'started_at', 'ended_at', 'reasons', 'disposition'], '{}')),
                    p_agent[place], p_device, p_entry[place], read_at)::reeve.interaction;
                head_places[heads_read + 1] := place;
                IF doc ? 'notes' THEN
                    FOR i IN 1..jsonb_array_length(doc -> 'notes') LOOP
                        line := doc -> 'notes' -> (i - 1);
                        notes[notes_read + i] := ROW (
                            (line ->> 'id')::uuid, v_id, line ->> 'text', (line ->> 'written_at')::timestamptz,
                            p_agent[place])::reeve.note;
                        note_places[notes_read + i] := place;
                    END LOOP;
                END IF;
                IF doc ? 'parties' THEN
                    FOR i IN 1..jsonb_array_length(doc -> 'parties') LOOP
                        line := doc -> 'parties' -> (i - 1);
                        parties[parties_read + i] := ROW (
                            (line ->> 'id')::uuid, v_id, line ->> 'role', (line ->> 'person')::uuid,
                            line ->> 'name_as_told')::reeve.party;
                        party_places[parties_read + i] := place;
                    END LOOP;
                END IF;
                IF doc ?| ARRAY['special_category', 'criminal_offence'] THEN
                    restricted_places := restricted_places || place;
                    restricted := restricted || ROW (
                        v_id, (head ->> 'person')::uuid, doc -> 'special_category', doc -> 'criminal_offence',
                        p_agent[place], p_device)::reeve.read_restricted;
                END IF;
                -- Nothing here can raise: what is counted is whole.
                heads_read := heads_read + 1;
                notes_read := notes_read + coalesce(jsonb_array_length(doc -> 'notes'), 0);
                parties_read := parties_read + coalesce(jsonb_array_length(doc -> 'parties'), 0);
            END LOOP;
        EXCEPTION
            WHEN integrity_constraint_violation THEN
                refused[place] := (5, 'rule', 0, NULL, SQLSTATE)::reeve.outcome;
            WHEN data_exception OR program_limit_exceeded THEN
                refused[place] := (5, 'malformed', 0, NULL, SQLSTATE)::reeve.outcome;
        END;
    END LOOP;
    IF cardinality(refused) > 0 THEN    -- it may have got half-way
        heads := heads[:heads_read];
        notes := notes[:notes_read];
        parties := parties[:parties_read];
    END IF;

    against_rules := ARRAY(
        SELECT head_places[r] FROM reeve.refused_rows(heads) r
        UNION SELECT note_places[r] FROM reeve.refused_rows(notes) r
        UNION SELECT party_places[r] FROM reeve.refused_rows(parties) r);
    IF cardinality(against_rules) > 0 THEN
        FOREACH place IN ARRAY against_rules LOOP
            refused[place] := (5, 'rule', 0, NULL, '23514')::reeve.outcome;
        END LOOP;
        heads := ARRAY(SELECT heads[i] FROM generate_series(1, heads_read) i WHERE head_places[i] <> ALL (against_rules));
        notes := ARRAY(SELECT notes[i] FROM generate_series(1, notes_read) i WHERE note_places[i] <> ALL (against_rules));
        parties := ARRAY(SELECT parties[i] FROM generate_series(1, parties_read) i
                          WHERE party_places[i] <> ALL (against_rules));
        restricted := ARRAY(SELECT restricted[i] FROM generate_subscripts(restricted, 1) i
                             WHERE restricted_places[i] <> ALL (against_rules));
    END IF;
END $$;
