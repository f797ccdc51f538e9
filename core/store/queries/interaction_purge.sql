-- SPDX-License-Identifier: MIT
-- Their reasons, parties, notes and marks go with them.
DELETE FROM interaction
 WHERE is_sent = 1 AND started_at < :before
   AND NOT EXISTS (SELECT 1 FROM opened_timeline o
                    WHERE o.person = interaction.person AND o.opened_at >= :before)
