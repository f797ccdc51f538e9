-- SPDX-License-Identifier: MIT
SELECT id, role, person, name_as_told
  FROM party
 WHERE interaction = :interaction
 ORDER BY id
