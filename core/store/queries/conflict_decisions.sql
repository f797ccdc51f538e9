-- SPDX-License-Identifier: MIT
SELECT conflict, kept_ours, decided_by, decided_at
  FROM conflict_decision
 WHERE decided_at >= :since
 ORDER BY decided_at DESC
 LIMIT :limit
