-- SPDX-License-Identifier: MIT
DELETE FROM field_conflict
 WHERE decided_at IS NULL
