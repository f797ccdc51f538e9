-- SPDX-License-Identifier: MIT
SELECT c.number, p.id, p.revision, p.fields
  FROM (SELECT DISTINCT number FROM person_change WHERE position > :after AND position <= :upto AND number <= :known) AS c
  LEFT JOIN person AS p ON p.number = c.number AND (p.survivor IS NULL OR p.survivor = p.id)
