-- SPDX-License-Identifier: MIT
SELECT first, second, millionths, number
  FROM likely_pair
 WHERE first = :first
   AND second = :second
