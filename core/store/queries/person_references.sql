-- SPDX-License-Identifier: MIT
SELECT external_id
  FROM person
 WHERE external_id IS NOT NULL
