-- SPDX-License-Identifier: MIT
-- Newest first: the numbers of note_search follow the start. Whose it is: who it was assigned to (itself: nobody after
-- all), and of several records of one person the one that is shown.
SELECT i.id, nullif(coalesce(m.survivor, a.person, i.person), i.id), i.started_at, i.channel, i.direction, i.reasons,
       snippet(note_search, 0, char(57344), char(57345), '…', 24)
  FROM note_search
 CROSS JOIN note_search_row AS r ON r.number = note_search.rowid
 CROSS JOIN interaction AS i ON i.id = r.interaction
  LEFT JOIN interaction_assignment AS a ON a.interaction = i.id
  LEFT JOIN merged_record AS m ON m.record = coalesce(a.person, i.person)
 WHERE note_search MATCH :words
 ORDER BY note_search.rowid DESC
 LIMIT :limit
