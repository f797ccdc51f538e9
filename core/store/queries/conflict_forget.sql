-- SPDX-License-Identifier: MIT
-- A decision made here is on its way there, or there.
DELETE FROM field_conflict
 WHERE decided_at IS NULL OR id NOT IN (SELECT conflict FROM conflict_decision)
