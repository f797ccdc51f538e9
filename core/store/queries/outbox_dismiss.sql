-- SPDX-License-Identifier: MIT
UPDATE outbox
   SET dismissed_at = coalesce(dismissed_at, :now)
 WHERE sequence = :sequence AND state >= 3
