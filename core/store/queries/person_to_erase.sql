-- SPDX-License-Identifier: MIT
-- Erased at the centre, while work about them waited here.
SELECT id
  FROM person
 WHERE is_removed = 1
