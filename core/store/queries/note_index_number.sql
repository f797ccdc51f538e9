-- SPDX-License-Identifier: MIT
SELECT coalesce(max(number), :base - 1) + 1
  FROM note_search_row
 WHERE number BETWEEN :base AND :last
