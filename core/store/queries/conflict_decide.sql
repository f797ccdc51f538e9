-- SPDX-License-Identifier: MIT
UPDATE field_conflict
   SET decided_at = coalesce(decided_at, :at)
 WHERE id = :id
