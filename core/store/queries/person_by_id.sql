-- SPDX-License-Identifier: MIT
SELECT number, id, revision, is_removed, fields, centre_fields, survivor
  FROM person
 WHERE id = :id
