-- SPDX-License-Identifier: MIT
SELECT p.id, p.revision, p.fields
  FROM person_search
  JOIN person AS p ON p.number = person_search.rowid
 WHERE person_search MATCH :terms
 ORDER BY person_search.rowid
 LIMIT :limit
