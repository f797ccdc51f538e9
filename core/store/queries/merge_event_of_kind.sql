-- SPDX-License-Identifier: MIT
SELECT payload
  FROM merge_event
 WHERE kind = :kind
 ORDER BY order_number, id
