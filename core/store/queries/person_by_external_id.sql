-- SPDX-License-Identifier: MIT
-- Unordered: an import asks it for every row, and nearly always there is nobody, or one.
SELECT id
  FROM person
 WHERE external_id = :external_id
