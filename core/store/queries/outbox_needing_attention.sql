-- SPDX-License-Identifier: MIT
SELECT sequence, id, kind, aggregate, person, base_revision, agent, device_time, monotonic, skew, state, code,
       sent_transaction, payload, content_hash
  FROM outbox
 WHERE state >= 3 AND dismissed_at IS NULL
 ORDER BY sequence DESC
 LIMIT :limit
