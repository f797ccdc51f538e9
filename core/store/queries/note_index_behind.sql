-- SPDX-License-Identifier: MIT
SELECT covered_sequence,
       (SELECT last_sequence FROM outbox_end),
       (SELECT count(*) FROM note_to_index),
       EXISTS (SELECT 1 FROM note_search_gone)
  FROM note_search_state
