-- SPDX-License-Identifier: MIT
-- Of one agent, made since then (the ids of this desk follow the time), the newest first. Whose each is: who it was
-- assigned to (itself: nobody after all), and of several records of one person the one that is shown.
SELECT i.id, i.channel, i.direction, i.started_at, i.ended_at, i.disposition, i.agent, i.is_sent,
       i.reasons,
       (SELECT substr(text, 1, 300) FROM note WHERE interaction = i.id ORDER BY written_at, id LIMIT 1),
       (SELECT count(*) FROM note WHERE interaction = i.id),
       (SELECT count(*) FROM restricted_mark WHERE interaction = i.id),
       nullif(coalesce(m.survivor, a.person, i.person), i.id), i.person IS NULL
  FROM interaction AS i
  LEFT JOIN interaction_assignment AS a ON a.interaction = i.id
  LEFT JOIN merged_record AS m ON m.record = coalesce(a.person, i.person)
 WHERE i.agent = :agent AND i.id > :since_id
 ORDER BY i.id DESC
 LIMIT :limit
