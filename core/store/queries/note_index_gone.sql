-- SPDX-License-Identifier: MIT
SELECT number
  FROM note_search_gone
 LIMIT :limit
