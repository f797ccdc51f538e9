-- SPDX-License-Identifier: MIT
SELECT id, revision, fields
  FROM person
 WHERE number = :number AND (survivor IS NULL OR survivor = id)
