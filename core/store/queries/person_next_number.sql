-- SPDX-License-Identifier: MIT
SELECT coalesce(max(number), 0) + 1
  FROM person
