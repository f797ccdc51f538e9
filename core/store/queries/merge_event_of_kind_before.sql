-- SPDX-License-Identifier: MIT
-- Newest first.
SELECT payload
  FROM merge_event
 WHERE kind = :kind
   AND order_number <= :order
   AND (order_number < :order OR id < :id)
 ORDER BY order_number DESC, id DESC
 LIMIT :limit
