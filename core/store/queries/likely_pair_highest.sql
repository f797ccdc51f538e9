-- SPDX-License-Identifier: MIT
SELECT coalesce(max(number), 0)
  FROM likely_pair
