-- SPDX-License-Identifier: MIT
SELECT interaction
  FROM note_to_index
 LIMIT :limit
