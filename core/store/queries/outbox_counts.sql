-- SPDX-License-Identifier: MIT
SELECT (SELECT count(*) FROM outbox WHERE state = 0),
       (SELECT count(*) FROM outbox WHERE state = 1),
       (SELECT count(*) FROM outbox WHERE state >= 3),
       (SELECT count(*) FROM outbox),
       last_sequence,
       (SELECT count(*) FROM outbox WHERE state >= 3 AND dismissed_at IS NULL),
       (SELECT device_time FROM outbox WHERE state = 0 ORDER BY sequence LIMIT 1)
  FROM outbox_end
