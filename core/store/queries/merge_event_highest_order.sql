-- SPDX-License-Identifier: MIT
SELECT coalesce(max(order_number), 0)
  FROM merge_event
