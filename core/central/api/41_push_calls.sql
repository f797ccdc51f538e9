-- SPDX-License-Identifier: MIT
-- The calls that deliver a batch. What they answer stands at reeve.take_batch (40_push.sql).

-- What was said once was said of every entry.
CREATE OR REPLACE FUNCTION reeve.of_each(given anyarray, p_count integer) RETURNS anyarray
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN cardinality(given) = 1 THEN array_fill(given[1], ARRAY[p_count]) ELSE given END
$$;

-- The payloads of a batch that were said shortly (core/central/payload_phrases.h): bytes 1 to 30 stand for the phrases,
-- byte 31 between two payloads. Bytes pass as Latin-1, one character each. Whoever would make much out of little is
-- refused. (Two thousandths of a second for 500 records of 640 bytes.)
CREATE OR REPLACE FUNCTION reeve.said_out(p_joined bytea, p_phrase bytea[]) RETURNS bytea[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    said text;
    phrase text;
BEGIN
    IF cardinality(p_phrase) > 30 OR octet_length(p_joined) > 1048576 THEN
        PERFORM reeve.refuse('invalid_input');
    END IF;
    said := convert_from(p_joined, 'LATIN1');
    FOR i IN 1 .. cardinality(p_phrase) LOOP
        phrase := convert_from(p_phrase[i], 'LATIN1');
        IF phrase IS NULL OR octet_length(p_phrase[i]) > 256 OR phrase ~ '[\x01-\x1f]' THEN
            PERFORM reeve.refuse('invalid_input');
        END IF;
        said := replace(said, chr(i), phrase);
        IF octet_length(said) > 16777216 THEN
            PERFORM reeve.refuse('invalid_input');
        END IF;
    END LOOP;
    RETURN ARRAY(SELECT convert_to(one, 'LATIN1') FROM unnest(string_to_array(said, chr(31))) one);
END $$;

-- `p_deliveries`: how many of this desk have been answered, or are on their way before this one. Where all entries have
-- the same kind, base, agent or skew, it is said once; one number alone is the first of numbers without a gap. With
-- phrases the payloads are said shortly, all of them in one.
CREATE OR REPLACE FUNCTION reeve_api.push_short(
    p_token text, p_device uuid, p_incarnation uuid, p_deliveries bigint, p_sequence bigint[], p_entry uuid[],
    p_kind text[], p_base bigint[], p_payload bytea[], p_agent text[], p_device_time_ms bigint[], p_monotonic_ms bigint[],
    p_skew_ms bigint[], p_phrase bytea[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    count integer := coalesce(cardinality(p_entry), 0);
BEGIN
    IF cardinality(p_phrase) > 0 THEN
        p_payload := reeve.said_out(p_payload[1], p_phrase);
    END IF;
    IF cardinality(p_sequence) = 1 THEN
        p_sequence := ARRAY(SELECT p_sequence[1] + i FROM generate_series(0, count - 1) i);
    END IF;
    RETURN reeve.take_batch(p_token, p_device, p_incarnation, p_deliveries, p_sequence, p_entry,
                            reeve.of_each(p_kind, count), reeve.of_each(p_base, count), p_payload,
                            reeve.of_each(p_agent, count), p_device_time_ms, p_monotonic_ms,
                            reeve.of_each(p_skew_ms, count));
END $$;

-- For desks of protocol 4: without phrases.
CREATE OR REPLACE FUNCTION reeve_api.push(
    p_token text, p_device uuid, p_incarnation uuid, p_deliveries bigint, p_sequence bigint[], p_entry uuid[],
    p_kind text[], p_base bigint[], p_payload bytea[], p_agent text[], p_device_time_ms bigint[], p_monotonic_ms bigint[],
    p_skew_ms bigint[])
RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT reeve_api.push_short(p_token, p_device, p_incarnation, p_deliveries, p_sequence, p_entry, p_kind, p_base,
                                p_payload, p_agent, p_device_time_ms, p_monotonic_ms, p_skew_ms, '{}')
$$;

-- For desks of before protocol 4: one of everything for each entry, and no word of what was answered.
CREATE OR REPLACE FUNCTION reeve_api.sync_push(
    p_token text, p_device uuid, p_incarnation uuid, p_sequence bigint[], p_entry uuid[], p_kind text[], p_base bigint[],
    p_payload bytea[], p_agent text[], p_device_time_ms bigint[], p_monotonic_ms bigint[], p_skew_ms bigint[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN reeve.take_batch(p_token, p_device, p_incarnation, 0, p_sequence, p_entry, p_kind, p_base, p_payload, p_agent,
                            p_device_time_ms, p_monotonic_ms, p_skew_ms);
END $$;
