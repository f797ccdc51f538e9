-- SPDX-License-Identifier: MIT
-- Their reasons, parties, notes and marks go with them.
DELETE FROM interaction
 WHERE is_sent = 1 AND started_at < :before
