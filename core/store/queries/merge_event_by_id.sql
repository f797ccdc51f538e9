-- SPDX-License-Identifier: MIT
SELECT payload
  FROM merge_event
 WHERE id = :id
