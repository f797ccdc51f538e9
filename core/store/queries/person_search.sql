-- SPDX-License-Identifier: MIT
SELECT p.id, p.revision, p.fields
  FROM person_search AS s
  JOIN person AS p ON p.number = s.rowid
 WHERE s.terms MATCH :terms
 ORDER BY s.rowid
 LIMIT :limit
