-- SPDX-License-Identifier: MIT
SELECT first, second, millionths
  FROM likely_pair
 ORDER BY millionths DESC, number
 LIMIT :limit
