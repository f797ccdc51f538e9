-- SPDX-License-Identifier: MIT
-- Conflicts for a desk that starts from nothing. It follows the change log from its end, so that whatever was raised
-- before and waits for a decision comes with the people: else nobody sees it once the desks it came from are gone.
-- One that was decided comes with none: what was decided is in the person's fields.

-- For the first load: the open ones about people of one page, from after p_after to p_to; to the end without p_to.
CREATE OR REPLACE FUNCTION reeve_api.open_conflicts(p_token text, p_device uuid, p_after uuid, p_to uuid)
RETURNS TABLE (body text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    PERFORM reeve.reader(p_token, p_device);
    RETURN QUERY SELECT reeve.conflict_json(c)::text FROM reeve.conflict c
        WHERE c.decided_at IS NULL AND c.person > p_after AND (p_to IS NULL OR c.person <= p_to)
          AND EXISTS (SELECT 1 FROM reeve.person p WHERE p.id = c.person AND NOT p.removed) ORDER BY c.person;
END $$;

-- Desks of an earlier release began without those that were open then. Once, the log tells everybody.
DO $$
BEGIN
    INSERT INTO reeve.setting (name, value) VALUES ('open_conflicts_told', 'yes') ON CONFLICT (name) DO NOTHING;
    IF FOUND THEN
        INSERT INTO reeve.change_log (kind, pk, person)
            SELECT 3, c.id, c.person FROM reeve.conflict c WHERE c.decided_at IS NULL;
    END IF;
END $$;
