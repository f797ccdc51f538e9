-- SPDX-License-Identifier: MIT
-- Their reasons, parties, notes and marks go with them. Whose timeline one is in: who it was given to, or noted for.
DELETE FROM interaction
 WHERE is_sent = 1 AND started_at < :before
   AND NOT EXISTS (SELECT 1 FROM opened_timeline o
                    WHERE o.person = coalesce((SELECT a.person FROM interaction_assignment a
                                                WHERE a.interaction = interaction.id), interaction.person)
                      AND o.opened_at >= :before)
