-- SPDX-License-Identifier: MIT
-- A decision made here stays made when an older copy of the conflict comes in. With another value of the centre's it is
-- no older one: the decision was against a value that has changed since, and whoever decides has to see the new one.
INSERT INTO field_conflict (id, person, field, ours, theirs, our_agent, their_agent, raised_at, decided_at)
VALUES (:id, :person, :field, :ours, :theirs, :our_agent, :their_agent, :raised_at, :decided_at)
    ON CONFLICT (id) DO UPDATE SET
       person = excluded.person, field = excluded.field, ours = excluded.ours, theirs = excluded.theirs,
       our_agent = excluded.our_agent, their_agent = excluded.their_agent, raised_at = excluded.raised_at,
       decided_at = CASE WHEN excluded.theirs = theirs THEN coalesce(excluded.decided_at, decided_at)
                         ELSE excluded.decided_at END
