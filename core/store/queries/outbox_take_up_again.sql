-- SPDX-License-Identifier: MIT
UPDATE outbox
   SET dismissed_at = NULL
 WHERE sequence = :sequence AND state >= 3
