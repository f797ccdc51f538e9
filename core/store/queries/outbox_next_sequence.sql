-- SPDX-License-Identifier: MIT
SELECT last_sequence + 1
  FROM outbox_end
