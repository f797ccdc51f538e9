-- SPDX-License-Identifier: MIT
SELECT i.started_at, i.reasons,
       (SELECT group_concat(text, char(10))
          FROM (SELECT text FROM note WHERE interaction = i.id ORDER BY written_at, id)),
       (SELECT number FROM note_search_row WHERE interaction = i.id)
  FROM interaction AS i
 WHERE i.id = :interaction
